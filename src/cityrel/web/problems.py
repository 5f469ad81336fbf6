"""Errors as answers: a page for people, for programs a line of text or JSON, never a path or a traceback.

The JSON is a problem of RFC 9457: `title`, `status`, `detail`; `line` and `column` of a query where known.
"""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import Flask, Response, g, json, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from cityrel.errors import CityrelError, NotFound, StoreError
from cityrel.web import language
from cityrel.web.absence import Gone, Missing, Nearby
from cityrel.web.api import problems as api_problems
from cityrel.web.api.parameters import InvalidParameters
from cityrel.web.formatting import day
from cityrel.web.negotiation import GRAPH_TYPES, HTML, RESULT_TYPES, best, content_type

log = logging.getLogger(__name__)

DAY = len("2020-11-20")
RETRY_AFTER = 10
"""Seconds to wait for a store that cannot be read at the moment."""

TEXT = "text/plain"
JSON = api_problems.PROBLEM
JSON_TYPES = (JSON, *(kind for kind in (RESULT_TYPES | GRAPH_TYPES) if kind.endswith("json")))
"""Media types whose askers read JSON."""


def register(app: Flask) -> None:
    """Have the application answer errors like this."""
    app.register_error_handler(CityrelError, _ours)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unexpected)


def prefer_json() -> None:
    """Have an error of the current request be given as JSON, whatever the Accept header says."""
    g.problems_in_json = True


def problem(
    status: int,
    message: str,
    details: Mapping[str, object] | None = None,
    *,
    nearby: Sequence[Nearby] = (),
) -> Response:
    """Give an error in the form that the asker takes best.

    `details` are further members of the JSON; `nearby` may be what was meant.
    """
    if api_problems.wanted():
        prefer_json()
        details = {**api_problems.details(), **(details or {})}
    kind = JSON if g.get("problems_in_json") else best(request.accept_mimetypes, (TEXT, HTML, *JSON_TYPES))
    if kind == HTML:
        body = render_template("problem.html", status=status, message=message, nearby=nearby)
    elif kind in JSON_TYPES:
        kind, body = JSON, _as_json(status, message, details or {}, nearby)
    else:
        kind, body = TEXT, _as_text(message, nearby)
    return make_response(body, status, {"Content-Type": content_type(kind), "Cache-Control": "no-store"})


def message_of(error: CityrelError) -> str:
    """Give what may be said of an error to anybody: of the store's own troubles, only that there are some."""
    if isinstance(error, StoreError):
        log.error("%s", error)
        return language.text("problem.store")
    return str(error)


def tell_when_to_retry(response: Response, error: CityrelError) -> Response:
    """Give the response with the seconds after which it is worth asking again, if it is."""
    seconds = getattr(error, "retry_after", RETRY_AFTER if isinstance(error, StoreError) else None)
    if seconds is not None:
        response.headers["Retry-After"] = str(seconds)
    return response


def _ours(error: CityrelError) -> Response:
    if isinstance(error, InvalidParameters):
        return problem(error.http_status, str(error), api_problems.details(error.faults))
    if isinstance(error, Gone):
        return problem(error.http_status, language.text("problem.gone", day=day(error.time[:DAY])))
    if isinstance(error, Missing):
        return problem(error.http_status, language.text("problem.not_found"), nearby=error.nearby)
    if isinstance(error, NotFound) and not api_problems.wanted():
        return problem(error.http_status, language.text("problem.not_found"))
    return tell_when_to_retry(problem(error.http_status, message_of(error), _place(error)), error)


def _as_json(status: int, message: str, details: Mapping[str, object], nearby: Sequence[Nearby]) -> str:
    members = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": message}
    meant = {"nearby": [{"name": thing.name, "iri": thing.iri} for thing in nearby]} if nearby else {}
    return json.dumps({**members, **details, **meant})


def _as_text(message: str, nearby: Sequence[Nearby]) -> str:
    lines = (message, *(f"{thing.name}: {thing.iri}" for thing in nearby))
    return "".join(f"{line}\n" for line in lines)


def _place(error: CityrelError) -> dict[str, object]:
    """Give the line and the column of a query where the error is, both counted from 1."""
    found = {name: getattr(error, name, None) for name in ("line", "column")}
    return {name: number for name, number in found.items() if number is not None}


def _of_http(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if status < HTTPStatus.BAD_REQUEST:
        return make_response(error.get_response())
    if status == HTTPStatus.NOT_FOUND and not api_problems.wanted():
        return problem(status, language.text("problem.not_found"))
    response = problem(status, error.description or error.name)
    response.headers.extend((name, value) for name, value in error.get_headers() if name.lower() == "allow")
    return response


def _unexpected(error: Exception) -> Response:
    log.error("unexpected error at %s", request.path, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, language.text("problem.unexpected"))
