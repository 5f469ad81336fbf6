"""Reading: files, folders, addresses and standard input become articles, one module a format."""

from cityrel.reading.limits import MAX_ARTICLE_BYTES
from cityrel.reading.sources import count, read

__all__ = ["MAX_ARTICLE_BYTES", "count", "read"]
