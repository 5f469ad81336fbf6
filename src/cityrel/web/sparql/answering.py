"""The answer to a query, as a response with all its headers."""

import re
from dataclasses import replace

from flask import Response, request

from cityrel.store.replies import Reply
from cityrel.web.caching import conditional
from cityrel.web.negotiation import content_type
from cityrel.web.site import site
from cityrel.web.sparql.asked import Asked
from cityrel.web.sparql.delivery import deliver
from cityrel.web.sparql.wish import Wish

KEEP_NOTHING = "no-store"
"""The same question may have another answer at any time."""

CHANGING = re.compile(r"(?:NOW|RAND|UUID)\b|\\u", re.IGNORECASE)
"""Functions that give something else each time, wherever they stand, or an escape that may hide them."""


def answer(asked: Asked, wish: Wish) -> Response:
    """Answer a query in the format that was wished for, unless the asker has that answer already.

    Raises CityrelError where the query is refused, wrong, or stopped before the answer began.
    """
    if request.method == "POST" or CHANGING.search(asked.request.query):
        response = _answered(asked, wish)
        response.headers["Cache-Control"] = KEEP_NOTHING
        return response
    return conditional(lambda: _answered(asked, wish), wish.results or "", wish.graphs or "")


def opened(asked: Asked) -> Reply:
    """Begin to answer; the query is given up when its asker hangs up, where the server can tell."""
    hung_up = request.environ.get("waitress.client_disconnected", lambda: False)
    return site().queries.open(asked.request, timeout=asked.timeout, abandoned=hung_up)


def _answered(asked: Asked, wish: Wish) -> Response:
    query = replace(asked.request, result_format=wish.result_format, graph_format=wish.graph_format)
    reply = opened(replace(asked, request=query))
    media_type = wish.graphs if reply.form == "triples" else wish.results
    response = deliver(reply)
    response.content_type = content_type(media_type or "")
    return response
