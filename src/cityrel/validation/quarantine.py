"""Where an article goes whose graph breaks a rule: a folder of its own, with all that is needed to see why.

<folder>/<end of the article's IRI>/article.txt    the text as read
                                    article.json   what its source states about it
                                    graph.ttl      the graph that was refused
                                    report.txt     which fact, which rule, which sentence
                                    report.ttl     the same as a W3C validation report
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from rdflib import Graph
from rdflib.term import Node, URIRef

from cityrel.errors import CityrelError
from cityrel.model import Article
from cityrel.validation.report import Report
from cityrel.vocabulary import article_iri

SAFE_IN_IRI = "!#$%&'()*+,/:;=?@[]~"


def write(folder: Path, article: Article, graph: Graph | str, report: Report) -> Path:
    """Put an article aside and give its folder, which replaces that of an earlier run.

    `graph` may be given as N-Triples. The folder appears complete or not at all.
    Raises CityrelError, naming the folder and the reason, where it cannot be written.
    """
    place = _place(folder, article)
    with _saying_what_failed(place):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=folder) as scratch:
            fresh = Path(scratch, "new")
            fresh.mkdir()
            for name, text in _files(article, graph, report).items():
                (fresh / name).write_text(text, encoding="utf-8", errors="backslashreplace")
            _set_aside(place, Path(scratch))
            fresh.rename(place)
    return place


def clear(folder: Path, article: Article) -> None:
    """Take an article out of quarantine, if it is there, because its graph now keeps the rules.

    Raises CityrelError where that cannot be done.
    """
    place = _place(folder, article)
    if place.exists():
        with _saying_what_failed(place), tempfile.TemporaryDirectory(prefix=".", dir=folder) as scratch:
            _set_aside(place, Path(scratch))


def _place(folder: Path, article: Article) -> Path:
    return folder / article_iri(article).rpartition("/")[2]


def _set_aside(place: Path, scratch: Path) -> None:
    """Move what is there into a folder that is about to be deleted: renaming is done at one stroke."""
    if place.exists():
        place.rename(scratch / "old")


def _files(article: Article, graph: Graph | str, report: Report) -> dict[str, str]:
    about = {key: value for key, value in asdict(article).items() if key != "text"}
    return {
        "article.txt": article.text,
        "article.json": json.dumps({"iri": article_iri(article), **about}, ensure_ascii=False, indent=2)
        + "\n",
        "graph.ttl": graph if isinstance(graph, str) else _writable(graph).serialize(format="turtle"),
        "report.txt": report.text(),
        "report.ttl": report.shacl,
    }


def _writable(graph: Graph) -> Graph:
    """Give the graph with what no IRI may hold percent-encoded, so that even a broken one can be read."""
    copy = Graph(identifier=graph.identifier)
    for prefix, namespace in graph.namespaces():
        copy.bind(prefix, namespace)
    for subject, predicate, value in graph:
        copy.add((_encoded(subject), predicate, _encoded(value)))
    return copy


def _encoded(term: Node) -> Node:
    return URIRef(quote(term, safe=SAFE_IN_IRI)) if isinstance(term, URIRef) else term


@contextmanager
def _saying_what_failed(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CityrelError(f"{place}: cannot write to the quarantine: {error.strerror or error}") from error
