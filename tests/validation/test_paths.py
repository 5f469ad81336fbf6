"""Paths and lookups give what rdflib gives."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.collection import Collection

from cityrel.errors import PackError
from cityrel.validation.files import read_graphs
from cityrel.validation.index import Index
from cityrel.validation.paths import reader
from cityrel.vocabulary import CR, OA

STAGE = URIRef("https://w3id.org/cityrel/article/0123456789abcdef#stage-1")


@pytest.fixture(scope="module")
def graph() -> Graph:
    (graph,) = read_graphs(Path(__file__).parents[1] / "shapes" / "base.ttl")
    return graph


def listed(shapes: Graph, *members: URIRef | BNode) -> BNode:
    head = BNode()
    Collection(shapes, head, list(members))
    return head


def test_a_sequence_leads_from_node_to_node(graph: Graph) -> None:
    shapes = Graph()
    path = listed(shapes, CR.evidence, OA.hasSelector, RDF.type)
    found = reader(shapes, path)(Index(graph), STAGE)
    assert found == {OA.TextPositionSelector, OA.TextQuoteSelector}


def test_alternatives_give_the_values_of_each(graph: Graph) -> None:
    shapes, path = Graph(), BNode()
    shapes.add((path, SH.alternativePath, listed(shapes, CR.agent, listed(shapes, CR.focus, CR.topic))))
    found = reader(shapes, path)(Index(graph), STAGE)
    assert {str(value).rpartition("/")[2] for value in found} == {"1645528", "tourism"}


def test_another_kind_of_path_is_refused() -> None:
    shapes, path = Graph(), BNode()
    shapes.add((path, SH.inversePath, CR.agent))
    with pytest.raises(PackError, match="neither a property nor a sequence"):
        reader(shapes, path)


def test_the_index_finds_what_the_graph_finds(graph: Graph) -> None:
    index = Index(graph)
    for subject, predicate, value in graph:
        assert set(index.objects(subject, predicate)) == set(graph.objects(subject, predicate))
        assert set(index.subjects(predicate, value)) == set(graph.subjects(predicate, value))
        assert set(index.predicate_objects(subject)) == set(graph.predicate_objects(subject))
    assert set(index.instances(CR.City)) == set(graph.subjects(RDF.type, CR.City))


def test_what_is_not_there_has_no_values(graph: Graph) -> None:
    index, nobody = Index(graph), URIRef("urn:nobody")
    assert list(index.objects(nobody, RDF.type)) == []
    assert list(index.predicate_objects(nobody)) == []
    assert list(index.instances(nobody)) == []


def test_superclasses_are_followed_to_their_end_even_in_a_circle() -> None:
    a, b, c = (URIRef(f"urn:{letter}") for letter in "abc")
    index = Index([(a, RDFS.subClassOf, b), (b, RDFS.subClassOf, c), (c, RDFS.subClassOf, a)])
    assert set(index.transitive_objects(a, RDFS.subClassOf)) == {a, b, c}
