"""Namespaces, the terms of our ontology, and how things get their IRIs.

`ontology/` defines the same terms for readers; a test holds the two against each other. IRIs depend on
nothing but what they name, so that two runs give the same graph.
"""

import hashlib
import os
import re
import unicodedata

from rdflib import Namespace, URIRef

from cityrel.model import Article, Organisation, Person, Place

DEFAULT_BASE = "https://w3id.org/cityrel/"
BASE = os.environ.get("CITYREL_BASE", DEFAULT_BASE)
"""Where our things live; `CITYREL_BASE` gives a publisher's own."""

CR = Namespace(f"{DEFAULT_BASE}ontology#")
ONTOLOGY = URIRef(f"{DEFAULT_BASE}ontology")
DERIVED = URIRef(f"{BASE}graph/derived")
TOUCHED = URIRef(f"{BASE}graph/touched")

DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
GEONAMES = Namespace("https://sws.geonames.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES = {
    "cr": str(CR),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "geo": str(GEO),
    "oa": str(OA),
    "org": str(ORG),
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": str(PROV),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
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


def slug(text: str) -> str:
    """Give the words of a name in small letters, joined by hyphens; letters of every script stay."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return unicodedata.normalize("NFC", "-".join(words)) or "unnamed"


def concept(scheme: str, key: str) -> URIRef:
    """Give the IRI of a concept, for example `concept("stage", "signed")`.

    Concepts belong to the ontology, so they keep its base whoever publishes.
    """
    return URIRef(f"{DEFAULT_BASE}{scheme}/{key}")


def text_digest(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_iri(article: Article) -> URIRef:
    """Name an article, and its graph, after its address or, where it has none, after its text."""
    return URIRef(f"{BASE}article/{text_digest(article.url or article.text)[:16]}")


def place_iri(place: Place) -> URIRef:
    """Name a place; a country has a path of its own."""
    folder = "country" if place.level == "country" else "place"
    return URIRef(f"{BASE}{folder}/{place.id}")


def partnership_iri(a: Place, b: Place) -> URIRef:
    """Name the partnership of two places: the same in both directions."""
    first, second = sorted((a.id, b.id), key=_id_order)
    return URIRef(f"{BASE}partnership/{first}-{second}")


def organisation_iri(organisation: Organisation) -> URIRef:
    """Name an organisation after its name and, where known, its place."""
    home = f"{organisation.place.id}/" if organisation.place else ""
    return URIRef(f"{BASE}organisation/{home}{slug(organisation.name)}")


def office_iri(of: Place | Organisation, role: str) -> URIRef:
    """Name the office of a role at a place or an organisation."""
    return URIRef(f"{BASE}office/{home_path(of)}/{role}")


def person_iri(person: Person, article: URIRef) -> URIRef:
    """Name a person after name and office; without an office, the name holds within the article only."""
    home = home_path(person.home) if person.home else article.removeprefix(BASE)
    return URIRef(f"{BASE}person/{slug(person.name)}/{home}")


def home_path(home: Place | Organisation) -> str:
    """Give the part of an IRI that tells whose office it is."""
    iri = place_iri(home) if isinstance(home, Place) else organisation_iri(home)
    return iri.removeprefix(BASE).removeprefix("place/")


def _id_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdecimal() else (10**12, key)
