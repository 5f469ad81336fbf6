"""Terms of RDF and values of Python, each as the other."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Triple

from cityrel.errors import QueryError
from cityrel.vocabulary import XSD

Term = NamedNode | BlankNode | pyoxigraph.Literal | Triple


class IRI(str):
    """An IRI: a text that says what it is, so that it is bound and compared as an IRI."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"IRI({str.__repr__(self)})"


INTEGERS = (
    "integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
)
WHOLE = r"[+-]?[0-9]+"
FRACTION = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
FLOATING = rf"{FRACTION}([eE][+-]?[0-9]+)?|[+-]?INF|NaN"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
MOMENT = rf"{DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"

READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    **{str(XSD[name]): (WHOLE, int) for name in INTEGERS.split()},
    str(XSD.decimal): (FRACTION, Decimal),
    str(XSD.double): (FLOATING, float),
    str(XSD.float): (FLOATING, float),
    str(XSD.boolean): ("true|false|1|0", lambda text: text in ("true", "1")),
    str(XSD.date): (DAY, date.fromisoformat),
    str(XSD.dateTime): (MOMENT, datetime.fromisoformat),
}
"""From a datatype to the form of its texts and what reads them."""


def to_python(term: Term | None) -> Any:
    """Give the value of a term: number, truth, date, `IRI`, or else the text as it stands.

    A year or a month stays a text, for Python has no such value; so does what is not of its datatype's form.
    """
    if isinstance(term, NamedNode):
        return IRI(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return _read(term.value, term.datatype.value)
    return None if term is None else str(term)


def to_term(value: object) -> NamedNode | pyoxigraph.Literal:
    """Give the term of a value. Raises QueryError where it has none."""
    try:
        return _term(value)
    except ValueError as error:
        raise QueryError(f"{value!r} cannot be part of a query: {error}") from error


def _read(text: str, datatype: str) -> Any:
    form, reader = READERS.get(datatype, ("", str))
    if not form or not re.fullmatch(form, text):
        return text
    try:
        return reader(text)
    except (ValueError, InvalidOperation):
        return text


def _term(value: object) -> NamedNode | pyoxigraph.Literal:
    if isinstance(value, NamedNode | pyoxigraph.Literal):
        return value
    if isinstance(value, IRI):
        return NamedNode(value)
    if isinstance(value, bool | int | float | str):
        return pyoxigraph.Literal(str(value) if isinstance(value, str) else value)
    written = _written(value)
    if written is None:
        raise ValueError(f"values of the type {type(value).__name__} are not known")
    text, datatype = written
    return pyoxigraph.Literal(text, datatype=NamedNode(str(datatype)))


def _written(value: object) -> tuple[str, str] | None:
    """Give the text and the datatype of what is no basic value."""
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f"), str(XSD.decimal)
    if isinstance(value, datetime):
        return value.isoformat(), str(XSD.dateTime)
    if isinstance(value, date):
        return value.isoformat(), str(XSD.date)
    return None
