"""Web pages: the article without menus, advertisements and comment forms, and what the page says about it."""

import logging
import re

import trafilatura
from trafilatura.settings import Document

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.assembly import Stated, assemble
from cityrel.reading.decoding import decode

DECLARATION_BYTES = 4096
"""How far into a page its encoding may be declared; browsers look into 1024 bytes."""
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
WHOLE_PAGE = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}>")
STATED_DATES_ONLY = {"original_date": True, "extensive_search": False}
STATED_DATE = re.compile(r"[\"'=:]\s?[\"']?(\d{4}-\d{2}-\d{2})(?!\d)")
"""A date of first publication counts where an attribute or a record of the page holds it: the extractor also
takes dates from sentences, which would be a guess."""

log = logging.getLogger(__name__)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what was wrong with a page
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_html(source: str, data: bytes, *, url: str | None = None, charset: str | None = None) -> Article:
    """Read an article from the bytes of a page.

    `url` is the address it came from, `charset` the encoding that its HTTP headers state, which goes before
    what the page declares. Raises ReadError where there is no text in it.
    """
    page, warnings = decode(source, data, charset or declared_encoding(data))
    return read_page(source, page, Stated(url=url, warnings=warnings))


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that the first lines of an HTML or XML document declare."""
    declared = DECLARED.search(data[:DECLARATION_BYTES])
    return declared[1].decode("ascii") if declared else None


def read_page(source: str, page: str, stated: Stated) -> Article:
    """Read an article from a page; what is `stated` elsewhere goes before what the page says.

    Raises ReadError where there is no text in it.
    """
    try:
        text, said = _taken_apart(_whole(page), stated.url)
    except Exception as error:
        log.debug("%s", source, exc_info=True)
        raise ReadError(source, f"the HTML is too broken to be read ({type(error).__name__})") from error
    if not text:
        raise ReadError(source, "there is no text in this page")
    return assemble(source, text, stated.completed(said))


def _whole(page: str) -> str:
    """Make a page of a piece of one, which the extractor would not take for HTML."""
    page = XML_DECLARATION.sub("", page)
    return page if WHOLE_PAGE.search(page) else f"<html><body>{page}</body></html>"


def _taken_apart(page: str, url: str | None) -> tuple[str, Stated]:
    """Give the article's text and what the page says; all text of a page in which no article is found."""
    found = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=STATED_DATES_ONLY,
    )
    if not isinstance(found, Document):
        return trafilatura.html2txt(page) or "", Stated()
    return found.text or trafilatura.html2txt(page) or "", _metadata(found, page)


def _metadata(found: Document, page: str) -> Stated:
    published = found.date if found.date in STATED_DATE.findall(page) else None
    return Stated(
        title=found.title,
        url=found.url,
        published=published,
        publisher=found.sitename,
        writer=found.author,
    )
