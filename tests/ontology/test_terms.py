"""The ontology against everything that speaks its terms: data, shapes, queries, code."""

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node
from tests import sample_facts

import cityrel
from cityrel import graph, resources, vocabulary
from cityrel.vocabulary import CR, ONTOLOGY, PREFIXES

SOURCE = Path(cityrel.__file__).parent
NAMES = re.compile(r"\bcr:([A-Za-z][A-Za-z0-9]*)")
IN_CODE = re.compile(r"\bCR\.([A-Za-z][A-Za-z0-9]*)")
SCHEMA_INCLUDES = {URIRef("https://schema.org/domainIncludes"), URIRef("https://schema.org/rangeIncludes")}


@cache
def ontology() -> Graph:
    return Graph().parse(resources.folder("ontology") / "cityrel.ttl")


@cache
def defined() -> frozenset[str]:
    """Give the local names of the terms that the ontology defines."""
    return frozenset(
        str(term).removeprefix(CR)
        for term in ontology().subjects(RDFS.isDefinedBy, ONTOLOGY)
        if str(term).startswith(CR)
    )


@cache
def in_data() -> frozenset[str]:
    """Give the local names of the terms that the graphs of all samples use."""
    nodes = {node for make in sample_facts.ALL.values() for triple in graph.build(make()) for node in triple}
    return frozenset(
        str(node).removeprefix(CR) for node in nodes if isinstance(node, URIRef) and node.startswith(CR)
    )


def names_in(folder: str, pattern: str) -> set[str]:
    files = resources.folder(folder).rglob(pattern)
    return {name for file in files for name in NAMES.findall(file.read_text(encoding="utf-8"))}


def in_english_and_indonesian(term: Node, predicate: URIRef) -> bool:
    texts = [text for text in ontology().objects(term, predicate) if isinstance(text, Literal)]
    return sorted(text.language or "" for text in texts) == ["en", "id"] and all(map(str.strip, texts))


def test_every_term_in_the_data_is_defined() -> None:
    assert in_data() - defined() == set()


@pytest.mark.parametrize(("folder", "pattern"), [("shapes", "*.ttl"), ("queries", "*.r[qu]")])
def test_every_term_in_shapes_and_queries_is_defined(folder: str, pattern: str) -> None:
    names = names_in(folder, pattern)
    assert names
    assert names - defined() == set()


def test_every_term_in_the_code_is_defined() -> None:
    files = [file for file in SOURCE.rglob("*.py") if file.name != "vocabulary.py"]
    names = {name for file in files for name in IN_CODE.findall(file.read_text(encoding="utf-8"))}
    assert names - defined() == set()


def test_every_defined_term_is_used_or_is_a_superclass() -> None:
    parents = {str(term).removeprefix(CR) for term in ontology().objects(None, RDFS.subClassOf)}
    used = in_data() | names_in("shapes", "*.ttl") | names_in("queries", "*.r[qu]") | parents
    assert defined() - used == set()


@pytest.mark.parametrize("name", sorted(defined()))
def test_a_term_is_a_class_or_a_property_with_label_and_comment_in_two_languages(name: str) -> None:
    kinds = set(ontology().objects(CR[name], RDF.type)) - {OWL.SymmetricProperty}
    assert kinds in ({OWL.Class}, {OWL.ObjectProperty}, {OWL.DatatypeProperty})
    assert name[0].isupper() == (kinds == {OWL.Class})
    assert in_english_and_indonesian(CR[name], RDFS.label)
    assert in_english_and_indonesian(CR[name], RDFS.comment)


def test_nothing_is_said_of_a_term_of_ours_that_is_not_defined() -> None:
    nodes = {
        node for triple in ontology() for node in triple if isinstance(node, URIRef) and node.startswith(CR)
    }
    assert {str(node).removeprefix(CR) for node in nodes} - {""} == defined()


@pytest.mark.parametrize("name", sorted(name for name in defined() if name[0].islower()))
def test_a_property_says_what_it_stands_on_and_what_it_leads_to(name: str) -> None:
    said = set(ontology().predicates(CR[name]))
    assert said & {RDFS.domain, URIRef("https://schema.org/domainIncludes")}
    assert said & {RDFS.range, URIRef("https://schema.org/rangeIncludes")}


def test_the_data_keep_domains_and_ranges() -> None:
    """Domains and ranges are for inference; here they must already hold for the data as they are."""
    assert [line for make in sample_facts.ALL.values() for line in misuses(graph.build(make()))] == []


def misuses(data: Graph) -> list[str]:
    """Give the uses of our properties whose subject or value is not of the declared class."""
    found = []
    for subject, predicate, value in data:
        for end, declared in ((subject, RDFS.domain), (value, RDFS.range)):
            expected = ontology().value(predicate, declared)
            kinds = classes_of(data, end)
            if expected is not None and kinds and expected not in kinds:
                found.append(f"{declared} of {predicate}: {end} is {kinds}")
    return found


def classes_of(data: Graph, node: Node) -> set[Node]:
    """Give the classes of a node with their superclasses, or the datatype of a literal."""
    if isinstance(node, Literal):
        kind = RDF.langString if node.language else node.datatype
        return {kind or URIRef(f"{PREFIXES['xsd']}string")}
    classes = set(data.objects(node, RDF.type))
    parents = (parent for kind in classes for parent in ontology().transitive_objects(kind, RDFS.subClassOf))
    return {parent for parent in parents if parent is not None}


def test_the_ontology_says_what_it_is() -> None:
    version = ontology().value(ONTOLOGY, OWL.versionInfo)
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology()
    assert str(version) == cityrel.__version__
    assert ontology().value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{version}")
    assert ontology().value(ONTOLOGY, DCTERMS.license) is not None
    assert in_english_and_indonesian(ONTOLOGY, DCTERMS.title)
    assert in_english_and_indonesian(ONTOLOGY, DCTERMS.description)


def test_the_preferred_prefix_is_the_one_that_we_use() -> None:
    vann = "http://purl.org/vocab/vann/"
    prefix = ontology().value(ONTOLOGY, URIRef(f"{vann}preferredNamespacePrefix"))
    namespace = ontology().value(ONTOLOGY, URIRef(f"{vann}preferredNamespaceUri"))
    assert PREFIXES[str(prefix)] == str(namespace) == str(CR)


def test_the_schemes_of_the_ontology_are_those_of_the_code() -> None:
    parts = {str(part).rpartition("/")[2] for part in ontology().objects(ONTOLOGY, DCTERMS.hasPart)}
    files = {file.stem for file in resources.folder("ontology").glob("*.ttl")} - {"cityrel"}
    assert parts == files == set(vocabulary.SCHEMES)
