"""Literals and links, made from text that may hold anything."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from urllib.parse import urlsplit

from pyoxigraph import NamedNode
from rdflib import URIRef
from rdflib.term import Literal

from cityrel.vocabulary import XSD

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2), and with it RDF/XML, cannot hold; lone surrogates no format can."""

LANGUAGE_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*",  # variants
    re.ASCII | re.IGNORECASE,
)
"""A tag as RFC 5646 (2.1) writes it, without extensions."""

UNDETERMINED = "und"

UNFIT_IN_IRI = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
"""What RFC 3987 keeps out of an IRI but people write into addresses; also a bare percent sign."""


def clean(text: str) -> str:
    """Give a text with U+FFFD for each character that RDF/XML cannot hold, so that offsets stay right."""
    return UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def language_tag(language: str) -> str | None:
    """Give the tag for words in a language; None where the language is not known."""
    known = language != UNDETERMINED and LANGUAGE_TAG.fullmatch(language)
    return language.lower() if known else None


def plain(text: str | None) -> Literal | None:
    """Give a text that is in no language: a name, a code, a path. An empty one states nothing."""
    return Literal(clean(text)) if text else None


def words(text: str | None, tag: str | None) -> Literal | None:
    """Give words in a language, plain where it is not known. An empty text states nothing."""
    return Literal(clean(text), lang=tag) if text else None


def english(text: str) -> Literal:
    """Give a label that we make ourselves."""
    return Literal(clean(text), lang="en")


def exact(text: str) -> Literal:
    """Give a stretch of the article's text as it stands, which may be empty."""
    return Literal(clean(text))


@lru_cache(maxsize=4_096)
def moment(iso: str | None) -> Literal | None:
    """Give a date as precise as it is stated: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.

    The time of day falls away. What is no date of the calendar stays plain text, which no shape accepts, so
    that the article is not stored with it.
    """
    if not iso:
        return None
    day = iso.partition("T")[0]
    kind = _precision(day)
    return Literal(day, datatype=kind, normalize=False) if kind else Literal(clean(iso))


@lru_cache(maxsize=4_096)
def decimal(number: float | None) -> Literal | None:
    """Give a number as `xsd:decimal`, which has no exponent; what is not finite states nothing."""
    if number is None or not isfinite(number):
        return None
    return Literal(f"{Decimal(repr(float(number))):f}", datatype=XSD.decimal, normalize=False)


@lru_cache(maxsize=16_384)
def offset(number: int) -> Literal:
    """Give a number of characters as `xsd:nonNegativeInteger`, as the Web Annotation vocabulary wants it."""
    return Literal(str(number), datatype=XSD.nonNegativeInteger, normalize=False)


@lru_cache(maxsize=1_024)
def integer(number: int) -> Literal:
    """Give a number as `xsd:integer`."""
    return Literal(number)


@lru_cache(maxsize=2)
def truth(value: bool) -> Literal:
    """Give `xsd:boolean`."""
    return Literal(value)


def web_address(address: str | None) -> URIRef | None:
    """Give an http address as an IRI, with what an IRI cannot hold percent-encoded.

    Anything else is no link: `javascript:` and its like, and what stays ill-formed, give None.
    """
    if not address:
        return None
    iri = UNFIT_IN_IRI.sub(_percent_encoded, address.strip())
    return URIRef(iri) if _is_web_iri(iri) else None


def _precision(day: str) -> URIRef | None:
    """Give the datatype of a date of the calendar, or None."""
    lengths = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    form = re.fullmatch(r"\d{4}(-\d\d){0,2}", day, re.ASCII)
    try:
        date.fromisoformat(f"{day}-01-01"[:10])
    except ValueError:
        return None
    return lengths[len(day)] if form else None


def _percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8"))


def _is_web_iri(iri: str) -> bool:
    try:
        NamedNode(iri)
        parts = urlsplit(iri)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
