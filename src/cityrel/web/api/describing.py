"""The API's description of itself: OpenAPI for programs, a page with examples for people.

Both are made from the declared operations, so that neither can tell of anything else.
"""

from flask import Flask, Response, make_response, render_template, request
from werkzeug.datastructures import MultiDict

from cityrel.store.answers import NotAcceptable
from cityrel.web.api import openapi, parameters
from cityrel.web.api.address import ROOT, here
from cityrel.web.api.answering import JSON, as_json, check_accepted, kept
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.operations import OPERATIONS
from cityrel.web.negotiation import HTML, best

DESCRIPTION = f"{ROOT}openapi.json"
"""Where the OpenAPI description is."""

LISTINGS = {operation.path: operation for operation in OPERATIONS}


def register(app: Flask) -> None:
    """Give the application the two descriptions."""
    app.add_url_rule(ROOT, "api.index", index, methods=["GET"])
    app.add_url_rule(DESCRIPTION, "api.description", description, methods=["GET"])


def description() -> Response:
    """Answer with the OpenAPI description."""
    check_accepted()
    parameters.read((), request.args)
    return kept(lambda: as_json(openapi.description(here("/"))))


def index() -> Response:
    """Answer with a page on the operations for people, with a list of them for programs."""
    chosen = best(request.accept_mimetypes, (JSON, HTML))
    if chosen is None:
        raise NotAcceptable(f"this comes as {JSON} and {HTML}, none of which is accepted")
    if chosen == JSON:
        return as_json(_listed())
    return make_response(
        render_template(
            "api.html",
            description=here(DESCRIPTION),
            operations=[(operation, example_of(operation)) for operation in OPERATIONS],
            meaning=openapi.meaning,
            root=ROOT,
            summary=openapi.summary,
        )
    )


def example_of(operation: Operation) -> str | None:
    """Give an address to try an operation at; of a single thing the first there is, None if none is."""
    if not operation.path_parts:
        return here(ROOT + operation.path + operation.example)
    listing = LISTINGS[operation.path.partition("/")[0]]
    asked = parameters.read(listing.parameters, MultiDict({"limit": "1"}))
    first = listing.answer(asked)["items"][:1]
    return first[0]["links"]["self"] if first else None


def _listed() -> Body:
    return {
        "description": here(DESCRIPTION),
        "operations": [
            {"name": one.name, "path": here(ROOT + one.path), "summary": openapi.summary(one)}
            for one in OPERATIONS
        ],
    }
