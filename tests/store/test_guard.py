"""What is refused before an engine sees it, and where a syntax error is said to be."""

import contextlib
import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from cityrel.errors import QueryError
from cityrel.store import guard

CLOSED = "<http://127.0.0.1:9/>"
"""An address that nobody answers at, should a query slip through."""

HARMLESS = (
    "SELECT * { ?s ?p ?o }",
    "SELECT ?service { ?service ?p 'SERVICE' }",
    f"# SERVICE {CLOSED} {{}}\nASK {{}}",
    f"ASK {{ ?s ?p ?o # SERVICE {CLOSED} {{}}\n}}",
    'ASK { <http://example.org/SERVICE> ?p """} SERVICE <a:b> { """ }',
    "PREFIX SERVICE: <http://example.org/> ASK { SERVICE:service a SERVICE:SERVICE }",
    'SELECT ("\\" } SERVICE <a:b> {" AS ?x) {}',
    "ASK { ?s ?p 'service'@en-SERVICE }",
)

CALLS = (
    f"SELECT * {{ SERVICE {CLOSED} {{ ?s ?p ?o }} }}",
    f"ASK {{ service{CLOSED}{{}} }}",
    f"ASK {{ SeRvIcE SILENT {CLOSED} {{}} }}",
    f"ASK {{ ?s ?p ?o SERVICE {CLOSED} {{}} }}",
    f"ASK {{ ?s ?p 'x' # '\nSERVICE {CLOSED} {{}} }}",
    f"ASK {{ FILTER EXISTS {{ GRAPH ?g {{ {{ SERVICE {CLOSED} {{}} }} UNION {{}} }} }} }}",
    f"ASK {{ {{ SELECT * {{ OPTIONAL {{ MINUS {{ SERVICE {CLOSED} {{}} }} }} }} }} }}",
    f"ASK {{ LATERAL {{ SERVICE {CLOSED} {{}} }} }}",
    f"PREFIX SERVICE: {CLOSED} ASK {{ SERVICE SERVICE: {{}} }}",
    f"PREFIX xervice: <a:> PREFIX SERVICE: {CLOSED} ASK {{ ?s ?p ?o . SERVICE SERVICE:x {{}} }}",
    "ASK { VALUES ?u { <a:b> } SERVICE ?u {} }",
    f"CONSTRUCT {{}} WHERE {{ SERVICE {CLOSED} {{}} }}",
    f"DESCRIBE ?s {{ SERVICE {CLOSED} {{ ?s ?p ?o }} }}",
    f"ASK {{ FILTER(1<2)SERVICE {CLOSED} {{}}FILTER(3>2) }}",
)


@pytest.mark.parametrize("word", ["\u017fERVICE", "SERV\u0130CE", "SERV\u0131CE"])
def test_a_letter_that_only_looks_like_one_makes_no_keyword(word: str) -> None:
    with pytest.raises(SyntaxError):
        Store().query(f"ASK {{ {word} {CLOSED} {{}} }}")


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_service_may_stand_in_texts_names_and_comments(query: str) -> None:
    guard.refuse_service(query)
    guard.refuse_unless_local(query)


@pytest.mark.parametrize("query", CALLS)
def test_a_service_clause_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match=r"line \d+, column \d+: SERVICE is refused"):
        guard.refuse_service(query)
    with pytest.raises(QueryError, match="SERVICE is refused"):
        guard.refuse_unless_local(query)


def test_the_message_tells_where_the_clause_stands() -> None:
    with pytest.raises(QueryError, match="line 2, column 3: SERVICE"):
        guard.refuse_service(f"ASK {{\n  SERVICE {CLOSED} {{}} }}")


@pytest.mark.parametrize(
    "query",
    [
        f"ASK {{ \\u0053ERVICE {CLOSED} {{}} }}",
        f"ASK {{ SERVI\\U00000043E {CLOSED} {{}} }}",
        f'SELECT ("\\u0022 AS ?x) {{ SERVICE {CLOSED} {{}} }} #" AS ?x) {{}}',
    ],
)
def test_another_engine_gets_nothing_that_it_might_read_as_service(query: str) -> None:
    with pytest.raises(QueryError):
        guard.refuse_unless_local(query)


def test_every_spelling_taken_does_not_open_a_way_through() -> None:
    names = " ".join(f"?{letter}ervice" for letter in "xqzjkvw")
    with pytest.raises(QueryError, match="SERVICE is refused"):
        guard.refuse_service(f"SELECT {names} {{ SERVICE {CLOSED} {{}} }}")


@given(st.text(), st.text(), st.sampled_from(HARMLESS + CALLS))
def test_nothing_around_a_query_makes_the_guard_fail_otherwise(before: str, after: str, query: str) -> None:
    with contextlib.suppress(QueryError):
        guard.refuse_service(f"{before}{query}{after}")


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT * FROM <a:b> {}", True),
        ("ASK\nfrom\n<a:b>{}", True),
        ("ASK FROM NAMED <a:b> {}", True),
        ("CONSTRUCT FROM <a:b> WHERE { ?s ?p ?o }", True),
        ("PREFIX a: <a:> SELECT * # from\n FROM a:b {}", True),
        ("SELECT ?from { <a:from> ?from 'from' }", False),
        ("ASK {} # FROM <a:b>", False),
        ("FROM nonsense", False),
    ],
)
def test_a_from_clause_is_told_from_the_word(query: str, named: bool) -> None:
    assert guard.names_graphs(query) is named


@pytest.mark.parametrize(
    "query", ["INSERT DATA {}", "base <a:b> delete where { ?s ?p ?o }", "LOAD <a:b>", "CLEAR ALL"]
)
def test_an_update_is_called_one(query: str) -> None:
    with pytest.raises(guard.UpdateRefused, match="only reads"):
        guard.refuse_unless_local(query)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("", "line 1, column 1"),
        ("SELECT * {\n\n  ?s ?p }", "line 3, column 3"),
        ("SELECT * { ?s ?p ?o } LIMIT x", "line 1, column 29"),
        ("ASK { ?s ?p 'open }", "line 1, column 20: not SPARQL: it ends too early"),
        ("ASK { ?s <http://a:b:c/> ?o }", "IRI parsing failed"),
        ("SELECT (?s AS ?s) { ?s ?p ?o }", "The SELECT overrides an existing variable using an expression"),
    ],
)
def test_a_syntax_error_is_said_in_words_with_its_place(query: str, place: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard.refuse_unless_local(query)
    assert place in str(caught.value)
    assert "[_]" not in str(caught.value)


@pytest.mark.parametrize("query", ["ASK {\n ?s ?p }", "ASK {\n SERVICE <a:b> {} }", "\n DROP ALL"])
def test_an_error_knows_the_place_in_numbers_too(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard.refuse_unless_local(query)
    assert (caught.value.line, caught.value.column) == (2, 2)
    assert str(caught.value).startswith("line 2, column 2: ")


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """Listen where queries would call, without ever waiting."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


PIECES = (
    *(
        "{",
        "}",
        "(",
        ")",
        "<",
        ">",
        "<a:b>",
        "'",
        '"',
        "'''",
        "#",
        "\n",
        " ",
        "\\",
        "\\u0027",
        ".",
        ";",
        "@en",
    ),
    *(
        "SERVICE",
        "service",
        "SILENT",
        "FILTER",
        "EXISTS",
        "?s",
        "?s ?p ?o",
        "?o.",
        "1<2",
        "SERVICE:x",
        "a:SERVICE",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=6))
def test_what_the_guard_lets_pass_calls_nobody(
    listener: socket.socket, before: list[str], after: list[str]
) -> None:
    call = f"SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/> {{ }}"
    query = f"PREFIX SERVICE: <a:> PREFIX a: <a:> ASK {{ {''.join(before)}{call}{''.join(after)} }}"
    try:
        guard.refuse_service(query)
    except QueryError:
        return
    with contextlib.suppress(SyntaxError, ValueError):
        Store().query(query)
    with pytest.raises(BlockingIOError):
        listener.accept()
