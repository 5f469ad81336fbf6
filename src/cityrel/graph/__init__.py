"""From the facts of an article to its RDF graph: the form that `ontology/` describes.

The graph has no blank nodes, and its IRIs depend on nothing but the content. Text is never refused: what
RDF cannot hold is replaced by U+FFFD, and what is no web address does not become a link.
"""

from rdflib import Graph

from cityrel.graph import articles, events, holdings, quotations, stages, topics
from cityrel.graph.draft import Draft
from cityrel.model import Facts

__all__ = ["build", "to_ntriples"]


def build(facts: Facts) -> Graph:
    """Give the graph of an article; its identifier is the article's IRI."""
    draft = Draft.of(facts.article)
    articles.write(draft, facts)
    stages.write(draft, facts.stages)
    holdings.write(draft, facts.holdings)
    events.write(draft, facts.events)
    quotations.write(draft, facts.quotations)
    topics.write(draft, facts.topics)
    return draft.graph()


def to_ntriples(graph: Graph) -> str:
    """Give a graph in N-Triples, one line a triple, sorted: the same graph always gives the same text."""
    lines = graph.serialize(format="nt", encoding="utf-8").decode("utf-8").split("\n")
    return "".join(f"{line}\n" for line in sorted(lines) if line)
