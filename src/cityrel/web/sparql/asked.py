"""What a request asks: the query and its graphs, from where the SPARQL 1.1 Protocol puts them."""

import math
from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from cityrel.errors import QueryError
from cityrel.store.answers import Request
from cityrel.store.guard import UPDATE_REFUSED, UpdateRefused
from cityrel.web.parameters import Parameters, only, parse, utf_8

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
UTF_8 = ("utf-8", "utf8", "us-ascii")
"""Names of the one encoding that is read, and of a part of it."""

PARAMETERS = ("query", "update", "default-graph-uri", "named-graph-uri", "timeout")
"""The parameters by which something is asked; others, but for `format`, are passed over."""

NO_QUERY = f"there is no query: send it as the parameter 'query', or as a body of the type {QUERY}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its graphs, and the seconds that it may take, None where the asker sets no limit."""

    request: Request
    timeout: float | None = None


def parameters() -> Parameters:
    """Give the parameters of the address, and those of the body where it is a form.

    Raises QueryError where they cannot be read, UnsupportedMediaType where the body is something else.
    """
    given = parse(request.query_string)
    if request.method == "POST":
        _check_body()
        if request.mimetype == FORM:
            given.update(parse(request.get_data()))
    return given


def read(given: Parameters) -> Asked:
    """Give what is asked by these parameters and, where the query is the body, by that.

    Raises UpdateRefused for an update, QueryError for several queries or a wrong `timeout`.
    """
    if "update" in given or request.mimetype == UPDATE:
        raise UpdateRefused(UPDATE_REFUSED)
    queries = given.getlist("query")
    if request.method == "POST" and request.mimetype == QUERY:
        queries.append(utf_8(request.get_data(), "the query is"))
    if len(queries) > 1:
        raise QueryError(f"there are {len(queries)} queries: send one at a time")
    asked = Request(
        next(filter(str.strip, queries), ""),
        default_graphs=tuple(given.getlist("default-graph-uri")),
        named_graphs=tuple(given.getlist("named-graph-uri")),
    )
    return Asked(asked, _timeout(only(given, "timeout")))


def is_bare(given: Parameters) -> bool:
    """Say whether a request only looks at the endpoint: it reads, and has no parameter of the protocol."""
    return request.method != "POST" and not any(name in given for name in PARAMETERS)


def _timeout(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise QueryError(f"timeout is a number of seconds above 0, not {text!r}")
    return seconds


def _check_body() -> None:
    if request.mimetype not in (FORM, QUERY, UPDATE):
        raise UnsupportedMediaType(f"send queries as {FORM} or {QUERY}")
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in UTF_8:
        raise UnsupportedMediaType(f"send queries in UTF-8, not in {charset!r}")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("send queries without compression")
