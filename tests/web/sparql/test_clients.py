"""Sessions of the programs that researchers use, with a running server."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed
from tests.web.running import running

CITY = URIRef("https://w3id.org/cityrel/place/1645528")
LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
NAMES = f"SELECT ?name WHERE {{ <{CITY}> <{LABEL}> ?name FILTER(LANG(?name) = 'en') }}"
GRAPH = f"CONSTRUCT WHERE {{ <{CITY}> <{LABEL}> ?name }}"
DESCRIBED = f"DESCRIBE <{CITY}>"
BROKEN = "SELECT * WHERE {\n  ?s ?p\n}"
NAME = Literal("Denpasar", lang="en")


@pytest.fixture(scope="module")
def endpoint(location: str) -> Iterator[str]:
    with running(location) as address:
        yield f"http://{address}/sparql"


@pytest.fixture
def wrapper(endpoint: str) -> SPARQLWrapper:
    return SPARQLWrapper(endpoint)


def converted(wrapper: SPARQLWrapper, query: str, form: str) -> Any:
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    return wrapper.queryAndConvert()


@pytest.mark.parametrize(("method", "direct"), [(GET, False), (POST, False), (POST, True)])
def test_sparqlwrapper_selects_by_every_method(wrapper: SPARQLWrapper, method: str, direct: bool) -> None:
    wrapper.setMethod(method)
    if direct:
        wrapper.setRequestMethod(POSTDIRECTLY)
    [row] = converted(wrapper, NAMES, JSON)["results"]["bindings"]
    assert row["name"] == {"type": "literal", "value": "Denpasar", "xml:lang": "en"}


def test_sparqlwrapper_selects_in_every_format(wrapper: SPARQLWrapper) -> None:
    assert "Denpasar" in converted(wrapper, NAMES, XML).toxml()
    assert converted(wrapper, NAMES, CSV).split() == [b"name", b"Denpasar"]
    assert converted(wrapper, NAMES, TSV).split() == [b"?name", b'"Denpasar"@en']


def test_sparqlwrapper_asks(wrapper: SPARQLWrapper) -> None:
    assert converted(wrapper, f"ASK {{ <{CITY}> ?p ?o }}", JSON)["boolean"] is True
    assert "false" in converted(wrapper, "ASK { <a:b> ?p ?o }", XML).toxml()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # SPARQLWrapper's own
@pytest.mark.parametrize("query", [GRAPH, DESCRIBED])
@pytest.mark.parametrize("form", [XML, RDFXML])
def test_sparqlwrapper_gets_graphs(wrapper: SPARQLWrapper, query: str, form: str) -> None:
    assert NAME in set(converted(wrapper, query, form).objects(CITY, LABEL))


@pytest.mark.parametrize("query", [GRAPH, DESCRIBED])
@pytest.mark.parametrize("form", [TURTLE, N3, JSONLD])
def test_sparqlwrapper_gets_graphs_in_the_newer_formats(
    wrapper: SPARQLWrapper, query: str, form: str
) -> None:
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    with wrapper.query().response as response:
        kind = {JSONLD: "application/ld+json"}.get(form, "text/turtle")
        assert response.headers.get_content_type() == kind
        assert b"Denpasar" in response.read()


def test_sparqlwrapper_chooses_graphs(wrapper: SPARQLWrapper) -> None:
    wrapper.addDefaultGraph("https://example.org/nothing")
    assert converted(wrapper, "ASK { ?s ?p ?o }", JSON)["boolean"] is False


def test_sparqlwrapper_tells_what_is_wrong(wrapper: SPARQLWrapper) -> None:
    with pytest.raises(QueryBadFormed, match="line 2, column 3"):
        converted(wrapper, BROKEN, JSON)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib_queries_a_store_that_is_elsewhere(endpoint: str, method: Any, form: str) -> None:
    graph = Graph(SPARQLStore(endpoint, method=method, returnFormat=form))
    [row] = graph.query(NAMES)
    assert isinstance(row, rdflib.query.ResultRow)
    assert str(row.name) == str(NAME)


def test_rdflib_looks_for_triples_and_counts_them(endpoint: str) -> None:
    graph = Graph(SPARQLStore(endpoint))
    assert NAME in set(graph.objects(CITY, LABEL))
    assert (CITY, LABEL, NAME) in graph
    assert len(graph) > 100


def test_rdflib_asks_and_constructs(endpoint: str) -> None:
    graph = Graph(SPARQLStore(endpoint))
    assert graph.query(f"ASK {{ <{CITY}> ?p ?o }}").askAnswer is True
    constructed = graph.query(GRAPH).graph
    assert constructed is not None
    assert (CITY, LABEL, NAME) in constructed
    described = graph.query(DESCRIBED).graph
    assert described is not None
    assert (CITY, LABEL, NAME) in described


def test_rdflib_gets_an_error_for_a_broken_query(endpoint: str) -> None:
    with pytest.raises(ValueError, match="something wrong"):
        Graph(SPARQLStore(endpoint)).query(BROKEN)


@pytest.fixture(scope="module")
def curl() -> str:
    found = shutil.which("curl")
    if not found:
        pytest.skip("needs curl")
    return found


def run(*command: str | Path, stdin: str = "") -> tuple[int, str]:
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_curl_selects_in_the_format_of_the_ending(curl: str, endpoint: str) -> None:
    answered = run(curl, "-sS", "--get", f"{endpoint}.csv", "--data-urlencode", f"query={NAMES}")
    assert answered == (0, "name\nDenpasar\n")


def test_curl_posts_a_file_and_takes_it_compressed(curl: str, endpoint: str, tmp_path: Path) -> None:
    query, head = tmp_path / "question.rq", tmp_path / "head"
    query.write_text(DESCRIBED, encoding="utf-8")
    kind, accept = "Content-Type: application/sparql-query", "Accept: text/turtle"
    sent = ("-H", kind, "-H", accept, "--data-binary", f"@{query}")
    code, text = run(curl, "-sS", "--compressed", "-D", head, *sent, endpoint)
    assert code == 0
    assert NAME in set(Graph().parse(data=text, format="turtle").objects(CITY, LABEL))
    assert "content-encoding: gzip" in head.read_text().lower()


def test_curl_sees_where_a_query_is_broken(curl: str, endpoint: str) -> None:
    sent = ("--data-urlencode", f"query={BROKEN}")
    code, text = run(curl, "-sS", "--fail-with-body", *sent, f"{endpoint}.json")
    assert code == 22
    assert json.loads(text)["line"] == 2


def test_curl_learns_what_the_endpoint_is(curl: str, endpoint: str) -> None:
    _, text = run(curl, "-sS", endpoint)
    assert (None, None, URIRef(endpoint)) in Graph().parse(data=text, format="turtle")
    _, head = run(curl, "-sS", "--head", "--get", "--data-urlencode", f"query={NAMES}", endpoint)
    assert head.startswith("HTTP/1.1 200")
    assert "content-type: application/sparql-results+json" in head.lower()
    _, allowed = run(curl, "-sS", "-i", "-X", "OPTIONS", endpoint)
    assert "POST" in allowed


def test_curl_is_told_that_nothing_can_be_changed(curl: str, endpoint: str) -> None:
    _, text = run(curl, "-sS", "--data-urlencode", "update=DROP ALL", endpoint)
    assert text.startswith("updates are refused: this endpoint only reads")
