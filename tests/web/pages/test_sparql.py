"""The endpoint: the query half of the SPARQL 1.1 Protocol, and the form for people."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest
import rdflib
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import QueryResultsFormat, RdfFormat
from werkzeug.test import TestResponse

from cityrel.web.app import MAX_REQUEST_BYTES

NAMES = """
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX stage: <https://w3id.org/cityrel/stage/>
SELECT ?name WHERE { ?partnership cr:currentStage stage:exploring ; rdfs:label ?name }
ORDER BY ?name
"""
EXPLORING = ["Denpasar – Darwin", "Denpasar – Nansha"]
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <https://w3id.org/cityrel/place/1645528> } ?s ?p ?o }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ARTICLE = "https://w3id.org/cityrel/article/bbbbbbbbbbbbbbbb"


def ask(client: FlaskClient, query: str, accept: str = "*/*", **parameters: Any) -> TestResponse:
    return client.get("/sparql", query_string={"query": query, **parameters}, headers={"Accept": accept})


def names(response: TestResponse) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["name"]["value"] for row in response.get_json(force=True)["results"]["bindings"]]


def test_get_answers_in_json_unless_told_otherwise(client: FlaskClient) -> None:
    response = ask(client, NAMES)
    assert response.content_type == "application/sparql-results+json"
    assert names(response) == EXPLORING


def test_post_of_a_form_answers_the_same(client: FlaskClient) -> None:
    assert names(client.post("/sparql", data={"query": NAMES})) == EXPLORING


def test_post_of_a_query_as_body_answers_the_same(client: FlaskClient) -> None:
    response = client.post(
        "/sparql", data=NAMES.encode(), content_type="application/sparql-query; charset=utf-8"
    )
    assert names(response) == EXPLORING


@pytest.mark.parametrize("accept", ["application/sparql-results+xml", "application/xml", "text/xml"])
def test_results_in_xml(client: FlaskClient, accept: str) -> None:
    response = ask(client, NAMES, accept)
    assert response.mimetype == accept
    literals = ET.fromstring(response.data).iter("{http://www.w3.org/2005/sparql-results#}literal")  # noqa: S314
    assert [literal.text for literal in literals] == EXPLORING


def test_results_in_csv(client: FlaskClient) -> None:
    response = ask(client, NAMES, "text/csv")
    assert response.content_type == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(response.text))) == [["name"], *([name] for name in EXPLORING)]


def test_results_in_tsv(client: FlaskClient) -> None:
    response = ask(client, NAMES, "text/tab-separated-values")
    assert response.text.splitlines() == ["?name", *(f'"{name}"@en' for name in EXPLORING)]


@pytest.mark.parametrize("key", ["json", "xml", "csv", "tsv"])
def test_a_yes_or_no_comes_in_every_result_format(client: FlaskClient, key: str) -> None:
    response = ask(client, "ASK { ?s ?p ?o }", format=key)
    assert response.status_code == 200
    assert "true" in response.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_graphs_come_in_every_graph_format(client: FlaskClient, accept: str, form: RdfFormat) -> None:
    response = ask(client, GRAPH, accept)
    assert response.mimetype == accept
    parsed = {quad.triple for quad in pyoxigraph.parse(response.data, form)}
    expected = {
        quad.triple for quad in pyoxigraph.parse(ask(client, GRAPH, "text/turtle").data, RdfFormat.TURTLE)
    }
    assert parsed == expected
    assert len(parsed) > 5


def test_turtle_is_read_by_another_library_and_uses_our_prefixes(client: FlaskClient) -> None:
    response = ask(client, "DESCRIBE <https://w3id.org/cityrel/place/1645528>", "text/turtle")
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    assert "a cr:City" in response.text
    assert rdflib.Literal("Denpasar", lang="en") in set(graph.objects())


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/csv, application/sparql-results+json;q=0.5", "text/csv"),
        ("text/turtle, application/sparql-results+json;q=0.1", "application/sparql-results+json"),
        ("*/*, application/sparql-results+json;q=0, application/json;q=0", "application/sparql-results+xml"),
        (
            "application/sparql-results+json,text/javascript,application/json",
            "application/sparql-results+json",
        ),
    ],
)
def test_the_weights_of_the_accept_header_decide(client: FlaskClient, accept: str, mimetype: str) -> None:
    assert ask(client, NAMES, accept).mimetype == mimetype


def test_format_overrides_the_accept_header(client: FlaskClient) -> None:
    assert ask(client, NAMES, "text/html", format="csv").mimetype == "text/csv"
    assert ask(client, GRAPH, "text/html", format="json").mimetype == "application/ld+json"


def test_an_unknown_format_is_an_error_that_names_the_known_ones(client: FlaskClient) -> None:
    response = ask(client, NAMES, format="yaml")
    assert response.status_code == 400
    assert "'yaml'" in response.text
    assert "json, xml, csv, tsv, ttl, nt, jsonld, rdf, html" in response.text


@pytest.mark.parametrize(
    ("query", "accept"), [(NAMES, "text/turtle"), (GRAPH, "text/csv"), (NAMES, "image/png")]
)
def test_what_no_answer_can_be_given_in_is_not_acceptable(
    client: FlaskClient, query: str, accept: str
) -> None:
    response = ask(client, query, accept)
    assert response.status_code == 406
    assert "accepted" in response.text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * WHERE {\n  ?s ?p\n}", 'line 2, column 3: not SPARQL near "?s ?p }"'),
        ("SELEC * {}", 'line 1, column 1: not SPARQL near "SELEC * {}"'),
        ("ASK {", "line 1, column 6: not SPARQL: it ends too early"),
        ("SELECT ?a ?b { ?a ?p ?o } GROUP BY ?a", "The SELECT contains a variable that is unbound"),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", "cannot be evaluated"),
    ],
)
def test_a_bad_query_is_told_where_and_why(client: FlaskClient, query: str, message: str) -> None:
    response = ask(client, query)
    assert response.status_code == 400
    assert response.content_type == "text/plain; charset=utf-8"
    assert message in response.text


def test_no_query_is_an_error_for_a_program_that_expects_results(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Accept": "application/sparql-results+json"})
    assert response.status_code == 400
    assert "there is no query" in response.text


def test_two_queries_are_an_error(client: FlaskClient) -> None:
    response = client.get("/sparql?query=ASK{}&query=ASK{}")
    assert response.status_code == 400
    assert "one at a time" in response.text


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DROP ALL",
        "LOAD <http://127.0.0.1:9/>",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_wherever_they_stand(client: FlaskClient, update: str) -> None:
    answers = (
        ask(client, update),
        client.post("/sparql", data={"query": update}),
        client.post("/sparql", data={"update": update}),
        client.get("/sparql", query_string={"update": update}),
        client.post("/sparql", data=update, content_type="application/sparql-update"),
        client.post("/sparql", data=update, content_type="application/sparql-query"),
    )
    for answer in answers:
        assert answer.status_code == 403
        assert "this endpoint only reads" in answer.text


def test_another_media_type_of_a_body_is_unsupported(client: FlaskClient) -> None:
    response = client.post("/sparql", json={"query": NAMES})
    assert response.status_code == 415
    assert "application/sparql-query" in response.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed_and_the_allowed_ones_named(client: FlaskClient, method: str) -> None:
    response = client.open("/sparql", method=method)
    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response.headers["Allow"].split(", "))


def test_a_body_that_is_not_utf_8_is_an_error(client: FlaskClient) -> None:
    response = client.post("/sparql", data=b"ASK { \xff }", content_type="application/sparql-query")
    assert response.status_code == 400
    assert "UTF-8" in response.text


@pytest.mark.parametrize("kind", ["application/sparql-query", "application/x-www-form-urlencoded"])
def test_an_enormous_body_is_refused(client: FlaskClient, kind: str) -> None:
    response = client.post("/sparql", data=b"query=" + b"x" * MAX_REQUEST_BYTES, content_type=kind)
    assert response.status_code == 413


def test_the_default_graph_is_the_union_of_all_graphs(client: FlaskClient) -> None:
    count = "SELECT (COUNT(DISTINCT ?a) AS ?name) { ?a a <https://w3id.org/cityrel/ontology#Article> }"
    assert names(ask(client, count)) == ["3"]


@pytest.mark.parametrize("by", ["protocol", "query"])
def test_a_named_default_graph_is_the_only_one(client: FlaskClient, by: str) -> None:
    start = "SELECT (COUNT(DISTINCT ?a) AS ?name) "
    rest = "{ ?a a <https://w3id.org/cityrel/ontology#Article> }"
    if by == "protocol":
        response = ask(client, start + rest, **{"default-graph-uri": ARTICLE})
    else:
        response = ask(client, f"{start} FROM <{ARTICLE}> {rest}")
    assert names(response) == ["1"]


@pytest.mark.parametrize("by", ["protocol", "query"])
def test_named_graphs_are_those_that_are_named(client: FlaskClient, by: str) -> None:
    start, rest = "SELECT DISTINCT ?name ", "{ GRAPH ?name { ?s ?p ?o } }"
    if by == "protocol":
        response = ask(client, start + rest, **{"named-graph-uri": ARTICLE})
    else:
        response = ask(client, f"{start} FROM NAMED <{ARTICLE}> {rest}")
    assert names(response) == [ARTICLE]


def test_a_graph_on_the_web_is_not_fetched_and_no_iri_is_an_error(client: FlaskClient) -> None:
    assert names(ask(client, "SELECT ?name FROM <http://127.0.0.1:9/> { ?name ?p ?o }")) == []
    assert ask(client, "ASK {}", **{"default-graph-uri": "no iri"}).status_code == 400


def test_every_answer_says_on_what_it_depends(client: FlaskClient) -> None:
    assert "Accept" in ask(client, NAMES).headers["Vary"]


def test_a_browser_without_a_query_gets_a_form_with_examples(page: Callable[..., Any]) -> None:
    opened = page("/sparql")
    assert opened.status == 200
    assert ("button", {}) in opened.tags
    assert "cr:currentStage" in opened.texts("textarea")[0]


def test_a_result_is_a_table_with_links_to_our_own_pages(page: Callable[..., Any]) -> None:
    query = "SELECT * { ?s <https://schema.org/url> ?url } ORDER BY ?s"
    opened = page(f"/sparql?query={quote(query)}")
    assert opened.texts("th") == ["s", "url"]
    assert "/article/bbbbbbbbbbbbbbbb" in opened.links
    assert "https://news.example/bandung" in opened.links
    assert not [link for link in opened.links if link.startswith("javascript")]


def test_a_text_from_the_data_is_no_markup(page: Callable[..., Any]) -> None:
    query = 'SELECT ("<script>alert(1)</script>" AS ?x) ("</textarea><b>" AS ?y) {}'
    opened = page(f"/sparql?query={quote(query)}")
    assert opened.strange_scripts == []
    assert "<script>alert(1)</script>" in opened.texts("td")
    assert opened.texts("textarea") == [query]


def test_an_error_stands_above_the_query(page: Callable[..., Any]) -> None:
    opened = page(f"/sparql?query={quote('SELECT * { <b> }')}")
    assert opened.status == 400
    assert any(text.startswith("line 1, column") for text in opened.texts("p"))
    assert opened.texts("textarea") == ["SELECT * { <b> }"]


def test_a_graph_is_shown_as_turtle(page: Callable[..., Any]) -> None:
    opened = page(f"/sparql?query={quote(GRAPH)}")
    assert "a cr:City" in opened.texts("pre")[0]


def test_yes_or_no_is_said_in_the_language_of_the_page(page: Callable[..., Any]) -> None:
    assert "Yes" in page("/sparql?query=ASK{}").texts("h2")
    assert "Ya" in page("/sparql?query=ASK{}", "id").texts("h2")


def test_a_long_result_says_how_much_of_it_is_shown(page: Callable[..., Any]) -> None:
    digits = "{ VALUES ?%s { 0 1 2 3 4 5 6 7 8 9 } }"
    query = "SELECT * {" + "".join(digits % name for name in "abcd") + "}"
    opened = page(f"/sparql?query={quote(query)}")
    assert "Rows: 10,000" in opened.texts("h2")
    assert "Only the first 1,000 rows are shown" in opened.text
    assert any("format=csv" in link for link in opened.links)


def test_a_result_that_is_too_long_for_a_page_says_how_to_take_it(page: Callable[..., Any]) -> None:
    digits = "{ VALUES ?%s { 0 1 2 3 4 5 6 7 8 9 } }"
    query = "SELECT * {" + "".join(digits % name for name in "abcdef") + "}"
    opened = page(f"/sparql?query={quote(query)}")
    assert opened.status == 400
    assert "too long for a page: ask for fewer rows (LIMIT), or take it as data (format=csv" in opened.text
    assert opened.texts("textarea") == [query]


def test_results_keep_what_they_are(client: FlaskClient, app: Flask) -> None:
    answer = json.loads(
        ask(client, "SELECT ?d { ?s <https://w3id.org/cityrel/ontology#date> ?d } ORDER BY ?d").data
    )
    kinds = {row["d"]["datatype"].rpartition("#")[2] for row in answer["results"]["bindings"]}
    assert kinds == {"date", "gYear", "gYearMonth"}
    assert pyoxigraph.parse_query_results(json.dumps(answer), QueryResultsFormat.JSON)
