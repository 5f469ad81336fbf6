"""Errors of the API as `application/problem+json` (RFC 9457)."""

import json
from collections.abc import Iterable
from http import HTTPStatus

from flask import Response, request

from cityrel.web.api.address import ROOT
from cityrel.web.api.parameters import Fault

PROBLEM = "application/problem+json"


def wanted() -> bool:
    """Say whether the current request is one to the API."""
    return request.path.startswith(ROOT)


def problem(status: int, detail: str, faults: Iterable[Fault] = ()) -> Response:
    """Give an error: its status with the standard's name for it, what is wrong, and with which parameters."""
    members = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "errors": [{"parameter": fault.parameter, "detail": fault.detail} for fault in faults],
    }
    return Response(json.dumps(members, ensure_ascii=False), status, content_type=PROBLEM)
