"""From the facts of an article to its RDF graph."""

from cityrel.graph.build import build, to_ntriples

__all__ = ["build", "to_ntriples"]
