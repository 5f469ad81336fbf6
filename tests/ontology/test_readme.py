"""What the description of the ontology says must be true of the ontology."""

import re

import pyoxigraph as ox
import pytest
from rdflib import RDFS, Graph

from cityrel import resources
from cityrel.vocabulary import CR, SCHEMES

README = (resources.folder("ontology") / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```turtle\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resources.folder("ontology") / "cityrel.ttl")


def test_every_term_that_is_named_is_defined(ontology: Graph) -> None:
    named = set(re.findall(r"\bcr:([A-Za-z]\w*)", README))
    assert {name for name in named if (CR[name], RDFS.label, None) not in ontology} == set()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_turtle_with_concepts_that_exist(example: str) -> None:
    nodes = {node for quad in ox.parse(example, ox.RdfFormat.TURTLE) for node in quad.triple}
    iris = {node.value for node in nodes if isinstance(node, ox.NamedNode)}
    concepts = {iri for iri in iris if iri.split("/")[-2] in SCHEMES}
    known = Graph()
    for scheme in SCHEMES:
        known.parse(resources.folder("ontology") / f"{scheme}.ttl")
    assert concepts
    assert concepts - {str(subject) for subject in known.subjects()} == set()


def test_the_exact_words_of_the_example_are_as_long_as_its_offsets_say() -> None:
    (start,) = re.findall(r'oa:start "(\d+)"', EXAMPLES[0])
    (end,) = re.findall(r'oa:end "(\d+)"', EXAMPLES[0])
    (exact,) = re.findall(r'oa:exact "([^"]*)"', EXAMPLES[0])
    assert int(end) - int(start) == len(exact)


@pytest.mark.parametrize("name", ["cityrel", *SCHEMES])
def test_every_file_is_named(name: str) -> None:
    assert f"`{name}.ttl`" in README
