"""Reading from other sites' pages (Fetch standard, CORS): what is public here is public there too.

Nothing that is served here has side effects or depends on who asks, so every origin may read all of it,
except what only those who run the server look at.
"""

from flask import Flask, Response, request

OPERATIONS = frozenset({"/health", "/ready", "/metrics"})
"""Routes for those who run the server, which other sites have no business with."""

EXPOSED = "Content-Language, ETag, Link, Location, Retry-After"
"""Headers of an answer that a script may read, besides those that it always may."""
ASKED = "Accept, Accept-Language, Cache-Control, Content-Type, If-None-Match"
"""Headers that a script may send."""
ONE_DAY = "86400"
"""Seconds for which a browser may remember what is allowed."""


def register(app: Flask) -> None:
    """Have the application let scripts of other sites read."""
    app.after_request(_open_for_reading)


def _open_for_reading(response: Response) -> Response:
    if request.path in OPERATIONS:
        return response
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
        response.headers["Access-Control-Allow-Headers"] = ASKED
        response.headers["Access-Control-Max-Age"] = ONE_DAY
    return response
