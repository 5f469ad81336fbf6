"""The protocol tests of the W3C, read from their manifest: HTTP that is written down in RDF."""

import contextlib
import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph, Namespace, Node
from rdflib.collection import Collection

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
LABEL = Namespace("http://www.w3.org/2000/01/rdf-schema#").label
PATH = "/sparql/"
"""The path of the endpoint in the manifest, which says to put one's own in its place."""


@dataclass(frozen=True)
class Exchange:
    """A request, and what is expected of the response: classes of status (2 for 2xx), form, yes or no."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[int]
    form: str | None
    boolean: bool | None

    def run(self, address: str, path: str) -> tuple[int, str, bytes]:
        """Make the request at an endpoint; give status, media type and body."""
        with contextlib.closing(http.client.HTTPConnection(address, timeout=60)) as connection:
            connection.request(self.method, self.path.replace(PATH, path, 1), self.body, self.headers)
            response = connection.getresponse()
            return response.status, response.headers.get_content_type(), response.read()


@dataclass(frozen=True)
class Case:
    """One test: its name and its requests in order."""

    name: str
    exchanges: tuple[Exchange, ...]

    @property
    def updates(self) -> bool:
        """Whether the test first changes the data, then asks whether they changed."""
        return self.name.startswith("update_")


def cases(manifest: Path) -> list[Case]:
    """Give all tests of a manifest in its order."""
    graph = Graph().parse(manifest)
    return [_case(graph, test) for test in _entries(graph)]


def data(manifest: Path) -> dict[str, str]:
    """Give the graphs that the tests ask, in N-Triples, by their names."""
    graph = Graph().parse(manifest)
    return dict(_graph(graph, node, manifest.parent) for node in graph.objects(None, UT.graphData))


def names(manifest: Path) -> list[str]:
    """Give the names of all tests of a manifest in its order."""
    return [_name(test) for test in _entries(Graph().parse(manifest))]


def _graph(graph: Graph, node: Node, folder: Path) -> tuple[str, str]:
    file = str(graph.value(node, UT.graph)).rpartition("/")[2]
    return str(graph.value(node, LABEL)), (folder / file).read_text("utf-8")


def _entries(graph: Graph) -> Iterator[Node]:
    for entries in graph.objects(None, MF.entries):
        yield from Collection(graph, entries)


def _name(test: Node) -> str:
    return str(test).rpartition("#")[2]


def _case(graph: Graph, test: Node) -> Case:
    requests = graph.value(graph.value(test, MF.action), HT.requests)
    assert requests is not None
    return Case(_name(test), tuple(_exchange(graph, node) for node in Collection(graph, requests)))


def _exchange(graph: Graph, request: Node) -> Exchange:
    response = graph.value(request, HT.resp)
    boolean, form = graph.value(response, MF.expectedBoolean), graph.value(response, MF.expectedFormat)
    return Exchange(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=dict(_headers(graph, request)),
        body=_body(graph, graph.value(request, HT.body)),
        statuses=frozenset(int(str(s)[-3]) for s in graph.objects(response, MF.expectedStatus)),
        form=None if form is None else str(form),
        boolean=None if boolean is None else str(boolean) == "true",
    )


def _headers(graph: Graph, request: Node) -> Iterator[tuple[str, str]]:
    for listed in graph.objects(request, HT.headers):
        for header in Collection(graph, listed):
            yield str(graph.value(header, HT.fieldName)), str(graph.value(header, HT.fieldValue))


def _body(graph: Graph, body: Node | None) -> bytes | None:
    if body is None:
        return None
    assert (body, RDF.type, CNT.ContentAsText) in graph
    return str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
