"""Countries, named as Unicode's CLDR names them."""

from functools import cache

from babel import Locale, UnknownLocaleError
from rdflib import URIRef

from cityrel.graph.draft import Draft
from cityrel.graph.literals import english, plain
from cityrel.vocabulary import CR, RDF, RDFS, country_iri


def write(draft: Draft, code: str) -> URIRef:
    """Write a country, in English and in the article's language, and give its IRI."""
    iri = country_iri(code)
    if draft.is_new(iri):
        draft.add(iri, RDF.type, CR.Country)
        draft.add(iri, CR.countryCode, plain(code))
        draft.add(iri, RDFS.label, english(country_names("en").get(code, code)))
        if draft.tag and draft.tag != "en":
            draft.add(iri, RDFS.label, draft.words(country_names(draft.tag).get(code)))
    return iri


@cache
def country_names(language: str) -> dict[str, str]:
    """Give the names of countries by ISO 3166-1 code, empty for a language that CLDR does not have."""
    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}
