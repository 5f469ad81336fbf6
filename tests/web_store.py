"""A store with the three articles of `web/articles.trig`, for tests of what is served from it."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple
from werkzeug.serving import make_server

from cityrel.store import open_store
from cityrel.web import close, create_app

ARTICLES = Path(__file__).parent / "web" / "articles.trig"

PAGES = (
    "/",
    "/partnerships",
    "/partnership/1645528-2073124",
    "/place/1645528",
    "/country/ID",
    "/persons",
    "/person/kon-vatskalis/2073124",
    "/organisation/1645528/bagian-kerjasama",
    "/office/2073124/mayor",
    "/articles",
    "/article/aaaaaaaaaaaaaaaa",
    "/graph/derived",
    "/ontology",
    "/ontology/0.1.0",
    "/stage",
    "/stage/signed",
    "/topic/tourism",
    "/role/mayor",
    "/queries",
    "/search?q=darwin",
    "/sparql",
    "/api/",
)
"""An address of each kind of page that this store has."""


def fill(folder: Path) -> str:
    """Make the store in a folder and publish it; give its location."""
    with open_store(str(folder), write=True) as store:
        store.replace(article_graphs())
        store.publish()
    return str(folder)


@contextmanager
def served(location: str) -> Iterator[str]:
    """Serve a store on a free port, and give the address."""
    app = create_app(location, query_timeout=20, workers=1)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        close(app)


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
