"""The SPARQL endpoint: the query half of the SPARQL 1.1 Protocol, and a plain form for people."""

import json
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import islice
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import UnsupportedMediaType

from cityrel.errors import CityrelError, QueryError
from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS, Answer, NotAcceptable, Request
from cityrel.store.guard import UPDATE_REFUSED, UpdateRefused
from cityrel.web.negotiation import (
    GRAPH_FORMAT_OF_RESULT_FORMAT,
    GRAPH_TYPES,
    HTML,
    RESULT_TYPES,
    best,
    content_type,
    type_of,
)
from cityrel.web.pages.examples import examples
from cityrel.web.problems import message_of
from cityrel.web.site import site

blueprint = Blueprint("sparql", __name__)

FORM_ENCODED = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
SHOWN_ROWS = 1000
"""Rows of a result that a page shows; the links below it give all."""
NO_QUERY = "there is no query: send it as the parameter 'query', or as a body of the type " + QUERY


@dataclass(frozen=True, slots=True)
class Wish:
    """The media types in which an asker takes results and graphs, and whether a page is wanted instead."""

    results: str | None
    graphs: str | None
    page: bool = False


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """Answer a query, in the format that the asker takes best."""
    wish = _wish()
    try:
        asked = _asked()
        if wish.page:
            return _page(asked)
        if not asked.query:
            raise QueryError(NO_QUERY)
        return _answer(asked, wish)
    except CityrelError as error:
        if wish.page:
            return _page(Request(_shown_query()), error)
        raise


def _wish() -> Wish:
    wanted = _parameters().get("format", "")
    if wanted:
        return _wish_by_name(wanted)
    accepted = request.accept_mimetypes
    first = best(accepted, (*RESULT_TYPES, *GRAPH_TYPES, HTML))
    if first is None:
        offered = ", ".join(dict.fromkeys((*RESULT_TYPES, *GRAPH_TYPES, HTML)))
        raise NotAcceptable(f"answers come as {offered}, none of which is accepted")
    return Wish(best(accepted, RESULT_TYPES), best(accepted, GRAPH_TYPES), page=first == HTML)


def _wish_by_name(wanted: str) -> Wish:
    if wanted == "html":
        return Wish(None, None, page=True)
    graph = GRAPH_FORMAT_OF_RESULT_FORMAT.get(wanted, wanted)
    results = type_of(RESULT_TYPES, wanted) if wanted in RESULT_FORMATS else None
    graphs = type_of(GRAPH_TYPES, graph) if graph in GRAPH_FORMATS else None
    if not results and not graphs:
        known = ", ".join((*RESULT_FORMATS, *GRAPH_FORMATS, "html"))
        raise QueryError(f"there is no format {wanted!r}; there are {known}")
    return Wish(results, graphs)


def _asked() -> Request:
    """Take the query and its graphs from where the protocol puts them."""
    given = _parameters()
    if "update" in given or request.mimetype == UPDATE:
        raise UpdateRefused(UPDATE_REFUSED)
    queries = [_body()] if request.method == "POST" and request.mimetype == QUERY else given.getlist("query")
    if len(queries) > 1:
        raise QueryError(f"there are {len(queries)} queries: send one at a time")
    return Request(
        queries[0].strip() if queries else "",
        default_graphs=tuple(given.getlist("default-graph-uri")),
        named_graphs=tuple(given.getlist("named-graph-uri")),
    )


def _parameters() -> Any:
    """Give the parameters: those of the body for a form, those of the address otherwise."""
    if request.method != "POST" or request.mimetype in (QUERY, UPDATE):
        return request.args
    if request.mimetype != FORM_ENCODED:
        raise UnsupportedMediaType(f"send queries as {FORM_ENCODED} or {QUERY}")
    return request.form


def _body() -> str:
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8: {error}") from error


def _answer(asked: Request, wish: Wish) -> Response:
    answer = site().queries.run(
        replace(
            asked,
            result_format=RESULT_TYPES.get(wish.results or ""),
            graph_format=GRAPH_TYPES.get(wish.graphs or ""),
        )
    )
    media_type = wish.graphs if answer.form == "triples" else wish.results
    response = make_response(answer.body)
    response.content_type = content_type(media_type or "")
    return response


def _page(asked: Request, error: CityrelError | None = None) -> Response:
    """Show the form, and below it the answer or what is wrong."""
    answer = site().queries.run(asked) if asked.query and not error else None
    body = render_template(
        "sparql.html",
        asked=asked,
        examples=examples(),
        error=message_of(error) if error else None,
        formats=_formats(answer),
        graph=answer.body.decode() if answer and answer.form == "triples" else None,
        **_table(answer),
    )
    return make_response(body, error.http_status if error else HTTPStatus.OK)


def _table(answer: Answer | None) -> dict[str, Any]:
    """Give what the page needs of results: variables, the first rows, how many there are, or yes or no."""
    if answer is None or answer.form == "triples":
        return {}
    content = json.loads(answer.body)
    if answer.form == "boolean":
        return {"boolean": content["boolean"]}
    rows = content["results"]["bindings"]
    return {"variables": content["head"]["vars"], "rows": list(islice(rows, SHOWN_ROWS)), "count": len(rows)}


def _formats(answer: Answer | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(GRAPH_FORMATS if answer.form == "triples" else RESULT_FORMATS)


def _shown_query() -> str:
    given = request.form if request.mimetype == FORM_ENCODED else request.args
    return given.get("query", "")
