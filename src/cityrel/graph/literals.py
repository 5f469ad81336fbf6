"""How text, dates and numbers become literals that every RDF syntax can hold."""

import re
from decimal import Decimal

from rdflib import Literal, URIRef

from cityrel.vocabulary import XSD

UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML 1.0 forbids or discourages, and halves of surrogate pairs, which no UTF-8 holds."""

ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}")
DATATYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def text(value: str, language: str | None = None) -> Literal:
    """Give a text, in a language where it is known; unspeakable characters become U+FFFD."""
    clean = UNSPEAKABLE.sub("\ufffd", value)
    tagged = language if language and language != "und" and LANGUAGE.fullmatch(language) else None
    return Literal(clean, lang=tagged)


def date(value: str) -> Literal:
    """Give a date of ISO 8601 as precise as it is: a day, a month or a year."""
    return Literal(value, datatype=DATATYPES[len(value)], normalize=False)


def count(value: int) -> Literal:
    """Give a number of things, or an offset."""
    return Literal(value, datatype=XSD.nonNegativeInteger, normalize=False)


def decimal(value: float) -> Literal:
    """Give a decimal number without an exponent."""
    return Literal(format(Decimal(str(value)), "f"), datatype=XSD.decimal, normalize=False)


def truth(value: bool) -> Literal:
    """Give true or false."""
    return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)


def address(value: str) -> URIRef | None:
    """Give a web address as an IRI, or None where it is none that a page may safely link to."""
    return URIRef(value) if ADDRESS.fullmatch(value) else None
