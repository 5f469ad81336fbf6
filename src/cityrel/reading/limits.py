"""How large an article may be, and what holds several, so that one file cannot take all memory or time."""

from typing import BinaryIO

from cityrel.errors import ReadError

MAX_ARTICLE_BYTES = 5_000_000
"""The limit of one article, text or HTML. A long newspaper feature has about 50,000 bytes."""

MAX_DOCUMENT_BYTES = 50_000_000
"""The limit of a file that is held in memory and has more than text in it: a feed, or a PDF with pictures."""

TOO_LARGE = f"larger than the limit of {MAX_ARTICLE_BYTES:,} bytes an article"


def read_whole(source: str, stream: BinaryIO, limit: int = MAX_ARTICLE_BYTES) -> bytes:
    """Read a file to its end.

    Raises ReadError where it is larger than `limit` bytes, without reading on.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(source, TOO_LARGE if limit == MAX_ARTICLE_BYTES else f"larger than {limit:,} bytes")
    return data
