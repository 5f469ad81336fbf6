"""Things at their own addresses: a page for people, or the data about them in an RDF format."""

from collections.abc import Callable
from functools import wraps

import pyoxigraph
from flask import Response, make_response, request
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.store.answers import GRAPH_FORMATS, NotAcceptable
from cityrel.vocabulary import BASE, PREFIXES
from cityrel.web.formatting import local_path
from cityrel.web.negotiation import GRAPH_TYPES, HTML, best, content_type, type_of
from cityrel.web.site import views
from cityrel.web.views import thing

Page = Callable[[NamedNode], str]


def at_its_address(
    kind: str, *, view: str = "thing", parameter: str = "thing"
) -> Callable[[Page], Callable[[str], Response]]:
    """Make a page out of a function that renders a thing: its route takes the rest of the path as `key`.

    By Accept header or by an ending such as `.ttl` the answer is the data that the CONSTRUCT `view` gives.
    """

    def decorate(page: Page) -> Callable[[str], Response]:
        @wraps(page)
        def route(key: str) -> Response:
            stem, ending = _split(key)
            iri = thing(f"{BASE}{kind}/{stem}")
            chosen = ending or _negotiated()
            if chosen is None:
                return _linked(make_response(page(iri)), iri)
            return _linked(_data(view, parameter, iri, chosen), iri)

        return route

    return decorate


def _split(key: str) -> tuple[str, str | None]:
    stem, dot, ending = key.rpartition(".")
    return (stem, ending) if dot and ending in GRAPH_FORMATS else (key, None)


def _negotiated() -> str | None:
    """Give the key of the format that the asker wants, None for a page."""
    chosen = best(request.accept_mimetypes, (HTML, *GRAPH_TYPES))
    if chosen is None:
        raise NotAcceptable(f"things come as {', '.join((HTML, *GRAPH_TYPES))}, none of which is accepted")
    return GRAPH_TYPES.get(chosen)


def _data(view: str, parameter: str, iri: NamedNode, key: str) -> Response:
    triples = views().triples(view, **{parameter: iri})
    if not triples:
        raise NotFound(f"nothing is known of {iri.value}")
    body = pyoxigraph.serialize(triples, format=GRAPH_FORMATS[key], prefixes=PREFIXES)
    response = make_response(body)
    response.content_type = content_type(type_of(GRAPH_TYPES, key))
    return response


def _linked(response: Response, iri: NamedNode) -> Response:
    """Say where the other forms of the same thing are."""
    path = (local_path(iri.value) or "").partition("?")[0]
    for key in GRAPH_FORMATS:
        kind = type_of(GRAPH_TYPES, key)
        response.headers.add("Link", f'<{path}.{key}>; rel="alternate"; type="{kind}"')
    return response
