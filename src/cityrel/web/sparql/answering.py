"""The answer to a query, as a response: whole where it is small, piece by piece where it is large."""

from dataclasses import astuple, replace

from flask import Response

from cityrel.web.negotiation import content_type
from cityrel.web.site import site
from cityrel.web.sparql.asked import Asked
from cityrel.web.sparql.tags import tag_of
from cityrel.web.sparql.wish import Wish


def answer(asked: Asked, wish: Wish) -> Response:
    """Answer a query in the format that was wished for, unless the asker has that answer already.

    Raises CityrelError where the query is refused, wrong, or stopped before the answer began.
    """
    request = replace(asked.request, result_format=wish.result_format, graph_format=wish.graph_format)
    tag = tag_of(request.query, astuple(request), astuple(wish))
    if tag.is_known:
        return tag.not_modified()
    reply = site().queries.run(request)
    response = Response(reply.body)
    media_type = wish.graphs if reply.form == "triples" else wish.results
    response.content_type = content_type(media_type or "")
    return tag.put_on(response)
