"""The texts of pages, and the choice of a language."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from cityrel.web import language


def places(text: str) -> set[str]:
    return set(re.findall(r"(?<!{){(\w+)}", text))


@pytest.mark.parametrize("code", language.languages())
def test_every_language_has_the_same_keys_with_the_same_places(code: str) -> None:
    english, other = language.texts("en"), language.texts(code)
    assert set(other) == set(english)
    assert {key: places(text) for key, text in other.items()} == {
        key: places(text) for key, text in english.items()
    }


def test_english_and_indonesian_are_there() -> None:
    assert {"en", "id"} <= set(language.languages())


@pytest.mark.parametrize(
    ("path", "accepted", "chosen"),
    [
        ("/", "id,en;q=0.5", "id"),
        ("/", "fr,en;q=0.5", "en"),
        ("/", "fr", "en"),
        ("/?lang=id", "en", "id"),
        ("/?lang=en", "id", "en"),
        ("/?lang=xx", "id", "id"),
        ("/?lang=../../etc", "en", "en"),
    ],
)
def test_the_address_decides_and_then_the_browser(
    page: Callable[..., Any], path: str, accepted: str, chosen: str
) -> None:
    assert dict(page(path, accepted).tags)["html"]["lang"] == chosen


def test_a_language_that_was_asked_for_is_carried_on_by_links(page: Callable[..., Any]) -> None:
    inside = [link for link in page("/?lang=id").links if link.startswith("/") and "lang=en" not in link]
    assert inside
    assert all("lang=id" in link for link in inside)


def test_links_stay_plain_where_no_language_was_asked_for(page: Callable[..., Any]) -> None:
    links = [link for link in page("/").links if link.startswith("/")]
    assert [link for link in links if "lang=" in link] == ["/?lang=en", "/?lang=id"]
