"""The questions of pages: every file runs as it is, and what a visitor sends stays a value."""

import re
from typing import cast

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from cityrel.errors import NotFound
from cityrel.web import views
from cityrel.web.site import Site

FILES = sorted(path.stem for path in views.folder().glob("*.rq"))


@pytest.fixture
def asked(app: Flask) -> views.Views:
    site = app.extensions["cityrel"]
    assert isinstance(site, Site)
    return site.views


@pytest.mark.parametrize("name", FILES)
def test_a_view_opens_with_its_question_in_two_languages_and_is_sparql(name: str) -> None:
    text = (views.folder() / f"{name}.rq").read_text(encoding="utf-8")
    english, indonesian, *_ = text.splitlines()
    assert re.fullmatch(r"# .+\?|# .+[:,].+", english)
    assert indonesian.startswith("# ")
    Store().query(text)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_a_text_is_bound_as_a_text(text: str) -> None:
    literal = Literal(text)
    [line] = [line for line in views.bound("concepts", language=literal).split("\n") if "VALUES" in line]
    solutions = cast("QuerySolutions", Store().query(f"SELECT ?language {{ {line} }}"))
    assert [solution["language"] for solution in solutions] == [literal]


def test_a_value_is_never_taken_for_a_parameter() -> None:
    bound = views.bound("concepts", language=Literal("\n  VALUES ?language { UNDEF }\n"))
    assert bound.count("\nVALUES ?language {") == 1


def test_a_parameter_that_is_left_open_is_taken_out_and_several_values_may_be_bound() -> None:
    assert "VALUES" not in views.bound("partners")
    iris = [NamedNode("https://x/1"), NamedNode("https://x/2")]
    assert "VALUES ?thing { <https://x/1> <https://x/2> }\n" in views.bound("names", thing=iris)


@pytest.mark.parametrize(
    "address", ["a b", "https://x/>", 'https://x/"', "https://x/{", "no-scheme", "https://x/\\u003e"]
)
def test_what_is_no_iri_is_not_found(address: str) -> None:
    with pytest.raises(NotFound):
        views.thing(address)


def test_a_view_without_the_parameter_is_a_slip_of_ours() -> None:
    with pytest.raises(KeyError, match=r"statistics.rq has no parameter \?place"):
        views.bound("statistics", place=NamedNode("https://example.org/"))


def test_answers_are_kept_while_the_snapshot_stays(asked: views.Views) -> None:
    numbers = iter(range(10))
    first = asked.kept("a test", lambda: [next(numbers)])
    assert asked.kept("a test", lambda: [next(numbers)]) is first
    assert first == [0]


def test_no_more_answers_are_kept_than_there_is_room_for(asked: views.Views) -> None:
    for number in range(views.KEPT_ANSWERS + 5):
        asked.kept(f"test {number}", list)
    assert len(asked._kept) == views.KEPT_ANSWERS


def test_without_parameters_a_view_tells_of_everything(asked: views.Views) -> None:
    assert len({row["claim"] for row in asked.rows("claims")}) == 11
    assert len(asked.rows("standing")) == 5
