"""The default graph of an embedded store: the RDF merge of all its graphs, kept up to date.

The graph that notes what was retracted is no part of it: what is gone is no answer to a question.

An engine can treat its named graphs as one default graph, but then a triple of two graphs counts twice, and
SPARQL asks for a set. So the default graph holds every triple once. What `queries/derive/` changes in the
derived graph is brought over by `queries/derive/merge/`, inside the same update.
"""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from cityrel.store.content import Graph
from cityrel.vocabulary import REMOVED

DEFAULT = DefaultGraph()
APART = frozenset({DEFAULT, NamedNode(str(REMOVED))})


def quads_of(iri: str, graph: Graph) -> Iterable[Quad]:
    """Give the quads by which a graph enters the store: under its name, and in the merge."""
    name = NamedNode(iri)
    for triple in graph:
        yield Quad(triple.subject, triple.predicate, triple.object, name)
        yield Quad(*triple)


def exchange(engine: Store, old: Iterable[Graph], new: Iterable[Graph]) -> None:
    """Bring the merge up to date after graphs were put in place of others."""
    gone, come = set().union(*old), set().union(*new)
    engine.extend(Quad(*triple) for triple in come)
    for triple in gone - come:
        if not _is_named(engine, triple):
            engine.remove(Quad(*triple))


def rebuild(engine: Store) -> None:
    """Make the merge anew from all named graphs."""
    engine.clear_graph(DEFAULT)
    engine.bulk_extend(Quad(*quad.triple) for quad in named_quads(engine))


def named_quads(engine: Store) -> Iterable[Quad]:
    """Give everything under its name, without the merge and without notes of what was retracted."""
    return (quad for quad in engine.quads_for_pattern(None, None, None, None) if quad.graph_name not in APART)


def _is_named(engine: Store, triple: Triple) -> bool:
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(quad.graph_name != DEFAULT for quad in found)
