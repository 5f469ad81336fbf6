"""Which queries are refused before an engine answers them, and how it is said what is wrong with one.

An engine answers `SERVICE` by calling whatever address the query names, so a query with that keyword must
not reach it. Whether a word is the keyword, or stands in a comment, a string, an IRI or a name, is decided by
the engine's own parser: the query is parsed once more with every "service" spelled differently. Comments,
strings and names bear that; the keyword does not.
"""

import re
from http import HTTPStatus

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from cityrel.errors import NotSparql, QueryError
from cityrel.vocabulary import BASE

Result = QuerySolutions | QueryBoolean | QueryTriples

SERVICE_REFUSED = "SERVICE is refused: this endpoint calls no other one. Ask the other endpoint itself"
UPDATE_REFUSED = "updates are refused: this endpoint only reads. Use SELECT, ASK, CONSTRUCT or DESCRIBE"


class UpdateRefused(QueryError):
    """What was sent would change the data."""

    http_status = HTTPStatus.FORBIDDEN


_UPDATE = re.compile(r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_KEYWORD = re.compile(r"\b[A-Z]{2,}\b")
_SENTENCE = re.compile(r"(?:, |expected |one of )((?:The|Two|Already|IRI|No|Not|Some) [^,\[]*[^,\[ ])")
_EXCERPT = 40


def refuse_service(query: str) -> None:
    """Raise QueryError where the query has a SERVICE clause, or cannot be parsed for another reason."""
    if not _holds(query, "service"):
        return
    try:
        _parse(_without(query, "service"))
    except (SyntaxError, ValueError) as error:
        offset = error_offset(query, str(error))
        if offset is not None and query[offset:].lower().startswith("service"):
            raise _at(query, offset, QueryError, SERVICE_REFUSED) from error
        raise syntax_error(query, str(error)) from error


def names_graphs(query: str) -> bool:
    """Say whether a query has a FROM clause; one that is not SPARQL has none."""
    if not _holds(query, "from"):
        return False
    safe = _without(query, "service")
    return _parses(safe) and not _parses(_without(safe, "from"))


def refuse_unless_local(query: str) -> Result:
    """Raise QueryError where any engine that follows the standard might read a SERVICE clause.

    The standard lets an escaped code point stand for a letter anywhere, so the query is read in both ways.
    Gives the result on an empty store, which tells the query's form.
    """
    refuse_service(_with_code_points(query))
    refuse_service(query)
    try:
        _parse(_with_code_points(query))
        return _parse(query)
    except (SyntaxError, ValueError) as error:
        raise syntax_error(query, str(error)) from error


def syntax_error(query: str, message: str) -> QueryError:
    """Say in words for people what the parser's message means: where, and near which words."""
    offset = error_offset(query, message)
    if offset is None:
        return NotSparql(f"not SPARQL: {message}")
    if _UPDATE.match(query, offset):
        return _at(query, offset, UpdateRefused, UPDATE_REFUSED)
    near = " ".join(query[offset : offset + _EXCERPT].split())
    reason = _sentence(message) or (f'not SPARQL near "{near}"' if near else "not SPARQL: it ends too early")
    return _at(query, offset, NotSparql, reason)


def error_offset(query: str, message: str) -> int | None:
    """Give the place in the query of which a parser's message speaks, None where it names none.

    The parser tells how far it looked. Where it looked for a keyword, that is the end of the longest one.
    """
    found = _POSITION.match(message)
    if not found:
        return None
    line, column, expected = int(found[1]), int(found[2]), found[3]
    lines = query.split("\n")
    offset = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    looked_ahead = max(map(len, _KEYWORD.findall(expected)), default=0) if _only_keywords(expected) else 0
    return _start_of_word(query, max(0, min(offset, len(query)) - looked_ahead))


def _only_keywords(expected: str) -> bool:
    names = expected.removeprefix("one of ").split(", ")
    return all(_KEYWORD.fullmatch(name) or name == "[_]" for name in names)


def _start_of_word(query: str, offset: int) -> int:
    """Step over white space, which the parser skips before it looks."""
    rest = query[offset:]
    return offset + len(rest) - len(rest.lstrip())


def _at(query: str, offset: int, kind: type[QueryError], reason: str) -> QueryError:
    """Give an error that says where in the query it is, in words and in numbers."""
    before = query[:offset]
    line, column = before.count("\n") + 1, offset - before.rfind("\n")
    error = kind(f"line {line}, column {column}: {reason}")
    error.line, error.column = line, column
    return error


def _sentence(message: str) -> str | None:
    """Give what the parser says in words, such as "The SELECT contains a variable that is unbound"."""
    found = _SENTENCE.search(message)
    return found[1] if found else None


def _holds(query: str, word: str) -> bool:
    return word in query.lower()


def _parse(query: str) -> Result:
    """Have the engine parse a query without SERVICE; the store that it is answered from is empty."""
    return Store().query(query, base_iri=BASE)


def _parses(query: str) -> bool:
    try:
        _parse(query)
    except (SyntaxError, ValueError):
        return False
    return True


def _without(query: str, word: str) -> str:
    """Spell a word differently wherever it stands: as long, and if possible in a way that is not there."""
    spellings = (letter + word[1:] for letter in "xqzjkvw")
    stand_in = next((spelling for spelling in spellings if spelling not in query.lower()), f"x{word[1:]}")
    return re.sub(word, stand_in, query, flags=re.IGNORECASE)


def _with_code_points(query: str) -> str:
    return _CODE_POINT.sub(_code_point, query)


def _code_point(found: re.Match[str]) -> str:
    try:
        return int(found[1] or found[2], 16).to_bytes(4, "big").decode("utf-32-be")
    except UnicodeDecodeError:
        return found[0]
