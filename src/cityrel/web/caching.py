"""What a client or a cache may keep, and how it asks whether that still holds (RFC 9110, 8.8.3 and 13.1.2).

An answer depends on the published data, on this release, on the address and on what was negotiated. Its
entity tag is made of these, so that a client that has the answer already is told so before any work is done.
Tags are weak: a proxy may compress what it passes on.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path

from flask import Response, make_response, request

from cityrel import resources
from cityrel.web import language
from cityrel.web.site import views

KEEP = "public, no-cache"
"""Anybody may keep an answer, and asks before each use whether it still holds: what is retracted is gone."""

TAGGED = (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)

PACKAGE = Path(__file__).parent
SHAPING = frozenset((".py", ".html", ".svg", ".toml", ".rq", ".ttl", ".jsonld"))
"""Endings of the files that make an answer what it is: those of the web front, its queries, the ontology."""


def conditional(make: Callable[[], Response], *parts: str) -> Response:
    """Give what `make` makes, with its entity tag, or 304 without making it where the client has it.

    `parts` are what the answer depends on beside the data and the whole address: the media type, and for a
    page its language. Only an answer 200 gets a tag; any other is given as it is, and so is one that says
    that it is not to be stored.
    """
    tag = entity_tag(*parts)
    if tag and _has(tag):
        response = Response(status=HTTPStatus.NOT_MODIFIED)
        del response.headers["Content-Type"]
    else:
        response = make()
    if response.cache_control.no_store or response.status_code not in TAGGED:
        return response
    return _tagged(response, tag)


def cached_page(view: Callable[[], str]) -> Callable[[], Response]:
    """Make a view that renders a page of the data tell clients when they have it already."""

    @wraps(view)
    def answer() -> Response:
        return conditional(lambda: make_response(view()), "text/html", language.current())

    return answer


def entity_tag(*parts: str) -> str | None:
    """Give the tag of the answer to this request, None where nobody can tell whether the data changed.

    The data of another endpoint may change at any time, and do so without a word.
    """
    pool = views().pool
    published = pool.published()
    if published is None:
        return None
    return _digest(_release(), pool.revision(), str(published), request.url, *parts)


def _has(tag: str) -> bool:
    """Say whether the client has this very answer; `*` says only that it has some."""
    known = request.if_none_match
    return not known.star_tag and known.contains_weak(tag)


def _tagged(response: Response, tag: str | None) -> Response:
    if tag:
        response.set_etag(tag, weak=True)
    elif not response.is_streamed:
        response.add_etag(weak=True)
    response.headers["Cache-Control"] = KEEP
    if not response.is_streamed:  # or all of it would be read to find its length
        response.make_conditional(request)
    return response


@cache
def _release() -> str:
    """Name what turns data into answers: the release, and the files themselves for who changes them."""
    folders = (PACKAGE, resources.folder("ontology"), resources.folder("queries"))
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SHAPING)
    return _digest(version("cityrel"), *(hashlib.sha256(path.read_bytes()).hexdigest() for path in files))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
