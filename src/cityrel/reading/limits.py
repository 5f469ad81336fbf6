"""How large an article may be, so that one file cannot take all memory or time."""

from typing import BinaryIO

from cityrel.errors import ReadError

MAX_ARTICLE_BYTES = 5_000_000
"""The limit of one article, text or HTML. A long newspaper feature has about 50,000 bytes."""

TOO_LARGE = f"larger than the limit of {MAX_ARTICLE_BYTES:,} bytes an article"


def read_whole(source: str, stream: BinaryIO) -> bytes:
    """Read a file that holds one article.

    Raises ReadError where it is larger than MAX_ARTICLE_BYTES, without reading it to its end.
    """
    data = stream.read(MAX_ARTICLE_BYTES + 1)
    if len(data) > MAX_ARTICLE_BYTES:
        raise ReadError(source, TOO_LARGE)
    return data
