"""How an operation is answered: what was asked is read, what is known already is not sent again."""

import hashlib
import json
from collections.abc import Callable
from http import HTTPStatus
from importlib.metadata import version

from flask import Response, request

from cityrel.store.answers import NotAcceptable
from cityrel.web import language
from cityrel.web.api import parameters
from cityrel.web.api.operation import Body, Operation
from cityrel.web.negotiation import best
from cityrel.web.site import views

JSON = "application/json"


def route_of(operation: Operation) -> Callable[..., Response]:
    """Make the function that answers the requests to an operation; its path's parts come as keywords."""

    def route(**path: str) -> Response:
        check_accepted()
        asked = parameters.read(operation.parameters, request.args)
        tag = _tag()
        if tag and request.if_none_match.contains_weak(tag):
            return _tagged(Response(status=HTTPStatus.NOT_MODIFIED), tag)
        return _tagged(as_json(operation.answer({**asked, **path})), tag)

    return route


def as_json(body: Body) -> Response:
    """Give JSON; where there is a next page, a Link header leads to it too (RFC 8288)."""
    response = Response(json.dumps(body, ensure_ascii=False), content_type=JSON)
    if body.get("next"):
        response.headers["Link"] = f'<{body["next"]}>; rel="next"'
    return response


def check_accepted() -> None:
    """Raise NotAcceptable unless JSON is taken."""
    if best(request.accept_mimetypes, (JSON,)) is None:
        raise NotAcceptable(f"answers come as {JSON}, which is not accepted")


def _tag() -> str:
    """Give the mark of what can be said now: it changes with the snapshot, the language and the release."""
    revision = views().pool.revision()
    if not revision:
        return ""
    said = "\n".join((revision, language.current(), version("cityrel")))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _tagged(response: Response, tag: str) -> Response:
    if tag:
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = "no-cache"
    return response
