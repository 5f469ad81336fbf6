r"""Values in a query: `$name` stands for one, wherever a term may stand.

The engine's own classes refuse what is no IRI, and what is special in a text is escaped, so that a value
never becomes part of the query's syntax. Some engines read code points such as `\u0022` before anything
else (SPARQL 1.1, 19.2), even after a backslash that is itself escaped, or with eight digits instead of four;
so a `u` behind a backslash is written in the one way that all read alike.
"""

import re
from collections.abc import Mapping

from pyoxigraph import NamedNode

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

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
SPECIAL = re.compile(r'[\\"\n\r\t\x08\f]|(?<=\\)[uU]')


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
    term = to_term(value)
    if isinstance(term, NamedNode):
        return str(term)
    text = SPECIAL.sub(lambda found: ESCAPES.get(found[0]) or f"\\U{ord(found[0]):08x}", term.value)
    return f'"{text}"@{term.language}' if term.language else f'"{text}"^^{term.datatype}'
