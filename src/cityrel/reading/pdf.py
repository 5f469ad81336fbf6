"""PDF press releases: a file is an article."""

from collections.abc import Iterator
from contextlib import closing

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.assembly import Stated, assemble
from cityrel.reading.limits import MAX_ARTICLE_BYTES, TOO_LARGE
from cityrel.reading.pdf_lines import paragraphs

MISSING = "reading PDF needs another package: pip install 'cityrel[pdf]'"
NO_TEXT = "there is no text in it; a scanned page must go through text recognition (OCR) first"


def read_pdf(source: str, data: bytes) -> Article:
    """Read an article from the bytes of a PDF.

    Title and dates of the file itself are passed over: they tell of the template and the last export. Raises
    ReadError where it is broken, locked or without text, or where the library is not installed.
    """
    pages, size = [], 0
    for page in _pages(source, data):
        pages.append(page)
        size += len(page)
        if size > MAX_ARTICLE_BYTES:
            raise ReadError(source, TOO_LARGE)
    text = paragraphs(pages)
    if not text:
        raise ReadError(source, NO_TEXT)
    return assemble(source, text, Stated())


def _pages(source: str, data: bytes) -> Iterator[str]:
    """Give the text of each page as it stands there; raises ReadError where that cannot be read."""
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise ReadError(source, MISSING) from error
    try:
        with pdfium.PdfDocument(data) as document:
            for number in range(len(document)):
                with closing(document[number]) as page:
                    yield page.get_textpage().get_text_bounded()
    except pdfium.PdfiumError as error:
        locked = "password" in str(error)
        raise ReadError(
            source, "is locked with a password" if locked else f"is no sound PDF: {error}"
        ) from error
