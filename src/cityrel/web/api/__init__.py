"""The API for programs: JSON at `/api/`, described by OpenAPI as it is declared here."""

from flask import Flask, Response, request

from cityrel.web import headers
from cityrel.web.api import describing
from cityrel.web.api.address import ROOT
from cityrel.web.api.answering import route_of
from cityrel.web.api.operations import OPERATIONS


def register(app: Flask) -> None:
    """Give the application the routes of the API, open to scripts of every site."""
    for operation in OPERATIONS:
        app.add_url_rule(operation.rule, f"api.{operation.name}", route_of(operation), methods=["GET"])
    describing.register(app)
    app.after_request(_shared)


def _shared(response: Response) -> Response:
    """Share also what no route answers, such as a key that leads nowhere."""
    return headers.shared(response) if request.path.startswith(ROOT) else response
