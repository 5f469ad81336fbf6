"""The graphs that a store is given, parsed and brought into the form in which an engine keeps them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
)

from cityrel import resources
from cityrel.errors import StoreError
from cityrel.vocabulary import DEFAULT_BASE, DERIVED, ONTOLOGY, RDF, REMOVED, TOUCHED

Graph = frozenset[Triple]
NOTHING: Graph = frozenset()
RESERVED = frozenset({str(DERIVED), str(REMOVED), str(TOUCHED), str(ONTOLOGY)})
"""Graphs that belong to the store itself and are never an article's."""

TYPE = NamedNode(str(RDF.type))
SKOLEM = f"{DEFAULT_BASE}.well-known/genid/"


def article_graphs(graphs: Mapping[str, str]) -> dict[str, Graph]:
    """Parse article graphs given as N-Triples.

    Raises StoreError, naming the graph, where a name or a graph cannot be taken.
    """
    return {check_name(iri): _parse_article(iri, text) for iri, text in graphs.items()}


def check_name(iri: str) -> str:
    """Give a graph's name back if an article may have it; raises StoreError otherwise."""
    try:
        NamedNode(iri)
    except ValueError as error:
        raise StoreError(f"{iri}: not the IRI of a graph: {error}") from error
    if iri in RESERVED or iri.startswith(f"{TOUCHED}/"):
        raise StoreError(f"{iri}: this graph belongs to the store; give the article another IRI")
    return iri


def ontology_graph() -> Graph:
    """Read the ontology and its SKOS schemes as one graph.

    A blank node gets an IRI that depends on nothing but the content, so that the graph is the same each time.
    """
    dataset = Dataset(Quad(*triple) for path in _ontology_files() for triple in _parse_file(path))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return normalised(_skolemised(quad.triple) for quad in dataset)


def differs(graph: Graph, stored: Graph) -> bool:
    """Say whether a graph as given is another one than a graph as stored."""
    return normalised(graph) != stored if stored else bool(graph)


def things(graphs: Iterable[Graph]) -> frozenset[str]:
    """Give the IRIs of the things that graphs describe.

    A thing that is a part of another, which its IRI says by a fragment, comes and goes with that one.
    """
    typed = (triple.subject for graph in graphs for triple in graph if triple.predicate == TYPE)
    return frozenset(node.value for node in typed if isinstance(node, NamedNode) and "#" not in node.value)


def subjects(graph: Graph) -> frozenset[str]:
    """Give the IRIs of which a graph says something."""
    return frozenset(triple.subject.value for triple in graph if isinstance(triple.subject, NamedNode))


def normalised(triples: Iterable[Triple]) -> Graph:
    """Give the triples with literals as an engine keeps them: 0.90 becomes 0.9, 007 becomes 7."""
    store = pyoxigraph.Store()
    store.extend(Quad(*triple) for triple in triples)
    return frozenset(quad.triple for quad in store)


def _parse_article(iri: str, text: str) -> Graph:
    try:
        triples = [quad.triple for quad in pyoxigraph.parse(text, RdfFormat.N_TRIPLES)]
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{iri}: not N-Triples: {error}") from error
    if any(isinstance(node, BlankNode) for triple in triples for node in triple):
        raise StoreError(f"{iri}: an article's graph has no blank nodes")
    return frozenset(triples)


def _ontology_files() -> list[Path]:
    return sorted(resources.folder("ontology").glob("*.ttl"))


def _parse_file(path: Path) -> list[Triple]:
    try:
        return [q.triple for q in pyoxigraph.parse(path=path, rename_blank_nodes=True)]
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read as Turtle: {error}") from error


def _skolemised(triple: Triple) -> Triple:
    subject, predicate, value = triple
    if isinstance(subject, BlankNode):
        subject = NamedNode(SKOLEM + subject.value)
    if isinstance(value, BlankNode):
        value = NamedNode(SKOLEM + value.value)
    return Triple(subject, predicate, value)
