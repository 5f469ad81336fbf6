"""What errors of the API tell beyond those of the pages (`cityrel.web.problems`): with which parameter."""

from collections.abc import Iterable

from flask import request

from cityrel.web.api.address import ROOT
from cityrel.web.api.parameters import Fault

PROBLEM = "application/problem+json"
"""The media type of errors (RFC 9457)."""


def wanted() -> bool:
    """Say whether the current request is one to the API."""
    return request.path.startswith(ROOT)


def details(faults: Iterable[Fault] = ()) -> dict[str, object]:
    """Give the members that only problems of the API have."""
    return {"errors": [{"parameter": fault.parameter, "detail": fault.detail} for fault in faults]}
