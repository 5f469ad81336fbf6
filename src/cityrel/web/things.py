"""Things at their own addresses: a page for people, or the data about them in an RDF format.

A thing's address is its IRI's path; a part of a thing, whose IRI has a fragment, is found on the page and in
the data of the whole. So none of them has to be redirected (303): by the Accept header or by an ending such
as `.ttl` the answer is the page or the data.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps

from flask import Response, make_response, request
from pyoxigraph import NamedNode, Triple

from cityrel.errors import NotFound
from cityrel.store.answers import GRAPH_FORMATS, NotAcceptable
from cityrel.vocabulary import BASE
from cityrel.web import absence, language
from cityrel.web.caching import conditional
from cityrel.web.data import as_data
from cityrel.web.formatting import address, local_path
from cityrel.web.negotiation import GRAPH_TYPES, HTML, best, type_of
from cityrel.web.site import views
from cityrel.web.views import thing

PAGE = "html"
ENDINGS = (*GRAPH_FORMATS, PAGE)
"""The endings by which a form is chosen."""

Page = Callable[[NamedNode], str]
Data = Callable[[NamedNode, str], Response]
"""Gives the data of a thing in the format of an ending."""


def statements(find: Callable[[NamedNode], Sequence[Triple]]) -> Data:
    """Give what answers with the statements that `find` finds about a thing."""

    def answer(iri: NamedNode, ending: str) -> Response:
        triples = find(iri)
        if not triples:
            raise NotFound(f"nothing is known of {iri.value}")
        return as_data(triples, ending)

    return answer


def from_view(name: str, parameter: str = "thing") -> Data:
    """Give what answers with the statements that a CONSTRUCT view finds about a thing."""
    return statements(lambda iri: views().triples(name, **{parameter: iri}))


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of what is at an address: either function raises NotFound where nothing is."""

    page: Page
    data: Data

    def answer(self, iri: str, ending: str | None) -> Response:
        """Answer with the form of an ending, or with the one that is accepted best."""
        node = thing(iri)
        chosen = ending or _negotiated()
        parts = (HTML, language.current()) if chosen == PAGE else (type_of(GRAPH_TYPES, chosen),)
        response = conditional(lambda: self._form(node, chosen), *parts)
        return _described(response, node, chosen, negotiated=ending is None)

    def _form(self, iri: NamedNode, chosen: str) -> Response:
        try:
            return make_response(self.page(iri)) if chosen == PAGE else self.data(iri, chosen)
        except NotFound as error:
            raise absence.explained(iri) from error


THING = from_view("thing")


def at_its_address(kind: str, data: Data = THING) -> Callable[[Page], Callable[[str], Response]]:
    """Make a page out of a function that renders a thing: its route takes the rest of the path as `key`."""

    def decorate(page: Page) -> Callable[[str], Response]:
        forms = Forms(page, data)

        @wraps(page)
        def route(key: str) -> Response:
            stem, ending = split(key)
            return forms.answer(f"{BASE}{kind}/{stem}", ending)

        return route

    return decorate


def split(key: str) -> tuple[str, str | None]:
    """Take an ending that chooses a form off a path."""
    stem, dot, ending = key.rpartition(".")
    return (stem, ending) if dot and ending in ENDINGS else (key, None)


def _negotiated() -> str:
    """Give the ending of the form that the asker takes best."""
    chosen = best(request.accept_mimetypes, (HTML, *GRAPH_TYPES))
    if chosen is None:
        raise NotAcceptable(f"things come as {', '.join((HTML, *GRAPH_TYPES))}, none of which is accepted")
    return GRAPH_TYPES.get(chosen, PAGE)


def _described(response: Response, iri: NamedNode, chosen: str, *, negotiated: bool) -> Response:
    """Say what the answer is of, where it is by itself, and where the other forms of the same are."""
    path = (local_path(iri.value) or "").partition("?")[0]
    for link in _links(path, chosen):
        response.headers.add("Link", link)
    if negotiated:
        response.headers["Content-Location"] = _own_address(path, chosen)
    return response


def _links(path: str, chosen: str) -> Iterator[str]:
    for key in ENDINGS:
        kind = HTML if key == PAGE else type_of(GRAPH_TYPES, key)
        if key != chosen:
            yield f'<{path}.{key}>; rel="alternate"; type="{kind}"'
    if chosen == PAGE:
        yield f'<{path}.ttl>; rel="describedby"; type="text/turtle"'
    else:
        yield f'<{path}>; rel="describes"'


def _own_address(path: str, chosen: str) -> str:
    own = f"{path.removeprefix(request.script_root)}.{chosen}"
    return address(own, lang=language.current()) if chosen == PAGE else request.script_root + own
