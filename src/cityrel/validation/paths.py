"""Property paths of shapes as functions, so that they are read from the shapes graph only once."""

from collections.abc import Callable
from functools import partial

from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from cityrel.errors import PackError
from cityrel.validation.index import Index

Reader = Callable[[Index, Node], set[Node]]


def reader(shapes: Graph, path: Node) -> Reader:
    """Give a function that finds the values of a path at a node.

    Properties, sequences and alternatives of them are known. Raises PackError for other paths.
    """
    if isinstance(path, URIRef):
        return partial(_property, path)
    alternatives = shapes.value(path, SH.alternativePath)
    parts = tuple(reader(shapes, part) for part in shapes.items(alternatives or path))
    if not parts:
        raise PackError("shapes: a path is neither a property nor a sequence nor alternatives of properties")
    return partial(_any if alternatives else _sequence, parts)


def itself(_: Index, node: Node) -> set[Node]:
    """Give the node: what a node shape looks at."""
    return {node}


def _property(predicate: Node, index: Index, node: Node) -> set[Node]:
    return set(index.objects(node, predicate))


def _any(parts: tuple[Reader, ...], index: Index, node: Node) -> set[Node]:
    return {value for part in parts for value in part(index, node)}


def _sequence(parts: tuple[Reader, ...], index: Index, node: Node) -> set[Node]:
    reached = {node}
    for part in parts:
        reached = {value for start in reached for value in part(index, start)}
    return reached
