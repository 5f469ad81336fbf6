"""Which format an asker takes best: by name, or by the weights of the Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Iterable, Mapping

RESULT_TYPES = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media types of what SELECT and ASK answer, the one that we like best first."""

GRAPH_TYPES = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
    "application/rdf+xml": "rdf",
}
"""Media types of what CONSTRUCT and DESCRIBE answer, and of the data of a thing."""

HTML = "text/html"

GRAPH_FORMAT_OF_RESULT_FORMAT = {"json": "jsonld", "xml": "rdf"}
"""The graph format that a person means who asks for a result format by its short name."""


def best(accepted: Iterable[tuple[str, float]], offered: Iterable[str]) -> str | None:
    """Give the media type of `offered` with the highest weight, the first of equals; None if none is taken.

    `accepted` are media ranges with their weights; no ranges mean that everything is taken.
    """
    ranges = list(accepted) or [("*/*", 1.0)]
    weighted = [(weight(ranges, media_type), media_type) for media_type in offered]
    highest = max((value for value, _ in weighted), default=0.0)
    return next((media_type for value, media_type in weighted if value == highest > 0), None)


def weight(ranges: Iterable[tuple[str, float]], media_type: str) -> float:
    """Give the weight of a media type: that of the most specific range that it falls in, 0 if none."""
    matching = [(_specificity(span), value) for span, value in ranges if _covers(span, media_type)]
    return max(matching)[1] if matching else 0.0


def type_of(types: Mapping[str, str], key: str) -> str:
    """Give the first media type of a format's key."""
    return next(media_type for media_type, format_key in types.items() if format_key == key)


def content_type(media_type: str) -> str:
    """Give the Content-Type header: texts are in UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _essence(span: str) -> str:
    return span.partition(";")[0].strip().lower()


def _covers(span: str, media_type: str) -> bool:
    span = _essence(span)
    return span in ("*/*", media_type) or (span.endswith("/*") and media_type.startswith(span[:-1]))


def _specificity(span: str) -> int:
    return 0 if _essence(span) == "*/*" else 1 if _essence(span).endswith("/*") else 2
