"""The SKOS schemes: complete, in two languages, and with the keys that the code speaks."""

import tomllib
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from cityrel import resources
from cityrel.model import BROAD_STAGE, KINDS, STAGES, Modality, Qualifier
from cityrel.vocabulary import DEFAULT_BASE, ONTOLOGY, ORG, SCHEMES, concept

MATCHES = (SKOS.exactMatch, SKOS.closeMatch)
LANGUAGE_PACKS = sorted((Path(resources.__file__).parent / "languages").glob("*/language.toml"))


@cache
def scheme(name: str) -> Graph:
    return Graph().parse(resources.folder("ontology") / f"{name}.ttl")


def keys(name: str) -> list[str]:
    return [str(node).rpartition("/")[2] for node in scheme(name).subjects(RDF.type, SKOS.Concept)]


CONCEPTS = [(name, key) for name in SCHEMES for key in sorted(keys(name))]


def texts(name: str, node: Node, predicate: URIRef) -> dict[str, str]:
    """Give the texts of a property by language; there must be one at most in each."""
    found = [text for text in scheme(name).objects(node, predicate) if isinstance(text, Literal)]
    by_language = {text.language or "": str(text) for text in found}
    assert len(found) == len(by_language)
    return by_language


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_has_title_and_definition_and_belongs_to_the_ontology(name: str) -> None:
    node = URIRef(f"{DEFAULT_BASE}{name}")
    assert list(scheme(name).subjects(RDF.type, SKOS.ConceptScheme)) == [node]
    assert scheme(name).value(node, DCTERMS.isPartOf) == ONTOLOGY
    for predicate in (DCTERMS.title, SKOS.prefLabel, SKOS.definition):
        assert sorted(texts(name, node, predicate)) == ["en", "id"]


@pytest.mark.parametrize(("name", "key"), CONCEPTS)
def test_a_concept_is_complete(name: str, key: str) -> None:
    node, graph = concept(name, key), scheme(name)
    assert list(graph.objects(node, SKOS.inScheme)) == [URIRef(f"{DEFAULT_BASE}{name}")]
    assert list(graph.objects(node, SKOS.notation)) == [Literal(key)]
    assert sorted(texts(name, node, SKOS.prefLabel)) == ["en", "id"]
    assert sorted(texts(name, node, SKOS.definition)) == ["en", "id"]
    assert all(
        len(text.split()) >= 4 and text[-1] == "." for text in texts(name, node, SKOS.definition).values()
    )


@pytest.mark.parametrize(("name", "key"), CONCEPTS)
def test_an_alternative_label_has_a_language_and_is_not_the_preferred_one(name: str, key: str) -> None:
    labels = [
        label
        for label in scheme(name).objects(concept(name, key), SKOS.altLabel)
        if isinstance(label, Literal)
    ]
    assert all(label.language for label in labels)
    assert set(labels) & set(scheme(name).objects(concept(name, key), SKOS.prefLabel)) == set()


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_two_concepts_of_a_scheme_share_a_preferred_label(name: str, language: str) -> None:
    labels = [texts(name, concept(name, key), SKOS.prefLabel)[language] for key in keys(name)]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("name", "key"), CONCEPTS)
def test_a_concept_is_at_the_top_or_below_another_one(name: str, key: str) -> None:
    node, graph = concept(name, key), scheme(name)
    top = (node, SKOS.topConceptOf, URIRef(f"{DEFAULT_BASE}{name}")) in graph
    assert top == ((URIRef(f"{DEFAULT_BASE}{name}"), SKOS.hasTopConcept, node) in graph)
    assert top != ((node, SKOS.broader, None) in graph)


@pytest.mark.parametrize("name", SCHEMES)
def test_broader_and_narrower_say_the_same(name: str) -> None:
    up = set(scheme(name).subject_objects(SKOS.broader))
    assert up == {(low, high) for high, low in scheme(name).subject_objects(SKOS.narrower)}


@pytest.mark.parametrize("name", SCHEMES)
def test_a_match_leads_to_wikidata(name: str) -> None:
    targets = {str(target) for match in MATCHES for target in scheme(name).objects(None, match)}
    assert {
        target for target in targets if not target.startswith("http://www.wikidata.org/entity/Q")
    } == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stage", STAGES),
        ("kind", KINDS),
        ("modality", get_args(Modality)),
        ("qualifier", get_args(Qualifier)),
        ("event-type", ("signing", "visit", "meeting", "ceremony", "conference", "other")),
    ],
)
def test_the_keys_are_those_of_the_model(name: str, expected: tuple[str, ...]) -> None:
    assert sorted(keys(name)) == sorted(expected)


def test_narrower_stages_are_those_of_the_model() -> None:
    broader = scheme("stage").subject_objects(SKOS.broader)
    assert set(broader) == {
        (concept("stage", low), concept("stage", high)) for low, high in BROAD_STAGE.items()
    }


@pytest.mark.parametrize("name", ["role", "topic"])
def test_the_keys_are_those_of_the_gold_files(name: str, shared: Path) -> None:
    text = " ".join((shared / "corpus" / "README.md").read_text(encoding="utf-8").split())
    head = {"role": "- **role**: ", "topic": "- **topics**: "}[name]
    listed = text.partition(head)[2].partition(".")[0].split(", ")
    assert sorted(keys(name)) == sorted(listed)


def test_a_role_is_a_role_of_org_too() -> None:
    assert set(scheme("role").subjects(RDF.type, ORG.Role)) == {concept("role", key) for key in keys("role")}


@pytest.mark.parametrize("pack", LANGUAGE_PACKS, ids=lambda path: path.parent.name)
def test_a_language_pack_speaks_of_known_topics_only(pack: Path) -> None:
    topics = tomllib.loads((pack.parent / "topics.toml").read_text(encoding="utf-8"))["topics"]
    assert set(topics) - {"none"} - set(keys("topic")) == set()
