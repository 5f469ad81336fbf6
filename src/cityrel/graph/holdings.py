"""Persons in offices."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import URIRef

from cityrel import resources
from cityrel.graph import claims, organisations, persons
from cityrel.graph.draft import Draft
from cityrel.graph.literals import english, moment
from cityrel.model import Holding, Organisation, Place
from cityrel.vocabulary import CR, ORG, RDF, RDFS, SKOS, concept, office_iri


def write(draft: Draft, holdings: Iterable[Holding]) -> None:
    """Write who holds which office, in order."""
    for number, holding in enumerate(holdings, start=1):
        _write_holding(draft, number, holding)


def _write_holding(draft: Draft, number: int, holding: Holding) -> None:
    """Write a holding with its person and, where the text tells whose office it is, the office."""
    iri = claims.begin(draft, f"holding-{number}", CR.Holding, holding.evidence)
    draft.add(iri, ORG.member, persons.write(draft, holding.person))
    draft.add(iri, ORG.role, concept("role", holding.role))
    draft.add(iri, CR.titleAsWritten, draft.words(holding.title))
    draft.add(iri, CR.attestedOn, moment(holding.attested_on))
    if holding.qualifier:
        draft.add(iri, CR.qualifier, concept("qualifier", holding.qualifier))
    if holding.of:
        draft.add(iri, CR.officeOf, organisations.write_body(draft, holding.of))
        draft.add(iri, CR.office, _write_office(draft, holding.of, holding.role))


def _write_office(draft: Draft, of: Place | Organisation, role: str) -> URIRef:
    iri = office_iri(of, role)
    if draft.is_new(iri):
        draft.add(iri, RDF.type, ORG.Post)
        draft.add(iri, ORG.role, concept("role", role))
        draft.add(iri, CR.officeOf, organisations.write_body(draft, of))
        draft.add(iri, RDFS.label, english(f"{_role_name(role)}, {of.name}"))
    return iri


def _role_name(role: str) -> str:
    name = role_names().get(str(concept("role", role)), role.replace("_", " "))
    return name[:1].upper() + name[1:]


@cache
def role_names() -> dict[str, str]:
    """Give the English names of roles by IRI, from the SKOS scheme of roles."""
    path = resources.folder("ontology") / "role.ttl"
    return {
        quad.subject.value: quad.object.value
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if quad.predicate == NamedNode(SKOS.prefLabel) and quad.object.language == "en"
    }
