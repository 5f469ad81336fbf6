"""Search by name, as page and API share it."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cityrel.web import searching
from cityrel.web.folding import folded
from cityrel.web.searching import Entry, Found, Index


def entry(thing: str, name: str, ties: int = 0, kind: str = "City") -> Entry:
    words = folded(name)
    return Entry(thing, kind, name, words, "".join(words), ties)


INDEX = Index(
    (
        entry("new-york", "New York", 5),
        entry("york", "York", 1),
        entry("yorkton", "Yorkton", 9),
        entry("nyork", "Nyorkland"),
        entry("moscow", "Moscow", 3),
        entry("moscow", "Moskow"),
        entry("moscow", "Москва"),
        entry("moskau-street", "Moskowski", kind="Organization"),
        entry("person", "Kon Vatskalis", kind="Person"),
        entry("low", "Springfield", 1),
        entry("high", "Springfield", 7),
    )
)


def found(words: str, *types: str) -> list[str]:
    return [one.thing for one in INDEX.search(folded(words), types)]


def test_the_name_itself_comes_first_then_beginnings_words_and_parts() -> None:
    results = INDEX.search(folded("york"), ())
    assert [(one.thing, one.match) for one in results] == [
        ("york", "exact"),
        ("yorkton", "start"),
        ("new-york", "words"),
        ("nyork", "part"),
    ]


def test_of_equal_names_the_place_with_more_partners_comes_first() -> None:
    assert found("springfield") == ["high", "low"]


@pytest.mark.parametrize("words", ["Moskow", "MOSCOW", "москва", "Mos cow"])
def test_a_thing_is_found_by_each_of_its_names_and_once(words: str) -> None:
    assert found(words).count("moscow") == 1
    assert found(words)[0] == "moscow"


def test_words_are_found_in_any_order() -> None:
    assert found("vatskalis kon") == ["person"]


def test_slips_count_only_where_nothing_else_fits() -> None:
    assert [(one.thing, one.match) for one in INDEX.search(folded("springfeild"), ())] == [
        ("high", "similar"),
        ("low", "similar"),
    ]
    assert found("moskow vatskalis") == []
    assert found("vatskallis") == ["person"]


def test_types_narrow_what_is_found() -> None:
    assert found("moskow", "organisation") == ["moskau-street"]
    assert found("moskow", "country") == []


@pytest.fixture
def in_application(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


@pytest.mark.usefixtures("in_application")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.text(max_size=40))
def test_any_text_is_searched_and_what_is_found_has_a_way_of_matching(words: str) -> None:
    results: list[Found] = searching.search(words)
    assert len({one.thing for one in results}) == len(results)
    assert all(one.match in searching.MATCHES for one in results)


def test_the_page_finds_what_the_api_finds(client: FlaskClient, page: Any) -> None:
    items = client.get("/api/search?q=Darwn").get_json()["items"]
    assert [item["links"]["page"] for item in items] == ["/place/2073124"]
    assert "/place/2073124" in page("/search?q=Darwn").links


def test_every_class_that_can_be_searched_has_a_type(client: FlaskClient) -> None:
    for kind in searching.TYPES.values():
        assert client.get(f"/api/search?q=a&type={kind}").status_code == 200
