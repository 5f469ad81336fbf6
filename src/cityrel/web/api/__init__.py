"""The API for programs: JSON at `/api/`, described by an OpenAPI document that is made from what is declared here."""

from flask import Flask, Response, request

from cityrel.web.api import describing
from cityrel.web.api.address import ROOT
from cityrel.web.api.answering import route_of
from cityrel.web.api.operations import OPERATIONS

SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}


def register(app: Flask) -> None:
    """Give the application the routes of the API, open to scripts of every origin."""
    for operation in OPERATIONS:
        app.add_url_rule(operation.rule, f"api.{operation.name}", route_of(operation), methods=["GET"])
    describing.register(app)
    app.after_request(_open_to_all)


def _open_to_all(response: Response) -> Response:
    """Let scripts of other sites read (CORS): no answer depends on who asks."""
    if request.path.startswith(ROOT):
        response.headers.update(SHARED)
    return response
