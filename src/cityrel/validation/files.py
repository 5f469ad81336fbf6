"""Reading the graphs of a file that somebody wants validated."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from cityrel.errors import ReadError


def read_graphs(path: Path) -> list[Graph]:
    """Give the graphs of a Turtle, N-Triples, N-Quads, TriG or JSON-LD file, in the order of their names.

    A file without named graphs gives one. Contexts of JSON-LD are never fetched from elsewhere.
    Raises ReadError where the suffix is of another format, or the file cannot be read or parsed.
    """
    graphs: dict[str, Graph] = {}
    with quiet_about_values():
        for quad in _quads(path):
            name = "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
            graph = graphs.setdefault(name, Graph(identifier=URIRef(name) if name else None))
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return [graphs[name] for name in sorted(graphs)]


@contextmanager
def quiet_about_values() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each date that does not exist: the report will name them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def _quads(path: Path) -> Iterator[ox.Quad]:
    rdf_format = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if rdf_format is None:
        raise ReadError(str(path), "not an RDF file; known are .ttl, .nt, .nq, .trig and .jsonld")
    try:
        yield from ox.parse(path=path, format=rdf_format)
    except SyntaxError as error:
        raise ReadError(str(path), f"not well-formed {rdf_format.name}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise ReadError(str(path), str(error)) from error


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """Give a term as rdflib has it, its spelling unchanged."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        return _literal(term)
    raise ValueError("triples about triples are not part of our graphs")


def _literal(term: ox.Literal) -> Literal:
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
