"""How an operation is answered: what was asked is read, what the client has already is not sent again."""

import json
from collections.abc import Callable

from flask import Response, request

from cityrel.store.answers import NotAcceptable
from cityrel.web import caching, language
from cityrel.web.api import parameters
from cityrel.web.api.operation import Body, Operation
from cityrel.web.negotiation import best

JSON = "application/json"


def route_of(operation: Operation) -> Callable[..., Response]:
    """Make the function that answers the requests to an operation; its path's parts come as keywords."""

    def route(**path: str) -> Response:
        check_accepted()
        asked = parameters.read(operation.parameters, request.args)
        return kept(lambda: as_json(operation.answer({**asked, **path})))

    return route


def kept(make: Callable[[], Response]) -> Response:
    """Give what `make` makes, in JSON, unless the client has it already."""
    return caching.conditional(make, JSON, language.current())


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
