"""Parameters as they were sent: percent-encoded UTF-8 (RFC 3986, 2.1), read strictly.

Werkzeug reads them forgivingly, so that a broken query would become another query. Here it is an error.
"""

import re
from urllib.parse import parse_qsl

from flask import Flask, request
from werkzeug.datastructures import MultiDict

from cityrel.errors import QueryError

Parameters = MultiDict[str, str]
"""Each name with all its values, in the order in which they were sent."""

MOST_PARAMETERS = 1_000
"""More than that is no question; each costs memory."""

_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2}).{0,2}", re.DOTALL)


def register(app: Flask) -> None:
    """Have the application refuse an address that is no text, which nothing else here could read either."""
    app.before_request(_refuse_what_is_no_text)


def parse(sent: bytes) -> Parameters:
    """Read the parameters of an address or of a form's body.

    Raises QueryError where they are not UTF-8, not percent-encoded as they should be, or too many.
    """
    text = utf_8(sent, "the parameters are")
    if broken := _BROKEN_ESCAPE.search(text):
        raise QueryError(f"the parameters are not percent-encoded: {broken[0]!r} is no encoded byte")
    try:
        return MultiDict(
            parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
        )
    except UnicodeDecodeError as error:
        raise QueryError(f"the parameters are not UTF-8 where they are percent-encoded: {error}") from error
    except ValueError as error:
        raise QueryError(f"there are more than {MOST_PARAMETERS} parameters") from error


def only(given: Parameters, name: str) -> str | None:
    """Give the value of a parameter that may be there once, None without it. Raises QueryError."""
    values = given.getlist(name)
    if len(values) > 1:
        raise QueryError(f"the parameter {name!r} is there {len(values)} times: send it once")
    return values[0] if values else None


def utf_8(sent: bytes, what: str) -> str:
    """Read bytes as UTF-8, without the mark that some editors put in front; `what` is "the query is".

    Raises QueryError where they are something else.
    """
    try:
        return sent.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{what} not UTF-8: {error}") from error


def _refuse_what_is_no_text() -> None:
    """Take the query off an address that cannot be read, for the page that says so reads it as well."""
    try:
        utf_8(request.query_string, "the address is")
    except QueryError:
        request.query_string = b""
        raise
