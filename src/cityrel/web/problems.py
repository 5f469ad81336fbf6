"""Errors as answers: a page for people, a line of text for programs, and never a path or a traceback."""

import logging
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from cityrel.errors import CityrelError, NotFound, StoreError
from cityrel.web import language
from cityrel.web.api import problems as api_problems
from cityrel.web.api.parameters import InvalidParameters
from cityrel.web.negotiation import HTML, best

log = logging.getLogger(__name__)

RETRY_AFTER = "10"
"""Seconds to wait after an answer that says to try again."""


def register(app: Flask) -> None:
    """Have the application answer errors like this."""
    app.register_error_handler(CityrelError, _ours)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unexpected)


def problem(status: int, message: str) -> Response:
    """Give an error as a page, or as text to who does not take pages; the API has its own form."""
    if api_problems.wanted():
        response = api_problems.problem(status, message)
    elif best(request.accept_mimetypes, ("text/plain", HTML)) == HTML:
        body = render_template("problem.html", status=status, message=message)
        response = make_response(body, status)
    else:
        response = make_response(f"{message}\n", status)
        response.content_type = "text/plain; charset=utf-8"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY_AFTER
    return response


def message_of(error: CityrelError) -> str:
    """Give what may be said of an error to anybody: of the store's own troubles, only that there are some."""
    if isinstance(error, StoreError):
        log.error("%s", error)
        return language.text("problem.store")
    return str(error)


def _ours(error: CityrelError) -> Response:
    if isinstance(error, InvalidParameters):
        return api_problems.problem(error.http_status, str(error), error.faults)
    if isinstance(error, NotFound) and not api_problems.wanted():
        return problem(error.http_status, language.text("problem.not_found"))
    return problem(error.http_status, message_of(error))


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
