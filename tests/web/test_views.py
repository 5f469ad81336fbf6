"""The questions of pages: every file runs as it is, and what a visitor sends stays a value."""

import re

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

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


@given(st.text())
def test_a_text_is_bound_as_a_text(words: str) -> None:
    literal = Literal(words.replace("\x00", ""))
    bound = views.bound("search", words=literal)
    [row] = Store().query(re.sub(r"(?s)WHERE.*", "", "SELECT ?words ") + "{ " + _values(bound) + " }")  # type: ignore[misc]
    assert row["words"] == literal


def _values(text: str) -> str:
    start = text.index("VALUES ?words")
    return text[start : text.index("\n  VALUES ?class")]


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
    assert asked.kept_rows("statistics") is asked.kept_rows("statistics")
    assert asked.rows("statistics") == asked.kept_rows("statistics")


def test_no_more_answers_are_kept_than_there_is_room_for(asked: views.Views) -> None:
    for number in range(views.KEPT_ANSWERS + 5):
        asked.kept_rows("concepts", language=Literal(str(number)))
    assert len(asked._kept) == views.KEPT_ANSWERS


def test_without_parameters_a_view_tells_of_everything(asked: views.Views) -> None:
    assert len({row["claim"] for row in asked.rows("claims")}) == 11
    assert len(asked.rows("partnerships")) == 5
