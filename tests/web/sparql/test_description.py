"""What the endpoint says of itself, with the numbers of the snapshot."""

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from cityrel.errors import QueryTimeout
from cityrel.store.workers import QueryPool
from cityrel.vocabulary import CR, DERIVED, ONTOLOGY

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
ENDPOINT = URIRef("http://localhost/sparql")
KINDS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")


def described(client: FlaskClient, path: str = "/sparql", accept: str = "*/*") -> Graph:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 200, response.text
    form = RdfFormat.from_media_type(response.mimetype or "")
    assert form
    triples = [quad.triple for quad in pyoxigraph.parse(response.data, form)]
    return Graph().parse(data=pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


def number(client: FlaskClient, query: str) -> Literal:
    response = client.get("/sparql", query_string={"query": f"SELECT ({query}"})
    [row] = response.get_json(force=True)["results"]["bindings"]
    return Literal(row["n"]["value"], datatype=XSD.integer)


@pytest.mark.parametrize("accept", KINDS)
def test_a_bare_look_gets_the_description_in_the_format_that_it_takes(
    client: FlaskClient, accept: str
) -> None:
    graph = described(client, accept=accept)
    [service] = graph.subjects(RDF.type, SD.Service)
    assert (service, SD.endpoint, ENDPOINT) in graph
    assert client.get("/sparql", headers={"Accept": accept}).mimetype == accept


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/sparql.ttl", "text/turtle"),
        ("/sparql.jsonld", "application/ld+json"),
        ("/sparql.json", "application/ld+json"),
        ("/sparql?format=rdf", "application/rdf+xml"),
        ("/sparql?lang=id", "text/turtle"),
    ],
)
def test_an_ending_or_a_format_gets_it_too(client: FlaskClient, path: str, kind: str) -> None:
    assert client.get(path).mimetype == kind
    assert (None, SD.endpoint, ENDPOINT) in described(client, path)


def test_it_tells_what_is_offered(client: FlaskClient) -> None:
    graph = described(client)
    formats = {str(form).rpartition("/")[2] for form in graph.objects(None, SD.resultFormat)}
    assert formats == {
        *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
        *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
    }
    assert set(graph.objects(None, SD.feature)) == {SD.UnionDefaultGraph}
    assert set(graph.objects(None, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert set(graph.objects(None, SD.name)) == {DERIVED, ONTOLOGY}


def test_its_numbers_are_those_of_the_data(client: FlaskClient) -> None:
    graph = described(client)
    [default] = graph.objects(None, SD.defaultGraph)
    triples, cities = VOID.triples, graph.value(predicate=VOID["class"], object=CR.City)
    assert graph.value(default, triples) == number(client, "COUNT(*) AS ?n) { ?s ?p ?o }")
    assert graph.value(default, VOID.entities) == number(client, "COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }")
    assert graph.value(default, VOID.classes) == number(client, "COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }")
    assert graph.value(default, VOID.properties) == number(client, "COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }")
    assert graph.value(default, VOID.documents) == number(
        client, "COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    )
    assert graph.value(cities, VOID.entities) == number(
        client, f"COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{CR.City}> }}"
    )


def test_the_parts_add_up(client: FlaskClient) -> None:
    graph = described(client)
    [default] = graph.objects(None, SD.defaultGraph)
    parts = [graph.value(part, VOID.triples) for part in graph.objects(default, VOID.propertyPartition)]
    assert sum(int(str(part)) for part in parts) == int(str(graph.value(default, VOID.triples)))
    assert len(parts) == int(str(graph.value(default, VOID.properties)))


def test_without_numbers_the_rest_is_still_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_arguments: object, **_options: object) -> None:
        raise QueryTimeout

    monkeypatch.setattr("cityrel.web.views.Views.kept", too_slow)
    response = client.get("/sparql")
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    graph = described(client)
    assert (None, SD.endpoint, ENDPOINT) in graph
    assert (None, VOID.triples, None) not in graph


def test_another_endpoint_is_not_made_to_count(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QueryPool, "revision", lambda _pool: "")
    assert (None, VOID.triples, None) not in described(client)


def test_who_has_it_already_is_told_so(client: FlaskClient) -> None:
    tag = client.get("/sparql.ttl").headers["ETag"]
    assert client.get("/sparql.ttl", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/sparql.nt", headers={"If-None-Match": tag}).status_code == 200


def test_head_tells_the_format_only(client: FlaskClient) -> None:
    response = client.head("/sparql")
    assert response.mimetype == "text/turtle"
    assert response.data == b""


def test_a_posted_nothing_is_no_look(client: FlaskClient) -> None:
    assert client.post("/sparql", data={}).status_code == 415
    posted = client.post("/sparql", data="", content_type="application/x-www-form-urlencoded")
    assert posted.status_code == 400
