"""Two places of one name in an article are kept apart."""

import pytest

from cityrel.languages import load
from cityrel.model import Span
from cityrel.places import match, resolve


def places(text: str) -> list[tuple[str, str, str]]:
    pack = load("en")
    found = resolve(text, pack, match(text, pack), (), [Span(0, len(text))])
    return [(m.place.name, m.place.country, m.rule) for m in found if m.place.level == "city"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Toledo is twinned with Toledo, Spain.", ["US", "ES"]),
        ("Plymouth is linked with Plymouth, Massachusetts. Plymouth is glad.", ["GB", "US", "GB"]),
    ],
)
def test_a_city_that_is_tied_to_its_namesake_lies_elsewhere(text: str, countries: list[str]) -> None:
    assert [country for _, country, _ in places(text)] == countries


def test_a_dateline_without_a_country_is_the_home_of_the_article() -> None:
    text = "TOLEDO — The council of Toledo spoke. Its sister city is Toledo, Spain. Ohio is glad."
    assert [country for _, country, _ in places(text)] == ["US", "US", "ES"]


@pytest.mark.parametrize(
    "text",
    [
        "Berlin signed. Its mayor came home with Berlin, Germany, in mind.",
        "The mayor of Surakarta flew home, and Surakarta, Indonesia, was glad.",
        "The mayor of Surakarta spoke with Surakarta, Indonesia, on the line.",
    ],
)
def test_a_city_named_again_with_its_country_is_the_same(text: str) -> None:
    assert len({(name, country) for name, country, _ in places(text)}) == 1


def test_a_namesake_is_the_town_of_that_name_in_the_country_told() -> None:
    text = "Pembroke in Wales is twinned with its namesake in Malta."
    assert ("Pembroke", "MT", "namesake") in places(text)
    [mention] = [m for m in resolve(text, load("en"), match(text, load("en"))) if m.rule == "namesake"]
    assert text[mention.whole.start : mention.whole.end] == "namesake in Malta"


@pytest.mark.parametrize(
    "text",
    ["Leipzig has no namesake in Malta.", "Its namesake in Malta is small.", "A namesake, and Malta, too."],
)
def test_where_no_town_before_has_one_there_is_no_namesake(text: str) -> None:
    assert all(rule != "namesake" for _, _, rule in places(text))
