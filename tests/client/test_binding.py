"""Parameters of queries: a value is that value for every engine, and nothing else."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, cast

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store

from cityrel.client import IRI
from cityrel.client.binding import bound
from cityrel.client.values import to_python
from cityrel.errors import QueryError

TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\\u0022\"'\n\rU$"))
).filter(lambda text: "\x00" not in text)


def by_oxigraph(query: str) -> Any:
    [solution] = cast("QuerySolutions", Store().query(query))
    return to_python(solution[0])


@given(TEXTS)
def test_a_text_stays_that_text_for_the_engine(text: str) -> None:
    assert by_oxigraph(bound("SELECT ($v AS ?x) {}", {"v": text})) == text


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_a_text_stays_that_text_where_code_points_are_read_first(text: str) -> None:
    [row] = rdflib.Graph().query(bound("SELECT ($v AS ?x) {}", {"v": text}))
    assert str(cast("Any", row)[0]) == text


@pytest.mark.parametrize("text", ["\\u0022 } DROP ALL #", "\\\\U00000022", "\\\\\\u0027", "\\", "\x01\\u"])
def test_a_code_point_in_a_text_breaks_out_of_it_nowhere(text: str) -> None:
    query = bound("SELECT ($v AS ?x) {}", {"v": text})
    [row] = rdflib.Graph().query(query)
    assert by_oxigraph(query) == str(cast("Any", row)[0]) == text


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        5,
        -(2**70),
        1.5,
        Decimal("-0.10"),
        date(2020, 2, 29),
        datetime(2020, 2, 29, 12, 30, tzinfo=UTC),
        IRI("https://example.org/a#b"),
        "plain",
    ],
    ids=repr,
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    found = by_oxigraph(bound("SELECT ($v AS ?x) {}", {"v": value}))
    assert (found, type(found)) == (value, type(value))


def test_terms_are_taken_as_they_are() -> None:
    assert bound("ASK { ?x ?y $v }", {"v": pyoxigraph.Literal("a", language="id")}) == 'ASK { ?x ?y "a"@id }'
    whole = pyoxigraph.Literal(7)
    assert bound("$v", {"v": whole}) == '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'


@pytest.mark.parametrize(
    "value",
    [IRI("no iri"), IRI("https://x/> <y"), object(), None, Decimal("NaN"), [], pyoxigraph.BlankNode()],
)
def test_what_is_no_term_is_refused(value: object) -> None:
    with pytest.raises(QueryError, match="cannot be part of a query"):
        bound("ASK { $v ?y ?z }", {"v": value})


@pytest.mark.parametrize(
    "quiet",
    [
        "# $v\n",
        "'$v'",
        '"$v"',
        "'''it's $v'''",
        '"""say "$v" \\""""',
        "<https://x/$v>",
        "ex:a\\$v",
        "'\\'$v'",
    ],
)
def test_a_dollar_sign_that_is_no_parameter_stays(quiet: str) -> None:
    assert bound(f"{quiet} $v", {"v": 5}).startswith(f"{quiet} ")
    with pytest.raises(QueryError, match=r"the query has no \$v"):
        bound(quiet, {"v": 5})


def test_a_variable_of_another_name_stays_a_variable() -> None:
    assert bound("SELECT $a { $a ?p $ab, ?b }", {"ab": IRI("x:y")}) == "SELECT $a { $a ?p <x:y>, ?b }"


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("2020", "gYear", "2020"),
        ("2020-05", "gYearMonth", "2020-05"),
        ("2020-13-45", "date", "2020-13-45"),
        ("2020-01-01Z", "date", "2020-01-01Z"),
        ("20200101", "date", "20200101"),
        ("1_000", "integer", "1_000"),
        ("٣", "integer", "٣"),
        ("9" * 5000, "integer", "9" * 5000),
        ("INF", "double", float("inf")),
        ("1", "boolean", True),
        ("yes", "boolean", "yes"),
        ("1.50", "decimal", Decimal("1.50")),
    ],
)
def test_a_text_that_python_has_no_value_for_stays_a_text(text: str, datatype: str, value: object) -> None:
    term = pyoxigraph.Literal(
        text, datatype=pyoxigraph.NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}")
    )
    assert to_python(term) == value
