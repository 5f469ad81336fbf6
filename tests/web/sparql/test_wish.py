"""The form of an answer: by ending, by `format`, by the Accept header."""

import pytest
from flask.testing import FlaskClient

from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS

ROW = "SELECT (1 AS ?n) {}"
GRAPH = "CONSTRUCT { <a:s> <a:p> 1 } {}"
TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


@pytest.mark.parametrize("name", [*RESULT_FORMATS, *GRAPH_FORMATS])
def test_every_format_is_an_ending_and_a_value_of_format(client: FlaskClient, name: str) -> None:
    query = ROW if name in RESULT_FORMATS else GRAPH
    by_ending = client.get(f"/sparql.{name}", query_string={"query": query}, headers={"Accept": "text/html"})
    by_name = client.get("/sparql", query_string={"query": query, "format": name})
    assert by_ending.mimetype == by_name.mimetype == TYPES[name]
    assert by_ending.data == by_name.data


@pytest.mark.parametrize("name", ["jpg", "html", "JSON", "json/"])
def test_another_ending_is_nothing(client: FlaskClient, name: str) -> None:
    assert client.get(f"/sparql.{name}?query=ASK{{}}").status_code == 404


@pytest.mark.parametrize(
    ("values", "query", "kind"),
    [
        (["application/sparql-results+xml"], ROW, "application/sparql-results+xml"),
        (["text/csv"], ROW, "text/csv"),
        (["application/json"], ROW, "application/sparql-results+json"),
        (["turtle"], GRAPH, "text/turtle"),
        (["n3"], GRAPH, "text/turtle"),
        (["rdf+xml", "application/rdf+xml"], GRAPH, "application/rdf+xml"),
        (["json-ld", "application/ld+json,application/x-json+ld"], GRAPH, "application/ld+json"),
        (["tsv", "text/tab-separated-values"], ROW, "text/tab-separated-values"),
        ([""], ROW, "application/sparql-results+json"),
    ],
)
def test_formats_may_be_named_as_client_libraries_do(
    client: FlaskClient, values: list[str], query: str, kind: str
) -> None:
    response = client.get("/sparql", query_string={"query": query, "format": values})
    assert response.mimetype == kind


@pytest.mark.parametrize(
    "path", ["/sparql?format=csv&format=xml", "/sparql.csv?format=ttl", "/sparql.csv?format=html"]
)
def test_different_formats_at_once_are_an_error(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}&query=ASK{{}}")
    assert response.status_code == 400
    assert "several formats" in response.text


def test_no_form_of_query_is_answered_in_a_format_of_another(client: FlaskClient) -> None:
    response = client.get("/sparql.ttl", query_string={"query": ROW})
    assert response.status_code == 406
    assert "SELECT and ASK can be answered as json, xml, csv, tsv" in response.text
