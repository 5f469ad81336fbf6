r"""Values in a query: `$name` stands for one, wherever a term may stand.

A value is written by the engine's own classes, which refuse what is no IRI and escape what is in a text, so
that it never becomes part of the query's syntax. Some engines read code points such as `\u0022` before
anything else (SPARQL 1.1, 19.2), even after a backslash that is itself escaped; so that pair of signs is
written in a way that all read alike.
"""

import re
from collections.abc import Mapping

from cityrel.client.values import to_term
from cityrel.errors import QueryError

TOKEN = re.compile(
    r"""
    \#[^\r\n]*                                  # a comment
    | <[^<>"{}|^`\\\x00-\x20]*>                 # an IRI
    | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3}     # texts, in their four ways
    | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\r\n]|\\.)*"
    | '(?:[^'\\\r\n]|\\.)*'
    | \\.                                       # an escaped sign of a name
    | \$(?P<name>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""What may hold a dollar sign that means nothing, and the parameters."""

ESCAPED_BACKSLASHES_BEFORE_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")


def bound(query: str, values: Mapping[str, object]) -> str:
    """Give the query with the values of its parameters in their places.

    Raises QueryError where a value is no term, or the query has no such parameter.
    """
    terms = {name: written(value) for name, value in values.items()}
    text = TOKEN.sub(lambda found: terms.get(found["name"] or "", found[0]), query)
    unused = terms.keys() - {found["name"] for found in TOKEN.finditer(query)}
    if unused:
        raise QueryError(f"the query has no ${min(unused)}")
    return text


def written(value: object) -> str:
    """Write a value as SPARQL does. Raises QueryError where it is no term."""
    text = str(to_term(value))
    return ESCAPED_BACKSLASHES_BEFORE_U.sub(lambda found: f"{found[1]}\\u{ord(found[2]):04x}", text)
