"""WARC, the archives of web crawlers, plain or gzipped: each HTML page in it is an article."""

from collections.abc import Iterator
from typing import BinaryIO

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.html import read_html
from cityrel.reading.limits import MAX_ARTICLE_BYTES, TOO_LARGE
from cityrel.reading.warc_records import Broken, Response, responses

MISSING = "reading WARC needs another package: pip install 'cityrel[warc]'"


def read_warc(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
    """Read an article from each HTML page that was answered with status 200; all else is passed over.

    What cannot be read is given as a ReadError that names the number of its record in the archive, and the
    next record is read. The archive is never in memory as a whole.
    """
    found = False
    try:
        for item in _items(source, stream):
            found = True
            yield item
    except ImportError:
        yield ReadError(source, MISSING)
        return
    if not found:
        yield ReadError(source, "there is no HTML page in this archive")


def _items(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
    for record in responses(stream):
        name = f"{source}:{record.number}"
        if isinstance(record, Broken):
            yield ReadError(name, record.reason)
            continue
        try:
            yield from _articles(name, record)
        except ReadError as error:
            yield error


def _articles(source: str, record: Response) -> Iterator[Article]:
    """Read the page of a record, if it holds one; raises ReadError where it cannot be read."""
    try:
        page = record.page()
    except OSError as error:
        raise ReadError(source, f"the answer of {record.address} cannot be decoded: {error}") from error
    if page and len(page.body) > MAX_ARTICLE_BYTES:
        raise ReadError(source, TOO_LARGE)
    if page:
        yield read_html(source, page.body, url=record.address, charset=page.charset)
