"""JSON lines: a line is an article, `{"text": ..., "title": ..., "published": ...}` or with `html`."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.assembly import Stated, assemble
from cityrel.reading.decoding import decode
from cityrel.reading.html import read_page
from cityrel.reading.limits import MAX_ARTICLE_BYTES, TOO_LARGE

KEYS = ("text", "html", "url", "title", "published", "publisher", "lang")
"""The keys that are read; each is a text or null."""


def read_lines(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
    """Read an article from each line; empty lines are passed over.

    A line that cannot be read is given as a ReadError that names its number, and the next one is read.
    """
    found = False
    for number, line in enumerate(_lines(stream), start=1):
        if line is None or line.strip():
            found = True
            yield _read_line(f"{source}:{number}", line)
    if not found:
        yield ReadError(source, "is empty")


def count_lines(stream: BinaryIO) -> int:
    """Give how many articles and errors a file of JSON lines will give."""
    return sum(bool(line is None or line.strip()) for line in _lines(stream)) or 1


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Give the lines; None for one that is larger than an article may be, which is not kept in memory."""
    while line := stream.readline(MAX_ARTICLE_BYTES + 1):
        too_large = len(line) > MAX_ARTICLE_BYTES
        rest = line
        while too_large and rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_ARTICLE_BYTES)
        yield None if too_large else line


def _read_line(source: str, line: bytes | None) -> Article | ReadError:
    if line is None:
        return ReadError(source, TOO_LARGE)
    try:
        text, warnings = decode(source, line)
        return _article(source, _record(source, text.strip()), warnings)
    except ReadError as error:
        return error


def _record(source: str, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(source, f"is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ReadError(source, "is not a JSON object")
    for key in KEYS:
        if not isinstance(record.get(key), str | None):
            raise ReadError(source, f"the value of {key!r} is no text")
    return record


def _article(source: str, record: Mapping[str, Any], warnings: tuple[str, ...]) -> Article:
    unknown = tuple(f"unknown key {key!r} was passed over" for key in record if key not in KEYS)
    stated = Stated(
        title=record.get("title"),
        url=record.get("url"),
        published=record.get("published"),
        publisher=record.get("publisher"),
        language=record.get("lang"),
        warnings=(*warnings, *unknown),
    )
    if record.get("text"):
        return assemble(source, record["text"], stated)
    if record.get("html"):
        return read_page(source, record["html"], stated)
    raise ReadError(source, "has neither 'text' nor 'html'")
