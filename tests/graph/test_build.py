"""The graph of an article, whatever its facts hold."""

from dataclasses import is_dataclass, replace
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal
from tests import sample_facts

from cityrel import graph
from cityrel.model import Article, Evidence, Facts, Organisation, Person, Place
from cityrel.vocabulary import CR, FOAF, ORG, RDF, RDFS, SCHEMA, SKOS, article_iri, concept

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=30)
"""Text with all that a file may hold: control characters, lone surrogates, private use."""


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Give values of a type in which every text is anything at all."""
    if hint is str:
        return ANYTHING
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: anything(inner) for name, inner in get_type_hints(hint).items()})
    inner = get_args(hint)
    if get_origin(hint) is tuple and inner[-1] is Ellipsis:
        return st.lists(anything(inner[0]), max_size=2).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*map(anything, inner))
    return st.one_of(*map(anything, inner)) if get_origin(hint) is UnionType else st.from_type(hint)


def read(text: str, syntax: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, syntax)}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(anything(Facts))
def test_any_facts_give_a_graph_that_every_syntax_can_hold(facts: Facts) -> None:
    built = graph.build(facts)
    text = graph.to_ntriples(built)
    triples = read(text, ox.RdfFormat.N_TRIPLES)
    assert len(triples) == len(built) == text.count("\n")
    for syntax in (ox.RdfFormat.RDF_XML, ox.RdfFormat.TURTLE):
        again = ox.serialize(triples, format=syntax)
        assert again is not None
        assert read(again.decode("utf-8"), syntax) == triples


@pytest.mark.parametrize("name", sample_facts.ALL)
def test_a_graph_is_named_after_its_article_and_has_no_blank_nodes(name: str) -> None:
    facts = sample_facts.ALL[name]()
    built = graph.build(facts)
    assert built.identifier == article_iri(facts.article)
    assert [node for triple in built for node in triple if isinstance(node, BNode)] == []


@pytest.mark.parametrize("name", sample_facts.ALL)
def test_the_same_facts_give_the_same_bytes(name: str) -> None:
    make = sample_facts.ALL[name]
    assert graph.to_ntriples(graph.build(make())) == graph.to_ntriples(graph.build(make()))


def test_ntriples_are_sorted_lines() -> None:
    lines = graph.to_ntriples(graph.build(sample_facts.signed_tie())).splitlines()
    assert lines == sorted(lines)
    assert all(line.endswith(" .") for line in lines)


def test_turtle_uses_our_prefixes() -> None:
    text = graph.build(sample_facts.signed_tie()).serialize(format="turtle")
    assert "cr:StageEvent" in text
    assert "geo:lat" in text


def test_a_stage_leads_to_its_article_and_its_words() -> None:
    built = graph.build(sample_facts.signed_tie())
    (stage,) = built.subjects(RDF.type, CR.StageEvent)
    (evidence,) = built.objects(stage, CR.evidence)
    quotes = {str(quote) for s in built.objects(evidence) for quote in built.objects(s)}
    assert built.value(stage, CR.statedIn) == built.identifier
    assert "menandatangani MoU sister city di Surabaya" in quotes


def test_plans_and_hopes_carry_their_modality() -> None:
    built = graph.build(sample_facts.denpasar_darwin())
    modalities = {
        str(stage)[-1]: modality
        for stage, modality in built.subject_objects(CR.modality)
        if "#stage" in str(stage)
    }
    keys = {"1": "stated", "2": "stated", "3": "planned", "4": "hoped"}
    assert modalities == {number: concept("modality", key) for number, key in keys.items()}


def test_both_directions_are_one_partnership() -> None:
    built = graph.build(sample_facts.ended_tie())
    assert len(set(built.subjects(RDF.type, CR.Partnership))) == 1


def test_an_office_of_nobody_is_left_open() -> None:
    built = graph.build(sample_facts.denpasar_darwin())
    (manager,) = built.subjects(ORG.role, concept("role", "manager"))
    assert (manager, CR.office, None) not in built
    assert (manager, CR.officeOf, None) not in built


def test_an_office_is_labelled_with_role_and_owner() -> None:
    built = graph.build(sample_facts.signed_tie())
    labels = {built.value(office, RDFS.label) for office in built.subjects(RDF.type, ORG.Post)}
    assert labels == {Literal("Mayor, Surabaya", lang="en"), Literal("Mayor, Liverpool", lang="en")}


def test_two_spellings_of_one_person_are_one_name_and_an_alternative() -> None:
    facts = sample_facts.signed_tie()
    first = replace(facts.holdings[0], person=Person("José Pérez", home=sample_facts.SURABAYA))
    second = replace(first, person=Person("JOSE PEREZ", ("Pepe",), sample_facts.SURABAYA))
    built = graph.build(Facts(facts.article, holdings=(first, second)))
    (person,) = built.subjects(RDF.type, FOAF.Person)
    assert list(built.objects(person, FOAF.name)) == [Literal("José Pérez")]
    assert set(built.objects(person, SKOS.altLabel)) == {Literal("JOSE PEREZ"), Literal("Pepe")}


def test_namesakes_without_an_office_stay_apart_between_articles() -> None:
    def person_in(text: str) -> set[object]:
        article = Article("a.txt", text, "id")
        holding = replace(sample_facts.denpasar_darwin().holdings[2], person=Person("Budi"))
        return set(graph.build(Facts(article, holdings=(holding,))).subjects(RDF.type, FOAF.Person))

    assert person_in("satu") != person_in("dua")


def test_an_unknown_language_leaves_words_untagged() -> None:
    facts = replace(
        sample_facts.signed_tie(), article=replace(sample_facts.signed_tie().article, language="und")
    )
    headline = graph.build(facts).value(article_iri(facts.article), SCHEMA.headline)
    assert isinstance(headline, Literal)
    assert headline.language is None


def test_a_country_is_named_in_english_and_in_the_articles_language() -> None:
    built = graph.build(sample_facts.signed_tie())
    country = next(built.subjects(CR.countryCode, Literal("GB")))
    labels = {
        label.language: str(label)
        for label in built.objects(country, RDFS.label)
        if isinstance(label, Literal)
    }
    assert labels == {"en": "United Kingdom", "id": "Inggris Raya"}


def test_a_country_unknown_to_cldr_is_called_by_its_code() -> None:
    nowhere = Place("x1", "Nowhere", "city", "QX")
    stage = replace(sample_facts.signed_tie().stages[0], b=nowhere)
    built = graph.build(Facts(sample_facts.signed_tie().article, stages=(stage,)))
    country = next(built.subjects(CR.countryCode, Literal("QX")))
    assert list(built.objects(country, RDFS.label)) == [Literal("QX", lang="en")]


def test_a_place_that_geonames_lacks_claims_no_match_there() -> None:
    stage = replace(sample_facts.signed_tie().stages[0], b=Place("IDgarut", "Garut", "regency", "ID"))
    built = graph.build(Facts(sample_facts.signed_tie().article, stages=(stage,)))
    garut = next(built.subjects(RDF.type, CR.Regency))
    assert (garut, SKOS.exactMatch, None) not in built


def test_an_event_is_virtual_only_where_the_article_says_so() -> None:
    session, signing = (
        graph.build(make()) for make in (sample_facts.denpasar_darwin, sample_facts.signed_tie)
    )
    assert list(session.objects(None, CR.virtual)) == [Literal(True)]
    assert list(signing.objects(None, CR.virtual)) == []


def test_an_empty_prefix_is_still_a_prefix() -> None:
    piece = Evidence(0, 4, "Kota", "", "", "r", 1.0)
    facts = sample_facts.signed_tie()
    built = graph.build(Facts(facts.article, topics=(replace(facts.topics[0], evidence=(piece,)),)))
    assert sparql(built, "ASK { ?quote oa:exact 'Kota' ; oa:prefix '' ; oa:suffix '' }")


def test_an_organisation_of_a_country_has_a_home_of_its_own() -> None:
    holding = sample_facts.denpasar_darwin().holdings[1]
    embassy = Organisation("Kedutaan Besar", sample_facts.INDONESIA)
    built = graph.build(Facts(sample_facts.DENPASAR_DARWIN, holdings=(replace(holding, of=embassy),)))
    assert sparql(built, "ASK { ?o a org:Organization ; cr:locatedAt/cr:countryCode 'ID' }")


def sparql(built: Graph, question: str) -> bool:
    return bool(built.query(question).askAnswer)
