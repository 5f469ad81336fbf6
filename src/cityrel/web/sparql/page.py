"""The page for people: a form with a query, and below it the answer or what is wrong."""

import json
from http import HTTPStatus
from itertools import islice
from typing import Any

from flask import Response, make_response, render_template

from cityrel.errors import CityrelError, QueryError
from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS, Answer
from cityrel.web.pages.examples import examples
from cityrel.web.problems import message_of, tell_when_to_retry
from cityrel.web.sparql.answering import opened
from cityrel.web.sparql.asked import Asked

SHOWN_ROWS = 1000
"""Rows of a result that a page shows; the links below it give all."""

MOST_BYTES = 8 << 20
"""Bytes of an answer that a page takes in."""
TOO_LONG = (
    f"the answer is longer than {MOST_BYTES >> 20} MiB, too long for a page: ask for fewer rows (LIMIT), "
    "or take it as data (format=csv, format=ttl)"
)


def page(asked: Asked, error: CityrelError | None = None) -> Response:
    """Show the form, and below it the answer or what is wrong.

    Raises CityrelError where the query has no answer.
    """
    answer = _answer(asked) if asked.request.query and not error else None
    body = render_template(
        "sparql.html",
        asked=asked.request,
        examples=examples(),
        error=message_of(error) if error else None,
        formats=_formats(answer),
        graph=answer.body.decode() if answer and answer.form == "triples" else None,
        **_table(answer),
    )
    response = make_response(body, error.http_status if error else HTTPStatus.OK)
    return tell_when_to_retry(response, error) if error else response


def _answer(asked: Asked) -> Answer:
    """Give the answer, for which memory is needed several times; raises QueryError where it is too long."""
    body = bytearray()
    with opened(asked) as reply:
        for part in reply:
            body += part
            if len(body) > MOST_BYTES:
                raise QueryError(TOO_LONG)
        return Answer(reply.form, reply.format, bytes(body))


def _table(answer: Answer | None) -> dict[str, Any]:
    """Give what the page needs of results: variables, the first rows, how many there are, or yes or no."""
    if answer is None or answer.form == "triples":
        return {}
    content = json.loads(answer.body)
    if answer.form == "boolean":
        return {"boolean": content["boolean"]}
    rows = content["results"]["bindings"]
    return {"variables": content["head"]["vars"], "rows": list(islice(rows, SHOWN_ROWS)), "count": len(rows)}


def _formats(answer: Answer | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(GRAPH_FORMATS if answer.form == "triples" else RESULT_FORMATS)
