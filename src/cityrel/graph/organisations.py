"""Organisations as written."""

from rdflib import URIRef

from cityrel.graph import places
from cityrel.graph.draft import Draft
from cityrel.model import Organisation, Place
from cityrel.vocabulary import CR, ORG, RDF, RDFS, organisation_iri


def write(draft: Draft, organisation: Organisation) -> URIRef:
    """Write an organisation, and the place it belongs to, and give its IRI."""
    iri = organisation_iri(organisation)
    if draft.is_new(organisation):
        draft.add(iri, RDF.type, ORG.Organization)
        draft.add(iri, RDFS.label, draft.words(organisation.name))
        if organisation.place:
            draft.add(iri, CR.locatedAt, places.write(draft, organisation.place))
    return iri


def write_body(draft: Draft, body: Place | Organisation) -> URIRef:
    """Write whoever has offices and takes part in partnerships: a place or an organisation."""
    return places.write(draft, body) if isinstance(body, Place) else write(draft, body)
