"""A store with the three articles of `web/articles.trig`, for tests of what is served from it."""

from collections import defaultdict
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple

from cityrel.store import open_store

ARTICLES = Path(__file__).parent / "web" / "articles.trig"


def fill(folder: Path) -> str:
    """Make the store in a folder and publish it; give its location."""
    with open_store(str(folder), write=True) as store:
        store.replace(article_graphs())
        store.publish()
    return str(folder)


def article_graphs() -> dict[str, str]:
    """Give the graph of each article in N-Triples, by its IRI."""
    triples: dict[str, list[Triple]] = defaultdict(list)
    for quad in pyoxigraph.parse(path=ARTICLES):
        assert isinstance(quad.graph_name, NamedNode)
        triples[quad.graph_name.value].append(quad.triple)
    return {
        iri: (pyoxigraph.serialize(t, format=RdfFormat.N_TRIPLES) or b"").decode()
        for iri, t in triples.items()
    }
