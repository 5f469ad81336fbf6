"""The words of the article that state a claim, where they stand, and the rule that found them."""

from collections.abc import Iterable

from rdflib import URIRef

from cityrel.graph.draft import Draft
from cityrel.graph.literals import decimal, exact, offset, plain
from cityrel.model import Evidence
from cityrel.vocabulary import CR, OA, RDF


def write(draft: Draft, claim: URIRef, evidence: Iterable[Evidence]) -> None:
    """Write all evidence of a claim, numbered in its order."""
    for number, piece in enumerate(evidence, start=1):
        iri = URIRef(f"{claim}-evidence-{number}")
        draft.add(claim, CR.evidence, iri)
        _write_piece(draft, iri, piece)


def _write_piece(draft: Draft, iri: URIRef, piece: Evidence) -> None:
    draft.add(iri, RDF.type, CR.Evidence)
    draft.add(iri, OA.hasSource, draft.article)
    draft.add(iri, OA.hasSelector, _position(draft, iri, piece))
    draft.add(iri, OA.hasSelector, _quote(draft, iri, piece))
    draft.add(iri, CR.rule, plain(piece.rule))
    draft.add(iri, CR.confidence, decimal(piece.confidence))


def _position(draft: Draft, evidence: URIRef, piece: Evidence) -> URIRef:
    iri = URIRef(f"{evidence}-position")
    draft.add(iri, RDF.type, OA.TextPositionSelector)
    draft.add(iri, OA.start, offset(piece.start))
    draft.add(iri, OA.end, offset(piece.end))
    return iri


def _quote(draft: Draft, evidence: URIRef, piece: Evidence) -> URIRef:
    iri = URIRef(f"{evidence}-quote")
    draft.add(iri, RDF.type, OA.TextQuoteSelector)
    draft.add(iri, OA.exact, exact(piece.quote))
    draft.add(iri, OA.prefix, exact(piece.prefix))
    draft.add(iri, OA.suffix, exact(piece.suffix))
    return iri
