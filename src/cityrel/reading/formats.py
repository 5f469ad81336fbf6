"""The formats that are read: by the ending of a file's name, or by how what comes without a name begins."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import feed, html, jsonl, pdf, text, warc
from cityrel.reading.limits import MAX_ARTICLE_BYTES, MAX_DOCUMENT_BYTES, read_whole

Reader = Callable[[str, BinaryIO], Iterator[Article | ReadError]]
"""Reads the articles of an open file whose name is given."""


def _one(_stream: BinaryIO) -> int:
    return 1


def _unknown(_stream: BinaryIO) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read, and how its articles are counted beforehand: None where that costs too much."""

    read: Reader
    count: Callable[[BinaryIO], int | None] = _one


def _whole(read_article: Callable[[str, bytes], Article], limit: int = MAX_ARTICLE_BYTES) -> Format:
    """Make a format of what holds one article a file."""

    def read_file(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
        try:
            yield read_article(source, read_whole(source, stream, limit))
        except ReadError as error:
            yield error

    return Format(read_file)


TEXT, HTML, PDF = _whole(text.read_text), _whole(html.read_html), _whole(pdf.read_pdf, MAX_DOCUMENT_BYTES)
JSON_LINES = Format(jsonl.read_lines, jsonl.count_lines)
FEED = Format(feed.read_feed, feed.count_items)
WARC = Format(warc.read_warc, _unknown)

FORMATS: Mapping[str, Format] = {
    ".txt": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".jsonl": JSON_LINES,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
    ".pdf": PDF,
    ".warc": WARC,
    ".warc.gz": WARC,
}
"""Format by suffix."""

SNIFFED_BYTES = 1024
BEGINNINGS = (
    (JSON_LINES, re.compile(rb"\{")),
    (PDF, re.compile(rb"%pdf-")),
    (FEED, re.compile(rb"(?:<(?:\?|!--|!doctype\s+(?:rss|rdf))[^>]*>\s*)*<(?:rss|feed|(?:\w+:)?rdf)\b")),
    (HTML, re.compile(rb"<(?:!doctype|html|head|\?xml|body|!--)")),
)
"""What tells a format, in small letters, behind blanks and byte order marks."""


def of_name(name: str) -> Format | None:
    """Give the format of a file by its name, None where that tells none."""
    return next((FORMATS[suffix] for suffix in FORMATS if name.lower().endswith(suffix)), None)


def of_beginning(beginning: bytes) -> Format:
    """Give the format of what has no name by its first bytes; what looks like nothing else is text."""
    start = beginning[:SNIFFED_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((known for known, pattern in BEGINNINGS if pattern.match(start)), TEXT)


def known_suffixes() -> str:
    """List the endings of the names that are read."""
    return ", ".join(FORMATS)
