"""Namespaces, the terms of our ontology, and how things get their IRIs.

`ontology/` defines the same terms for readers; a test holds the two against each other. IRIs depend on
nothing but what they name, so that two runs give the same graph.
"""

import hashlib
import os
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from rdflib import Namespace, URIRef

from cityrel.errors import UsageError
from cityrel.model import Article, Organisation, Person, Place


class Terms(Namespace):
    """A namespace that makes each of its terms once, for they are asked for again and again."""

    def __getattr__(self, name: str) -> URIRef:
        term = super().__getattr__(name)
        setattr(self, name, term)
        return term


DEFAULT_BASE = "https://w3id.org/cityrel/"
"""Where the ontology and its concepts live, whoever publishes data with them."""


def complete_base(address: str) -> str:
    """Give the address under which things are named: ours where none is given, always with its last mark."""
    base = address.strip() or DEFAULT_BASE
    return base if base.endswith(("/", "#")) else f"{base}/"


BASE = complete_base(os.environ.get("CITYREL_BASE", ""))
"""Where the things of this publisher live: articles, places, partnerships, persons."""

CR = Terms(f"{DEFAULT_BASE}ontology#")
ONTOLOGY = URIRef(f"{DEFAULT_BASE}ontology")
DERIVED = URIRef(f"{BASE}graph/derived")
REMOVED = URIRef(f"{BASE}graph/removed")
TOUCHED = URIRef(f"{BASE}graph/touched")

DCTERMS = Terms("http://purl.org/dc/terms/")
FOAF = Terms("http://xmlns.com/foaf/0.1/")
GEO = Terms("http://www.w3.org/2003/01/geo/wgs84_pos#")
GEONAMES = Terms("https://sws.geonames.org/")
OA = Terms("http://www.w3.org/ns/oa#")
ORG = Terms("http://www.w3.org/ns/org#")
PROV = Terms("http://www.w3.org/ns/prov#")
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Terms("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Terms("https://schema.org/")
SKOS = Terms("http://www.w3.org/2004/02/skos/core#")
WIKIDATA = Terms("http://www.wikidata.org/entity/")
XSD = Terms("http://www.w3.org/2001/XMLSchema#")

PREFIXES = {
    "cr": str(CR),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "geo": str(GEO),
    "oa": str(OA),
    "org": str(ORG),
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""The prefixes that files, dumps and the query editor use."""

LEVEL_CLASSES = {
    "city": CR.City,
    "regency": CR.Regency,
    "province": CR.Province,
    "district": CR.District,
    "country": CR.Country,
}

SCHEMES = ("stage", "kind", "role", "topic", "modality", "qualifier", "event-type")
"""The SKOS schemes: each is a file of `ontology/` and a folder of concept IRIs."""


def check_base() -> None:
    """See to it that `CITYREL_BASE` can name things.

    Raises UsageError where it is not an absolute http address.
    """
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`/?#]+(/[^\s<>\"{}|\\^`?#]*)?#?", BASE):
        raise UsageError(f"CITYREL_BASE={BASE}: give an http address, such as https://example.org/cities/")


@lru_cache(maxsize=4_096)
def slug(text: str) -> str:
    """Give the words of a name in small letters, joined by hyphens; letters of every script stay.

    Accents fall away from Latin letters only: in other scripts a mark makes another letter.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFC", re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", folded))
    words = "".join(c if _is_letter(c) else " " for c in plain).split()
    return "-".join(words) or text_digest(text)[:16]


@lru_cache(maxsize=1_024)
def concept(scheme: str, key: str) -> URIRef:
    """Give the IRI of a concept, for example `concept("stage", "signed")`.

    Concepts belong to the ontology, so they keep its base whoever publishes.
    """
    return URIRef(f"{DEFAULT_BASE}{scheme}/{_segment(key)}")


def text_digest(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_iri(article: Article) -> URIRef:
    """Name an article, and its graph, after its address or, where it has none, after its text."""
    return URIRef(f"{BASE}article/{text_digest(article.url or article.text)[:16]}")


def place_iri(place: Place) -> URIRef:
    """Name a place; a country has a path of its own."""
    return country_iri(place.id) if place.level == "country" else URIRef(f"{BASE}place/{_segment(place.id)}")


def country_iri(code: str) -> URIRef:
    """Name a country after its ISO 3166-1 alpha-2 code."""
    return URIRef(f"{BASE}country/{_segment(code)}")


def in_order(a: Place, b: Place) -> tuple[Place, Place]:
    """Give two partners in the order that both directions share: the smaller id first."""
    return (a, b) if _id_order(a.id) <= _id_order(b.id) else (b, a)


def partnership_iri(a: Place, b: Place) -> URIRef:
    """Name the partnership of two places: the same in both directions."""
    first, second = in_order(a, b)
    return URIRef(f"{BASE}partnership/{_segment(first.id)}-{_segment(second.id)}")


def organisation_iri(organisation: Organisation) -> URIRef:
    """Name an organisation after its name and, where known, its place."""
    home = f"{_segment(organisation.place.id)}/" if organisation.place else ""
    return URIRef(f"{BASE}organisation/{home}{slug(organisation.name)}")


def office_iri(of: Place | Organisation, role: str) -> URIRef:
    """Name the office of a role at a place or an organisation."""
    return URIRef(f"{BASE}office/{home_path(of)}/{_segment(role)}")


def person_iri(person: Person, article: URIRef) -> URIRef:
    """Name a person after name and office; without an office, the name holds within the article only."""
    home = home_path(person.home) if person.home else article.removeprefix(BASE)
    return URIRef(f"{BASE}person/{slug(person.name)}/{home}")


def home_path(home: Place | Organisation) -> str:
    """Give the part of an IRI that tells whose office it is."""
    iri = place_iri(home) if isinstance(home, Place) else organisation_iri(home)
    return iri.removeprefix(BASE).removeprefix("place/")


def _is_letter(character: str) -> bool:
    """Say whether a character is a letter, digit or mark that an IRI may hold (RFC 3987, ucschar)."""
    return unicodedata.category(character)[0] in "LNM" and character < "\U000e0000"


def _id_order(key: str) -> tuple[float, str]:
    return (int(key), "") if key.isascii() and key.isdecimal() else (float("inf"), key)


@lru_cache(maxsize=4_096)
def _segment(key: str) -> str:
    """Give a key as one segment of a path: letters and digits as they are, anything else encoded."""
    return quote(key, safe="", errors="replace")
