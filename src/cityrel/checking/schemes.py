"""The concepts and terms of the ontology, as far as a pack has to match them."""

from dataclasses import dataclass
from functools import cache

from rdflib import RDFS, SKOS, Graph, Literal, URIRef

from cityrel.resources import folder


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept or term: its key, the languages it has a label in, and the keys of its narrower concepts."""

    key: str
    languages: frozenset[str]
    narrower: tuple[str, ...] = ()


@cache
def scheme(name: str) -> tuple[Concept, ...]:
    """Give the concepts of a scheme ("stage"), in the order of their keys."""
    graph = _read(name)
    concepts = (node for node in set(graph.subjects(SKOS.inScheme)) if isinstance(node, URIRef))
    return tuple(_concept(graph, node, SKOS.prefLabel) for node in sorted(concepts))


@cache
def terms() -> tuple[Concept, ...]:
    """Give the classes and properties of the ontology, in the order of their names."""
    graph = _read("cityrel")
    labelled = (node for node in set(graph.subjects(RDFS.label)) if isinstance(node, URIRef))
    return tuple(_concept(graph, node, RDFS.label) for node in sorted(labelled))


def _read(name: str) -> Graph:
    return Graph().parse(folder("ontology") / f"{name}.ttl")


def _concept(graph: Graph, node: URIRef, label: URIRef) -> Concept:
    labels = (text for text in graph.objects(node, label) if isinstance(text, Literal))
    return Concept(
        key=_key(node),
        languages=frozenset(text.language for text in labels if text.language),
        narrower=tuple(_key(URIRef(str(other))) for other in graph.objects(node, SKOS.narrower)),
    )


def _key(node: URIRef) -> str:
    return str(node).replace("#", "/").rstrip("/").rpartition("/")[2]
