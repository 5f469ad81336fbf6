"""What every claim has in common: its class, the article that states it, and the words that do."""

from collections.abc import Iterable

from rdflib import URIRef

from cityrel.graph import evidence
from cityrel.graph.draft import Draft
from cityrel.model import Evidence
from cityrel.vocabulary import CR, RDF


def begin(draft: Draft, name: str, kind: URIRef, pieces: Iterable[Evidence]) -> URIRef:
    """Write a claim of a class with its evidence, and give its IRI."""
    claim = draft.part(name)
    draft.add(claim, RDF.type, kind)
    draft.add(claim, CR.statedIn, draft.article)
    evidence.write(draft, claim, pieces)
    return claim
