"""How values look on a page."""

import pytest
from flask import Flask

from cityrel.vocabulary import BASE, DEFAULT_BASE
from cityrel.web import formatting


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [
        ("2020-11-20", "20 November 2020", "20 November 2020"),
        ("2011-03", "March 2011", "Maret 2011"),
        ("1960", "1960", "1960"),
        ("2020-02-31", "2020-02-31", "2020-02-31"),
        ("soon", "soon", "soon"),
        ("", "–", "–"),
        (None, "–", "–"),
    ],
)
def test_a_date_is_written_as_precise_as_it_is(
    app: Flask, value: str | None, english: str, indonesian: str
) -> None:
    for code, expected in (("en", english), ("id", indonesian)):
        with app.test_request_context(f"/?lang={code}"):
            assert formatting.day(value) == expected


def test_numbers_follow_the_language(app: Flask) -> None:
    with app.test_request_context("/?lang=id"):
        assert formatting.number("12345") == "12.345"
    with app.test_request_context("/?lang=en"):
        assert formatting.number(0.85) == "0.85"


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}place/1", "/place/1"),
        (f"{BASE}article/aa#stage-1", "/article/aa#stage-1"),
        (f"{BASE}person/i-gusti/1", "/person/i-gusti/1"),
        (f"{BASE}person/öz/1", "/person/%C3%B6z/1"),
        (f"{DEFAULT_BASE}stage/signed", "/stage/signed"),
        (f"{DEFAULT_BASE}ontology#City", "/ontology#City"),
        (f"{BASE}.well-known/genid/1", None),
        ("https://example.org/place/1", None),
    ],
)
def test_a_thing_of_ours_has_a_path(app: Flask, iri: str, path: str | None) -> None:
    with app.test_request_context("/"):
        assert formatting.local_path(iri) == path


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "//x", "", None, "http://"]
)
def test_only_an_address_on_the_web_is_a_link(iri: str | None) -> None:
    assert formatting.weblink(iri) is None


@pytest.mark.parametrize(
    ("stage", "group"),
    [
        ("signed", "tied"),
        ("letter_of_intent", "talks"),
        ("lapsed", "ended"),
        (None, "unstated"),
        ("new", "unstated"),
    ],
)
def test_stages_belong_to_groups(stage: str | None, group: str) -> None:
    assert formatting.stage_group(stage and f"{BASE}stage/{stage}") == group


def test_every_stage_of_the_model_belongs_to_a_group() -> None:
    from cityrel.model import STAGES

    assert sorted(stage for stages in formatting.STAGE_GROUPS.values() for stage in stages) == sorted(STAGES)


def test_a_concept_without_label_is_called_by_its_key(app: Flask) -> None:
    with app.test_request_context("/"):
        assert formatting.concept("https://example.org/kind/quite_new") == "quite new"
        assert formatting.concept(None) == "–"
