"""The lasting things that claims speak of: places, organisations, offices, persons, partnerships."""

from babel import Locale
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from cityrel.graph.literals import decimal, text
from cityrel.graph.sheet import Sheet
from cityrel.model import Organisation, Person, Place
from cityrel.vocabulary import (
    CR,
    FOAF,
    GEO,
    GEONAMES,
    LEVEL_CLASSES,
    ORG,
    SKOS,
    WIKIDATA,
    concept,
    office_iri,
    organisation_iri,
    partnership_iri,
    person_iri,
    place_iri,
)

ENGLISH = Locale.parse("en")


def place(sheet: Sheet, value: Place) -> URIRef:
    """Describe a place: name, level, country, coordinates, and what others call it."""
    iri = place_iri(value)
    sheet.state(iri, LEVEL_CLASSES[value.level], (RDFS.label, text(value.name, "en")))
    for language, label in value.labels:
        sheet.graph.add((iri, RDFS.label, text(label, language)))
    if value.level == "country":
        sheet.graph.add((iri, CR.countryCode, Literal(value.id)))
        return iri
    sheet.graph.add((iri, CR.country, country(sheet, value.country)))
    if value.latitude is not None and value.longitude is not None:
        sheet.graph.add((iri, GEO.lat, decimal(value.latitude)))
        sheet.graph.add((iri, GEO.long, decimal(value.longitude)))
    if value.id.isdecimal():
        sheet.graph.add((iri, SKOS.exactMatch, GEONAMES[f"{value.id}/"]))
    if value.wikidata:
        sheet.graph.add((iri, SKOS.exactMatch, WIKIDATA[value.wikidata]))
    return iri


def country(sheet: Sheet, code: str) -> URIRef:
    """Describe a country by its English name, from CLDR, and its code of ISO 3166-1."""
    name = ENGLISH.territories.get(code, code)
    return place(sheet, Place(code, name, "country", code))


def organisation(sheet: Sheet, value: Organisation) -> URIRef:
    """Describe an organisation as written, and where it belongs."""
    at = place(sheet, value.place) if value.place else None
    return sheet.state(
        organisation_iri(value),
        ORG.Organization,
        (RDFS.label, sheet.words(value.name)),
        (CR.locatedAt, at),
    )


def home(sheet: Sheet, value: Place | Organisation) -> URIRef:
    """Describe what an office belongs to."""
    return place(sheet, value) if isinstance(value, Place) else organisation(sheet, value)


def office(sheet: Sheet, of: Place | Organisation, role: str) -> URIRef:
    """Describe the office of a role at a place or an organisation."""
    label = f"{role.replace('_', ' ').capitalize()}, {of.name}"
    return sheet.state(
        office_iri(of, role),
        ORG.Post,
        (ORG.role, concept("role", role)),
        (CR.officeOf, home(sheet, of)),
        (RDFS.label, text(label, "en")),
    )


def person(sheet: Sheet, value: Person) -> URIRef:
    """Describe a person by the names met."""
    iri = sheet.state(person_iri(value, sheet.iri), FOAF.Person, (FOAF.name, text(value.name)))
    for other in value.other_names:
        sheet.graph.add((iri, SKOS.altLabel, text(other)))
    return iri


def partnership(sheet: Sheet, a: Place, b: Place) -> URIRef:
    """Describe the partnership of two places."""
    first, second = sorted((a, b), key=lambda one: (one.name, one.id))
    return sheet.state(
        partnership_iri(a, b),
        CR.Partnership,
        (CR.partner, place(sheet, a)),
        (CR.partner, place(sheet, b)),
        (RDFS.label, text(f"{first.name} – {second.name}", "en")),
    )
