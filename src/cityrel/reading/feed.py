"""RSS and Atom feeds: an item is an article, from the text that the feed holds. No link is followed."""

import io
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_tz
from typing import Any, BinaryIO

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.assembly import Stated, assemble
from cityrel.reading.decoding import decode
from cityrel.reading.html import XML_DECLARATION, declared_encoding, read_page
from cityrel.reading.limits import MAX_ARTICLE_BYTES, MAX_DOCUMENT_BYTES, TOO_LARGE, read_whole

ITEM = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
SUMMARY_ONLY = "only the summary was read; the feed does not hold the whole text"


def read_feed(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
    """Read an article from each item; what is wrong with one is an error that names its number."""
    try:
        feed = _parsed(source, read_whole(source, stream, MAX_DOCUMENT_BYTES))
    except ReadError as error:
        yield error
        return
    for number, item in enumerate(feed["entries"], start=1):
        try:
            yield _article(f"{source}:{number}", item, feed)
        except ReadError as error:
            yield error


def count_items(stream: BinaryIO) -> int:
    """Give how many articles and errors a feed will give, as far as its tags tell."""
    return len(ITEM.findall(stream.read(MAX_DOCUMENT_BYTES))) or 1


def _parsed(source: str, data: bytes) -> Mapping[str, Any]:
    """Parse a feed; raises ReadError where it is none, or has no items."""
    import feedparser

    text = _characters(source, data)
    feed: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(text.encode("utf-8")), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed["entries"]:
        raise ReadError(source, "the feed has no items" if feed["version"] else f"is no feed{_broken(feed)}")
    return feed


def _characters(source: str, data: bytes) -> str:
    """Give the feed's characters, declared to be what they are encoded in next.

    Raises ReadError where they are those of a web page, or declare entities: a few lines of these can be
    made to stand for more text than fits in memory, and no feed needs them.
    """
    if not data.strip():
        raise ReadError(source, "is empty")
    text = decode(source, data, declared_encoding(data))[0]
    if PAGE.match(text):
        raise ReadError(source, "is a web page, not a feed")
    if ENTITY.search(text):
        raise ReadError(source, "declares entities of its own, which are not read")
    return f"{DECLARATION}{XML_DECLARATION.sub('', text)}"


def _broken(feed: Mapping[str, Any]) -> str:
    """Say what the XML parser found wrong, if anything."""
    error = feed.get("bozo_exception")
    message = getattr(error, "getMessage", None)
    line = getattr(error, "getLineNumber", None)
    return f" (line {line()}: {message()})" if message and line else ""


def _article(source: str, item: Mapping[str, Any], feed: Mapping[str, Any]) -> Article:
    text, is_markup, warnings = _text(source, item)
    broken = _broken(feed)
    stated = Stated(
        title=item.get("title"),
        url=_address(item),
        published=_day(item),
        publisher=_publisher(item, feed["feed"]),
        # The language of a feed is often the one its software came with, so it is told from the text.
        writer=item.get("author"),
        warnings=(*warnings, *((f"the feed is not well-formed XML{broken}",) if broken else ())),
    )
    return read_page(source, text, stated) if is_markup else assemble(source, text, stated)


def _text(source: str, item: Mapping[str, Any]) -> tuple[str, bool, tuple[str, ...]]:
    """Give the item's text, whether it is HTML, and a warning where it is only the summary.

    Raises ReadError where there is neither, or more than an article may have.
    """
    full = next((part for part in item.get("content", ()) if part["value"].strip()), None)
    part = full or item.get("summary_detail") or {"value": ""}
    if not part["value"].strip():
        raise ReadError(source, "the item holds no text, only a title")
    if len(part["value"]) > MAX_ARTICLE_BYTES:
        raise ReadError(source, TOO_LARGE)
    return part["value"], part.get("type") != "text/plain", () if full else (SUMMARY_ONLY,)


def _address(item: Mapping[str, Any]) -> str | None:
    """Give the item's link; its identifier will not do, it need not be an address."""
    link = item.get("link")
    return link if link and link.startswith(("http://", "https://")) else None


def _publisher(item: Mapping[str, Any], channel: Mapping[str, Any]) -> str | None:
    """Give who published an item: its own source where feeds are gathered from others, else the feed's."""
    return item.get("source", {}).get("title") or channel.get("publisher") or channel.get("title")


def _day(item: Mapping[str, Any]) -> str | None:
    """Give the day as the publisher's own clock had it; a date in another form is left as stated."""
    key = "published" if item.get("published") else "updated"
    stated = item.get(key)
    if not stated or ISO_DAY.match(stated.strip()):
        return stated or None
    parsed = parsedate_tz(stated) or item.get(f"{key}_parsed")
    return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else stated
