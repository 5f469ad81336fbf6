"""JSON-LD with short names says the same as what it was made from."""

import json
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple
from rdflib import OWL, RDF, Graph, URIRef
from tests import sample_facts

from cityrel import graph, jsonld, resources
from cityrel.vocabulary import CR, PREFIXES

XSD = PREFIXES["xsd"]
THING = "https://w3id.org/cityrel/place/1"
AWKWARD = (
    "geo:1,2",
    "schema:Person",
    "cr:x",
    "skos://host/x",
    "urn:x:y",
    f"{CR}",
    f"{CR}City",
    f"{CR}partner",
    f"{CR}//x",
    f"{PREFIXES['dcterms']}//x",
    f"{PREFIXES['rdf']}type",
    THING,
)
LEXICAL = (
    "1",
    "01",
    "-0",
    "+1",
    "-7",
    "1.50",
    "true",
    "1",
    "TRUE",
    "2020",
    "1e3",
    "9007199254740993",
    "x",
    "",
)
IRIS = st.sampled_from(AWKWARD).map(NamedNode)
LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])).map(Literal),
    st.builds(
        lambda text, code: Literal(text, language=code),
        st.text(max_size=3),
        st.sampled_from(["en", "zh-hant"]),
    ),
    st.builds(
        lambda text, kind: Literal(text, datatype=NamedNode(kind)),
        st.sampled_from(LEXICAL),
        st.sampled_from(
            [f"{XSD}{name}" for name in ("integer", "boolean", "decimal", "date")] + [f"{CR}odd", "geo:t"]
        ),
    ),
)
TRIPLES = st.lists(st.builds(Triple, IRIS, IRIS, st.one_of(IRIS, LITERALS)), max_size=8)


def document(triples: list[Triple], context: Any = None) -> str:
    expanded = pyoxigraph.serialize(triples, format=RdfFormat.JSON_LD) or b""
    return json.dumps({"@context": context or jsonld.context(), "@graph": jsonld.shortened(expanded)})


def read(text: str) -> set[Triple]:
    return {quad.triple for quad in pyoxigraph.parse(text, RdfFormat.JSON_LD)}


@given(TRIPLES)
def test_what_comes_out_expands_to_what_went_in(triples: list[Triple]) -> None:
    assert read(document(triples)) == set(triples)


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # inside rdflib's own parser
@pytest.mark.parametrize("name", sample_facts.ALL)
def test_another_reader_finds_the_graph_of_an_article(name: str) -> None:
    built = graph.build(sample_facts.ALL[name]())
    triples = [quad.triple for quad in pyoxigraph.parse(built.serialize(format="nt"), RdfFormat.N_TRIPLES)]
    assert set(Graph().parse(data=document(triples), format="json-ld")) == set(built)


def test_terms_classes_and_values_are_short() -> None:
    partner, number = NamedNode(f"{CR}partner"), NamedNode(f"{CR}position")
    one = Literal("1", datatype=NamedNode(f"{XSD}integer"))
    year = Literal("2020", datatype=NamedNode(f"{XSD}gYear"))
    triples = [
        Triple(NamedNode(THING), NamedNode(jsonld.TYPE), NamedNode(f"{CR}City")),
        Triple(NamedNode(THING), partner, NamedNode("https://w3id.org/cityrel/place/2")),
        Triple(NamedNode(THING), number, one),
        Triple(NamedNode(THING), NamedNode(f"{CR}date"), year),
    ]
    [node] = json.loads(document(triples))["@graph"]
    assert node == {
        "@id": THING,
        "@type": ["City"],
        "partner": ["https://w3id.org/cityrel/place/2"],
        "position": [1],
        "date": [{"@type": "xsd:gYear", "@value": "2020"}],
    }


def test_a_named_graph_keeps_its_name() -> None:
    quads = [
        pyoxigraph.Quad(NamedNode(THING), NamedNode(f"{CR}partner"), NamedNode(iri), NamedNode(iri))
        for iri in AWKWARD
    ]
    expanded = pyoxigraph.serialize(quads, format=RdfFormat.JSON_LD) or b""
    text = json.dumps({"@context": jsonld.context(), "@graph": jsonld.shortened(expanded)})
    assert set(pyoxigraph.parse(text, RdfFormat.JSON_LD)) == set(quads)


def test_the_context_holds_our_prefixes_and_every_term_of_the_ontology_as_it_is_defined_there() -> None:
    ontology = Graph().parse(resources.folder("ontology") / "cityrel.ttl")
    terms: dict[str, Any] = {}
    for kind in (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty):
        for name in own_names(ontology, kind):
            leads = kind == OWL.ObjectProperty
            terms[name] = {"@id": f"cr:{name}", "@type": "@id"} if leads else f"cr:{name}"
    assert dict(jsonld.context()) == {**PREFIXES, **terms}
    assert not set(terms) & set(PREFIXES)


def own_names(ontology: Graph, kind: URIRef) -> list[str]:
    subjects = (
        subject for subject in ontology.subjects(RDF.type, kind) if isinstance(subject, rdflib.URIRef)
    )
    return [subject.removeprefix(CR) for subject in subjects if subject.startswith(CR)]
