"""The answer to a query, as a response with all its headers."""

from dataclasses import astuple, replace

from flask import Response, request

from cityrel.store.replies import Reply
from cityrel.web.negotiation import content_type
from cityrel.web.site import site
from cityrel.web.sparql.asked import Asked
from cityrel.web.sparql.delivery import deliver
from cityrel.web.sparql.tags import UNTAGGED, tag_of
from cityrel.web.sparql.wish import Wish


def answer(asked: Asked, wish: Wish) -> Response:
    """Answer a query in the format that was wished for, unless the asker has that answer already.

    Raises CityrelError where the query is refused, wrong, or stopped before the answer began.
    """
    query = replace(asked.request, result_format=wish.result_format, graph_format=wish.graph_format)
    parts = (query.query, astuple(query), astuple(wish))
    tag = tag_of(*parts)
    if tag.is_known:
        return tag.not_modified()
    reply = opened(replace(asked, request=query))
    media_type = wish.graphs if reply.form == "triples" else wish.results
    response = deliver(reply)
    response.content_type = content_type(media_type or "")
    return (tag if tag == tag_of(*parts) else UNTAGGED).put_on(response)


def opened(asked: Asked) -> Reply:
    """Begin to answer; the query is given up when its asker hangs up, where the server can tell."""
    hung_up = request.environ.get("waitress.client_disconnected", lambda: False)
    return site().queries.open(asked.request, timeout=asked.timeout, abandoned=hung_up)
