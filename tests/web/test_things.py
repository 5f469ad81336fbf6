"""Things at their own addresses, as data."""

import json
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, Triple
from rdflib.compare import isomorphic

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
        document["@context"] = json.loads(client.get("/context.jsonld").data)["@context"]
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


def test_a_form_that_was_negotiated_says_where_it_is_by_itself(client: FlaskClient) -> None:
    place = client.get("/place/1645528", headers={"Accept": "text/turtle"})
    assert place.headers["Content-Location"] == "/place/1645528.ttl"
    shown = client.get("/place/1645528", headers={"Accept": "text/html", "Accept-Language": "id"})
    assert shown.headers["Content-Location"] == "/place/1645528.html?lang=id"
    there = client.get(shown.headers["Content-Location"], headers={"Accept": "text/turtle"})
    assert there.mimetype == "text/html"
    assert '<html lang="id">' in there.text
    assert "Content-Location" not in client.get("/place/1645528.ttl").headers


@pytest.mark.parametrize("thing", THINGS)
def test_every_form_names_the_others_and_what_it_is_about(client: FlaskClient, thing: str) -> None:
    data = client.get(f"/{thing}.ttl").headers.getlist("Link")
    assert f'</{thing}.html>; rel="alternate"; type="text/html"' in data
    assert f'</{thing}>; rel="describes"' in data
    assert not any(".ttl" in link for link in data)
    shown = client.get(f"/{thing}", headers={"Accept": "text/html"}).headers.getlist("Link")
    assert f'</{thing}.ttl>; rel="describedby"; type="text/turtle"' in shown
    assert f'</{thing}.jsonld>; rel="alternate"; type="application/ld+json"' in shown


@pytest.mark.parametrize(
    "path", ["/place/1645528.ttl", "/place/1645528", "/ontology.nt", "/stage/signed", "/context.jsonld"]
)
def test_what_a_client_has_already_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("path", ["/", "/partnerships", "/persons", "/articles", "/queries", "/search?q=a"])
def test_lists_are_not_sent_again_either_and_are_other_ones_in_another_language(
    client: FlaskClient, path: str
) -> None:
    tag = client.get(path, headers={"Accept-Language": "en"}).headers["ETag"]
    assert client.get(path, headers={"Accept-Language": "en", "If-None-Match": tag}).status_code == 304
    assert client.get(path, headers={"Accept-Language": "id", "If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/place/1645528.ttl", "/person/x", "/ontology.jsonld", "/stage/signed", "/context.jsonld"]
)
def test_scripts_of_every_site_may_read_data_and_what_is_wrong(client: FlaskClient, path: str) -> None:
    response = client.get(
        path, headers={"Origin": "https://elsewhere.example", "Accept": "text/turtle,*/*;q=0.1"}
    )
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response.headers["Access-Control-Expose-Headers"]


def test_a_browser_that_asks_first_is_told_what_it_may_send(client: FlaskClient) -> None:
    response = client.options("/place/1645528", headers={"Access-Control-Request-Method": "GET"})
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    "path", ["/place/1645528", "/place/1645528.ttl", "/ontology.ttl", "/stage", "/context.jsonld"]
)
def test_head_gives_the_headers_alone(client: FlaskClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.data == b""
    assert {**head.headers} == {**whole.headers}


@pytest.mark.parametrize("thing", THINGS)
def test_json_ld_says_the_same_as_turtle(client: FlaskClient, thing: str) -> None:
    turtle = client.get(f"/{thing}.ttl").data
    json_ld = read(client, client.get(f"/{thing}.jsonld").data, RdfFormat.JSON_LD)
    assert json_ld == {quad.triple for quad in pyoxigraph.parse(turtle, RdfFormat.TURTLE)}


def test_json_ld_uses_the_terms_of_the_context(client: FlaskClient) -> None:
    document = json.loads(client.get("/place/1645528.jsonld").data)
    [place] = [node for node in document["@graph"] if node["@id"] == f"{BASE}place/1645528"]
    assert place["@type"] == ["City"]
    assert place["country"] == [f"{BASE}country/ID"]


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # inside rdflib's own parser
def test_another_reader_takes_the_context_from_its_address(client: FlaskClient, tmp_path: Path) -> None:
    context = tmp_path / "context.jsonld"
    context.write_bytes(client.get("/context.jsonld").data)
    text = client.get("/article/aaaaaaaaaaaaaaaa.jsonld").text
    local = text.replace("http://localhost/context.jsonld", context.as_uri())
    turtle = client.get("/article/aaaaaaaaaaaaaaaa.ttl").text
    found = rdflib.Graph().parse(data=local, format="json-ld")
    assert isomorphic(found, rdflib.Graph().parse(data=turtle, format="turtle"))
