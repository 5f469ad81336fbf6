"""Places of the gazetteer."""

import re

from rdflib import URIRef

from cityrel.graph import countries
from cityrel.graph.draft import Draft
from cityrel.graph.literals import decimal, english, language_tag, words
from cityrel.model import Place
from cityrel.vocabulary import CR, GEO, GEONAMES, LEVEL_CLASSES, RDF, RDFS, SKOS, WIKIDATA, place_iri

WIKIDATA_ITEM = re.compile(r"Q[0-9]+")


def write(draft: Draft, place: Place) -> URIRef:
    """Write a place, once, and give its IRI."""
    if place.level == "country":
        return countries.write(draft, place.id)
    iri = place_iri(place)
    if draft.is_new(iri):
        draft.add(iri, RDF.type, LEVEL_CLASSES[place.level])
        draft.add(iri, CR.country, countries.write(draft, place.country))
        draft.add(iri, GEO.lat, decimal(place.latitude))
        draft.add(iri, GEO.long, decimal(place.longitude))
        _write_labels(draft, iri, place)
        _write_matches(draft, iri, place)
    return iri


def _write_labels(draft: Draft, iri: URIRef, place: Place) -> None:
    """Write one name in each language; the English one is the gazetteer's main name."""
    draft.add(iri, RDFS.label, english(place.name))
    for language, name in dict(reversed(place.labels)).items():
        tag = language_tag(language)
        if tag and tag != "en":
            draft.add(iri, RDFS.label, words(name, tag))


def _write_matches(draft: Draft, iri: URIRef, place: Place) -> None:
    if place.id.isascii() and place.id.isdecimal():
        draft.add(iri, SKOS.exactMatch, GEONAMES[f"{place.id}/"])
    if place.wikidata and WIKIDATA_ITEM.fullmatch(place.wikidata):
        draft.add(iri, SKOS.exactMatch, WIKIDATA[place.wikidata])
