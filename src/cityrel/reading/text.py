"""Plain text: a file is an article."""

from cityrel.model import Article
from cityrel.reading.assembly import Stated, assemble
from cityrel.reading.decoding import decode


def read_text(source: str, data: bytes) -> Article:
    """Read an article from the bytes of a text.

    Raises ReadError where they are no text, or an empty one.
    """
    text, warnings = decode(source, data)
    return assemble(source, text, Stated(warnings=warnings))
