"""The ontology, its version, its schemes and concepts, and the context: as pages and as data."""

import json
from collections.abc import Callable
from typing import Any

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat
from tests.web.test_things import FORMATS, read

from cityrel import jsonld, resources
from cityrel.vocabulary import SCHEMES
from cityrel.web import ontology

FILES = {
    "ontology": "cityrel.ttl",
    "ontology/0.1.0": "cityrel.ttl",
    **{name: f"{name}.ttl" for name in SCHEMES},
}
HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("path", FILES)
def test_a_file_of_the_ontology_comes_whole_in_every_format(client: FlaskClient, path: str, key: str) -> None:
    media_type, form = FORMATS[key]
    wanted = {q.triple for q in pyoxigraph.parse(path=resources.folder("ontology") / FILES[path])}
    by_header = client.get(f"/{path}", headers={"Accept": media_type})
    by_ending = client.get(f"/{path}.{key}", headers=HTML)
    assert by_header.mimetype == media_type
    assert by_header.data == by_ending.data
    assert read(client, by_header.data, form) == wanted


def test_a_version_that_is_not_here_is_not_found(client: FlaskClient) -> None:
    assert client.get("/ontology/0.0.1").status_code == 404
    assert client.get("/ontology.exe").status_code == 404


@pytest.mark.parametrize(("language", "label"), [("en", "stage event"), ("id", "peristiwa tahap")])
def test_every_term_has_a_place_with_label_and_comment(
    page: Callable[..., Any], language: str, label: str
) -> None:
    opened = page("/ontology", language)
    ids = {attributes["id"] for _, attributes in opened.tags if "id" in attributes}
    terms = (*ontology.classes(), *ontology.properties())
    assert {term.name for term in terms} <= ids
    assert all(term.text("rdfs:comment", language) in opened.text for term in terms)
    assert f"{label} cr:StageEvent" in opened.texts("h3")


def test_the_page_shows_version_schemes_prefixes_and_uses(page: Callable[..., Any]) -> None:
    opened = page("/ontology")
    assert "https://w3id.org/cityrel/ontology/0.1.0" in opened.text
    assert {f"/{name}" for name in SCHEMES} <= set(opened.links)
    assert "/stage/letter_of_intent" in opened.links
    assert "PREFIX cr: <https://w3id.org/cityrel/ontology#>" in opened.text
    assert any(link.startswith("/article/") for link in opened.links)


def test_the_diagram_has_a_name_and_a_description(page: Callable[..., Any]) -> None:
    opened = page("/ontology")
    [svg] = [attributes for tag, attributes in opened.tags if tag == "svg"]
    ids = {attributes.get("id") for _, attributes in opened.tags}
    assert svg["role"] == "group"
    assert set(svg["aria-labelledby"].split()) <= ids
    assert "A full arrow is a property" in opened.texts("desc")[0]
    assert "of partnership" in opened.texts("svg")[0]


def test_a_scheme_lists_its_concepts(page: Callable[..., Any]) -> None:
    opened = page("/stage")
    assert opened.texts("h1") == ["Stages of a partnership"]
    assert {f"/stage/{key}" for key in ("exploring", "signed", "lapsed")} <= set(opened.links)
    assert page("/stage", "id").texts("h1") == ["Tahap kemitraan"]


def test_a_concept_shows_names_meaning_neighbours_and_who_uses_it(page: Callable[..., Any]) -> None:
    opened = page("/stage/letter_of_intent")
    assert "Absichtserklärung" in opened.text
    assert "which announces a later agreement" in opened.text
    assert "/stage/intended" in opened.links
    assert "/stage/letter_of_intent" in page("/stage/intended").links
    used = page("/stage/signed")
    assert "stage: 2" in used.text
    assert "signed a sister-city agreement in May 1960" in used.texts("mark")
    assert "/article/bbbbbbbbbbbbbbbb#stage-1" in used.links


def test_a_concept_that_the_list_filters_by_leads_there(page: Callable[..., Any]) -> None:
    assert "/partnerships?stage=ended" in page("/stage/ended").links


def test_data_of_a_concept_are_what_the_scheme_says_of_it_however_many_use_it(client: FlaskClient) -> None:
    triples = read(client, client.get("/stage/signed.nt").data, RdfFormat.N_TRIPLES)
    subjects = {str(triple.subject) for triple in triples}
    assert subjects == {"<https://w3id.org/cityrel/stage/signed>", "<https://w3id.org/cityrel/stage>"}


def test_the_context_is_that_of_the_ontology(client: FlaskClient) -> None:
    response = client.get("/context.jsonld")
    assert response.mimetype == "application/ld+json"
    assert json.loads(response.data)["@context"] == jsonld.context()


def test_the_derived_graph_is_counted_and_can_be_taken(page: Callable[..., Any], client: FlaskClient) -> None:
    opened = page("/graph/derived")
    assert opened.texts("h1") == ["What is derived"]
    assert "/ontology#partnersWith" in opened.links
    assert client.get("/graph/derived.nt").status_code == 303
    lines = client.get("/graph/derived.nt", follow_redirects=True).text.splitlines()
    assert any("ontology#partnersWith>" in line for line in lines)
    assert all("statedIn" not in line for line in lines)


@pytest.mark.parametrize(
    "path", ["/graph/touched", "/graph/derived/x", "/stage/none", "/stage.ttl/signed", "/stages"]
)
def test_what_is_no_graph_or_concept_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=HTML).status_code == 404
