"""The quick question and the reference validator agree, whatever is done to a graph."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from cityrel.errors import PackError
from cityrel.validation import shapes
from cityrel.validation.check import PreparedShapes
from cityrel.validation.files import quiet_about_values, read_graphs
from cityrel.validation.gate import prepared, validate_by_reference
from cityrel.vocabulary import CR, XSD

BASE = Path(__file__).parents[1] / "shapes" / "base.ttl"


@cache
def triples() -> list[tuple[Node, Node, Node]]:
    (graph,) = read_graphs(BASE)
    return sorted(graph, key=str)


@cache
def some_values() -> list[Node]:
    dates = [Literal(text, datatype=XSD.date) for text in ("2020-11-20", "2020-02-30", "1700-01-01", "")]
    return [*sorted({value for _, _, value in triples()}, key=str), *dates, Literal(""), Literal(2)]


@st.composite
def damaged(draw: st.DrawFn) -> Graph:
    """Give the base graph with a few triples lost and a few values exchanged."""
    graph = Graph()
    for triple in triples():
        graph.add(triple)
    for subject, predicate, value in draw(st.lists(st.sampled_from(triples()), max_size=3)):
        graph.remove((subject, predicate, value))
        if draw(st.booleans()):
            graph.add((subject, predicate, draw(st.sampled_from(some_values()))))
    return graph


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_graph_gets_the_answer_of_the_reference_validator(graph: Graph) -> None:
    with quiet_about_values():
        assert prepared().accept(graph) == (not validate_by_reference(graph).findings)


def test_a_graph_with_subclasses_of_its_own_is_left_to_the_reference_validator() -> None:
    graph = Graph()
    for triple in triples():
        graph.add(triple)
    graph.add((CR.Village, RDFS.subClassOf, CR.District))
    assert not prepared().accept(graph)


def test_validating_changes_neither_the_graph_nor_the_shapes() -> None:
    (graph,) = read_graphs(BASE)
    before = set(graph), set(shapes())
    assert prepared().accept(graph)
    assert validate_by_reference(graph).conforms
    assert (set(graph), set(shapes())) == before


def test_a_shape_beyond_plain_shacl_core_is_refused() -> None:
    graph = Graph()
    shape = URIRef("https://w3id.org/cityrel/shape/Query")
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.sparql, URIRef("https://w3id.org/cityrel/shape/Query-sparql")))
    with pytest.raises(PackError, match="only plain SHACL Core"):
        PreparedShapes(graph)
