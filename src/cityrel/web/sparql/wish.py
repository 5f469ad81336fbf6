"""In which form an asker takes an answer: by the ending of the address, `format`, or the Accept header."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import request

from cityrel.errors import NotFound, QueryError
from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS, NotAcceptable
from cityrel.web.negotiation import (
    GRAPH_FORMAT_OF_RESULT_FORMAT,
    GRAPH_TYPES,
    HTML,
    RESULT_TYPES,
    best,
    type_of,
)
from cityrel.web.parameters import Parameters
from cityrel.web.problems import prefer_json

PAGE = "html"
ENDINGS = (*RESULT_FORMATS, *GRAPH_FORMATS)
"""What the address of the endpoint may end in."""
FORMATS = (*ENDINGS, PAGE)
"""What `format` may be."""

OTHER_NAMES = {
    "turtle": "ttl",
    "n3": "ttl",
    "ntriples": "nt",
    "n-triples": "nt",
    "json-ld": "jsonld",
    "rdf+xml": "rdf",
    "rdfxml": "rdf",
    "rdf/xml": "rdf",
}
"""Names that other programs give to the formats, each with ours; Turtle is also N3."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The media types in which an asker takes results and graphs, and whether a page is wanted instead."""

    results: str | None
    graphs: str | None
    page: bool = False

    @property
    def result_format(self) -> str | None:
        """The key of the format for results, None where none is taken."""
        return RESULT_TYPES.get(self.results or "")

    @property
    def graph_format(self) -> str | None:
        """The key of the format for graphs, None where none is taken."""
        return GRAPH_TYPES.get(self.graphs or "")


def wish_of(given: Parameters, ending: str | None = None) -> Wish:
    """Say in which form the current request is to be answered.

    Raises NotFound where the address ends in no format, QueryError where `format` names none or several,
    NotAcceptable where nothing that the Accept header takes is there.
    """
    if ending is not None and ending not in ENDINGS:
        raise NotFound(f"no answer is in a format {ending!r}")
    named = [ending] if ending else []
    wishes = {_by_name(name) for name in (*named, *_named(given.getlist("format")))}
    if len(wishes) > 1:
        raise QueryError("several formats are asked for: name one, by the ending or by 'format'")
    if not wishes:
        return _by_header()
    [wish] = wishes
    if wish.result_format == "json" or wish.graph_format == "jsonld":
        prefer_json()
    return wish


def _by_header() -> Wish:
    accepted = request.accept_mimetypes
    first = best(accepted, (*RESULT_TYPES, *GRAPH_TYPES, HTML))
    if first is None:
        offered = ", ".join(dict.fromkeys((*RESULT_TYPES, *GRAPH_TYPES, HTML)))
        raise NotAcceptable(f"answers come as {offered}, none of which is accepted")
    return Wish(best(accepted, RESULT_TYPES), best(accepted, GRAPH_TYPES), page=first == HTML)


def _by_name(name: str) -> Wish:
    if name == PAGE:
        return Wish(None, None, page=True)
    graph = GRAPH_FORMAT_OF_RESULT_FORMAT.get(name, name)
    return Wish(
        type_of(RESULT_TYPES, name) if name in RESULT_FORMATS else None,
        type_of(GRAPH_TYPES, graph) if graph in GRAPH_FORMATS else None,
    )


def _named(values: Iterable[str]) -> Iterator[str]:
    """Give our names of the formats that `format` names; each of its values must name one that is there.

    A value may be a media type, or several with commas: client libraries send those too.
    """
    for value in filter(None, values):
        known = [name for part in value.split(",") if (name := _our_name(part.strip().lower()))]
        if not known:
            raise QueryError(f"there is no format {value!r}; there are {', '.join(FORMATS)}")
        yield known[0]


def _our_name(name: str) -> str | None:
    if name in FORMATS:
        return name
    return OTHER_NAMES.get(name) or _MEDIA_TYPES.get(name)


_MEDIA_TYPES = {HTML: PAGE} | GRAPH_TYPES | RESULT_TYPES
