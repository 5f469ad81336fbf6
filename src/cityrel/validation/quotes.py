"""From a thing in an article's graph to the sentence that it came from."""

from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from cityrel.vocabulary import CR, OA

FARTHEST = 4
"""Steps to look: from an office to the holding, its evidence, and the quote are three."""

LEADS_NOWHERE = frozenset((CR.statedIn, CR.about, OA.hasSource))
"""Properties that join everything of an article; backwards they would lead to any sentence."""


def sentence_of(graph: Graph, thing: Node) -> str | None:
    """Give the sentence of the nearest evidence of a thing, or None where there is none.

    A claim leads to its own evidence; a place or a person to the evidence of a claim that speaks of it.
    """
    seen, nearest = {thing}, [thing]
    for _ in range(FARTHEST):
        for node in nearest:
            if (node, OA.exact, None) in graph:
                return _sentence(graph, node)
        nearest = [node for node in _neighbours(graph, nearest) if node not in seen]
        seen.update(nearest)
    return None


def _sentence(graph: Graph, selector: Node) -> str:
    parts = (graph.value(selector, part) for part in (OA.prefix, OA.exact, OA.suffix))
    return "".join(str(part) for part in parts if part is not None)


def _neighbours(graph: Graph, nodes: list[Node]) -> Iterator[Node]:
    """Give what the nodes show as evidence, and after that what speaks of them."""
    for node in nodes:
        yield from sorted(graph.objects(node, CR.evidence), key=str)
        yield from sorted(graph.objects(node, OA.hasSelector), key=str)
    for node in nodes:
        speaking = graph.subject_predicates(node)
        yield from sorted((who for who, how in speaking if how not in LEADS_NOWHERE), key=str)
