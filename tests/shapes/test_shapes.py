"""What holds for the shapes themselves: readable in two languages, and in step with the ontology."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, SKOS, Graph, URIRef
from rdflib.term import Literal, Node

from cityrel.validation import shapes
from cityrel.validation.report import SHAPE
from cityrel.vocabulary import CR, DEFAULT_BASE

SHAPES = sorted(
    {*shapes().subjects(RDF.type, SH.NodeShape), *shapes().subjects(RDF.type, SH.PropertyShape)}, key=str
)
LISTED = sorted(shapes().subjects(SH["in"]), key=str)


@pytest.fixture(scope="module")
def ontology(repository: Path) -> Graph:
    graph = Graph()
    for path in sorted((repository / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape).removeprefix(SHAPE))
def test_a_shape_has_an_iri_a_severity_and_a_message_in_english_and_indonesian(shape: Node) -> None:
    messages = [m for m in shapes().objects(shape, SH.message) if isinstance(m, Literal)]
    assert isinstance(shape, URIRef)
    assert shape.startswith(SHAPE)
    assert shapes().value(shape, SH.severity) in (SH.Violation, SH.Warning)
    assert sorted(message.language or "" for message in messages) == ["en", "id"]
    assert all(len(message) > 15 for message in messages)


def test_the_shapes_are_themselves_valid_shacl() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def concepts(values: list[Node]) -> set[str]:
    return {
        str(value)
        for value in values
        if str(value).startswith(DEFAULT_BASE) and not str(value).startswith(CR)
    }


@pytest.mark.parametrize("shape", LISTED, ids=lambda shape: str(shape).removeprefix(SHAPE))
def test_a_list_of_concepts_is_the_whole_scheme(shape: Node, ontology: Graph) -> None:
    (values,) = shapes().objects(shape, SH["in"])
    listed = concepts(list(shapes().items(values)))
    folders = {value.rpartition("/")[0] for value in listed}
    known = {str(node) for node in ontology.subjects(RDF.type, SKOS.Concept)}
    assert listed == {node for node in known if node.rpartition("/")[0] in folders}


def test_every_term_of_ours_in_a_shape_is_defined(ontology: Graph) -> None:
    used = {term for triple in shapes() for term in triple if isinstance(term, URIRef) and term in CR}
    assert {term for term in used if (term, None, None) not in ontology} == set()
