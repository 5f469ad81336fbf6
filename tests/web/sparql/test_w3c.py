"""The W3C's tests of the SPARQL 1.1 Protocol and of service descriptions, against a running server."""

import contextlib
import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, Node, URIRef
from tests.conftest import REPOSITORY
from tests.web.running import running
from tests.web.sparql import w3c

from cityrel.store import open_store
from cityrel.web.negotiation import GRAPH_TYPES, RESULT_TYPES

FOLDER = REPOSITORY.parent / "shared" / "w3c-sparql-protocol"
CASES = w3c.cases(FOLDER / "manifest.ttl") if FOLDER.is_dir() else []
DESCRIPTIONS = w3c.names(FOLDER / "service-description.ttl") if FOLDER.is_dir() else []
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

FORMS = {"boolean": RESULT_TYPES, "tabular": RESULT_TYPES, "RDF": GRAPH_TYPES}
"""The media types of each form that a test may expect."""

DOMAINS: dict[Node, URIRef] = {
    SD.endpoint: SD.Service,
    SD.supportedLanguage: SD.Service,
    SD.feature: SD.Service,
    SD.resultFormat: SD.Service,
    SD.defaultEntailmentRegime: SD.Service,
    SD.defaultDataset: SD.Service,
    SD.defaultGraph: SD.Dataset,
    SD.namedGraph: SD.Dataset,
    SD.name: SD.NamedGraph,
}
RANGES: dict[Node, URIRef] = {
    SD.defaultDataset: SD.Dataset,
    SD.defaultGraph: SD.Graph,
    SD.namedGraph: SD.NamedGraph,
}
INSTANCES = {SD.SPARQL11Query, SD.UnionDefaultGraph}


@pytest.fixture(scope="module")
def address(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a server with the graphs of the tests."""
    location = str(tmp_path_factory.mktemp("w3c") / "store")
    with open_store(location, write=True) as store:
        store.replace(w3c.data(FOLDER / "manifest.ttl"))
        store.publish()
    with running(location) as served:
        yield served


@pytest.fixture(scope="module")
def description(address: str) -> tuple[http.client.HTTPResponse, Graph]:
    """Give the response to a bare GET that takes RDF, and the graph in it."""
    with contextlib.closing(http.client.HTTPConnection(address, timeout=60)) as connection:
        connection.request("GET", "/sparql", headers={"Accept": "text/turtle"})
        response = connection.getresponse()
        return response, Graph().parse(data=response.read(), format="turtle")


def test_all_tests_of_the_manifests_are_here(shared: Path) -> None:
    assert len(CASES) == 34
    assert len(DESCRIPTIONS) == 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_protocol(case: w3c.Case, address: str) -> None:
    for exchange in case.exchanges:
        status, kind, body = exchange.run(address, "/sparql")
        if case.updates and exchange is case.exchanges[0]:
            assert status // 100 == 4
            assert b"this endpoint only reads" in body
            continue
        assert status // 100 in exchange.statuses, body
        if exchange.form:
            assert kind in FORMS[exchange.form]
        if exchange.boolean is not None:
            assert json.loads(body)["boolean"] is (exchange.boolean and not case.updates)


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_the_service_description(
    name: str, address: str, description: tuple[http.client.HTTPResponse, Graph]
) -> None:
    {
        "returns-rdf": returns_rdf,
        "has-endpoint-triple": has_endpoint_triple,
        "conforms-to-schema": conforms_to_schema,
    }[name](address, *description)


def returns_rdf(address: str, response: http.client.HTTPResponse, graph: Graph) -> None:
    assert response.status == 200
    assert response.headers.get_content_type() == "text/turtle"
    assert len(graph) > 10


def has_endpoint_triple(address: str, response: http.client.HTTPResponse, graph: Graph) -> None:
    [service] = graph.subjects(SD.endpoint, URIRef(f"http://{address}/sparql"))
    assert (service, RDF.type, SD.Service) in graph


def conforms_to_schema(address: str, response: http.client.HTTPResponse, graph: Graph) -> None:
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(SD)}
    assert used == set(DOMAINS) | set(DOMAINS.values()) | set(RANGES.values()) | INSTANCES
    for subject, predicate, value in graph:
        if predicate in DOMAINS:
            assert (subject, RDF.type, DOMAINS[predicate]) in graph
        if predicate in RANGES:
            assert (value, RDF.type, RANGES[predicate]) in graph
