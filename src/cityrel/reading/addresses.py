"""What stands at an address of the web: fetched once, over HTTP or HTTPS, with limits of size and time."""

import re
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from werkzeug.urls import iri_to_uri

from cityrel import __version__
from cityrel.errors import ReadError
from cityrel.reading.limits import MAX_DOCUMENT_BYTES

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
SILENCE, DEADLINE = 20.0, 120.0
"""Seconds without an answer, and in all, after which an address is given up."""
CHUNK = 1 << 16
HEADERS = {
    "User-Agent": f"cityrel/{__version__} (+https://w3id.org/cityrel)",
    "Accept": "application/rss+xml, application/atom+xml, text/html, application/pdf, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address at which redirections ended, what its headers state, and the bytes."""

    address: str
    content_type: str
    charset: str | None
    data: bytes


def is_address(source: str) -> bool:
    """Tell an address of the web from a path."""
    return bool(ADDRESS.match(source))


def fetch(address: str) -> Fetched:
    """Get what stands at an address, with a single request; redirections are followed to HTTP and HTTPS only.

    Raises ReadError where it cannot be had, is larger than `limits.MAX_DOCUMENT_BYTES`, or comes too slowly.
    """
    try:
        with _opener().open(Request(iri_to_uri(address), headers=HEADERS), timeout=SILENCE) as answer:  # noqa: S310
            return Fetched(
                answer.url,
                answer.headers.get_content_type(),
                answer.headers.get_content_charset(),
                _body(address, answer),
            )
    except HTTPError as error:
        error.close()
        raise ReadError(address, f"cannot be fetched: {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise ReadError(address, f"cannot be fetched: {_reason(error)}") from error


def _opener() -> OpenerDirector:
    """Make what opens addresses; it knows no other scheme, wherever a redirection leads."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _body(address: str, answer: HTTPResponse) -> bytes:
    """Read an answer piece by piece, so that neither its size nor its pace is the other side's choice."""
    start, pieces, size = monotonic(), [], 0
    while piece := answer.read1(CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_DOCUMENT_BYTES:
            raise ReadError(address, f"larger than {MAX_DOCUMENT_BYTES:,} bytes")
        if monotonic() - start > DEADLINE:
            raise ReadError(address, f"did not come within {DEADLINE:.0f} seconds")
    if answer.length:
        raise ReadError(address, "the connection ended before the answer did")
    return b"".join(pieces)


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"no answer within {SILENCE:.0f} seconds"
    return " ".join(str(getattr(cause, "strerror", None) or cause).split()) or type(cause).__name__
