"""Partnerships: two places, whatever the stage of their tie."""

from rdflib import URIRef

from cityrel.graph import places
from cityrel.graph.draft import Draft
from cityrel.graph.literals import english
from cityrel.model import Place
from cityrel.vocabulary import CR, RDF, RDFS, in_order, partnership_iri


def write(draft: Draft, a: Place, b: Place) -> URIRef:
    """Write the partnership of two places, the same in both directions, and give its IRI."""
    iri = partnership_iri(a, b)
    if draft.is_new(iri):
        partners = in_order(a, b)
        draft.add(iri, RDF.type, CR.Partnership)
        draft.add(iri, RDFS.label, english(" – ".join(place.name for place in partners)))
        for place in partners:
            draft.add(iri, CR.partner, places.write(draft, place))
    return iri
