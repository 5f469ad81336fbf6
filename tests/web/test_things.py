"""Things at their own addresses, as data."""

import json

import pyoxigraph
import pytest
import rdflib
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, Triple

from cityrel.vocabulary import BASE

FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}
THINGS = (
    "place/1645528",
    "country/ID",
    "partnership/1645528-2073124",
    "person/kon-vatskalis/2073124",
    "organisation/1645528/bagian-kerjasama",
    "office/2073124/mayor",
    "article/aaaaaaaaaaaaaaaa",
)


def read(client: FlaskClient, body: bytes, form: RdfFormat) -> set[Triple]:
    """Read an answer; the context that JSON-LD names is taken from the site, nothing from the net."""
    if form == RdfFormat.JSON_LD:
        document = json.loads(body)
        assert document["@context"] == "http://localhost/context.jsonld"
        document["@context"] = client.get("/context.jsonld").json["@context"]
        body = json.dumps(document).encode()
    return {quad.triple for quad in pyoxigraph.parse(body, form)}


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_comes_in_every_format_by_header_and_by_ending(
    client: FlaskClient, thing: str, key: str
) -> None:
    media_type, form = FORMATS[key]
    by_header = client.get(f"/{thing}", headers={"Accept": media_type})
    by_ending = client.get(f"/{thing}.{key}", headers={"Accept": "text/html"})
    assert by_header.mimetype == by_ending.mimetype == media_type
    assert by_header.data == by_ending.data
    subjects = {triple.subject for triple in read(client, by_header.data, form)}
    assert NamedNode(BASE + thing) in subjects


def test_the_data_say_what_points_at_the_thing(client: FlaskClient) -> None:
    graph = rdflib.Graph().parse(data=client.get("/partnership/1645528-2073124.ttl").text, format="turtle")
    stages = graph.subjects(rdflib.URIRef("https://w3id.org/cityrel/ontology#ofPartnership"))
    assert len(set(stages)) == 2


def test_an_article_comes_with_its_whole_graph(client: FlaskClient) -> None:
    lines = client.get("/article/aaaaaaaaaaaaaaaa.nt").text.splitlines()
    assert len(lines) > 150
    assert lines == sorted(set(lines))


def test_a_program_that_takes_anything_gets_a_page_and_a_browser_too(client: FlaskClient) -> None:
    for accept in ("*/*", "text/html,application/xml;q=0.9,*/*;q=0.8"):
        assert client.get("/place/1645528", headers={"Accept": accept}).mimetype == "text/html"


def test_a_page_says_where_the_data_are(client: FlaskClient) -> None:
    links = client.get("/place/1645528").headers.getlist("Link")
    assert '</place/1645528.ttl>; rel="alternate"; type="text/turtle"' in links
    assert 'rel="alternate" type="text/turtle" href="/place/1645528.ttl"' in client.get("/place/1645528").text


@pytest.mark.parametrize("path", ["/place/1.ttl", "/article/ffff.nt", "/person/nobody.jsonld"])
def test_data_of_what_is_not_there_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_unknown_ending_is_part_of_the_name(client: FlaskClient) -> None:
    assert client.get("/place/1645528.exe").status_code == 404


def test_what_no_form_is_accepted_of_is_not_acceptable(client: FlaskClient) -> None:
    response = client.get("/place/1645528", headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.text
