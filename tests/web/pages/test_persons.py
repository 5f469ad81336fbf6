"""The pages of persons, organisations and offices."""

from collections.abc import Callable
from typing import Any

VATSKALIS = "/person/kon-vatskalis/2073124"


def test_all_persons_are_listed_with_spellings_offices_and_articles(page: Callable[..., Any]) -> None:
    opened = page("/persons")
    assert "Kon Vatskalis Vatskalis" in opened.texts("th")
    assert opened.texts("td") == ["Walikota, Darwin", "1"]
    assert VATSKALIS in opened.links


def test_a_person_shows_offices_events_and_quotations(page: Callable[..., Any]) -> None:
    opened = page(VATSKALIS)
    assert opened.texts("h1") == ["Kon Vatskalis"]
    assert {"Offices", "Events", "What was said"} <= set(opened.texts("h2"))
    assert "Kami berharap kerja sama ini terwujud" in opened.texts("q")


def test_a_hope_that_somebody_voiced_is_marked_as_one(page: Callable[..., Any]) -> None:
    opened = page(VATSKALIS)
    assert [text.split()[0] for text in opened.texts("h3") if "Kami berharap" in text] == ["hoped"]


def test_an_organisation_shows_what_it_helped_with(page: Callable[..., Any]) -> None:
    opened = page("/organisation/1645528/bagian-kerjasama")
    assert opened.texts("h1") == ["Bagian Kerjasama"]
    assert "Friendship City Session" in opened.texts("h3")
    assert "/place/1645528" in opened.links


def test_an_office_shows_its_holders(page: Callable[..., Any]) -> None:
    opened = page("/office/2073124/mayor")
    assert opened.texts("h1") == ["Mayor, Darwin"]
    assert "Kon Vatskalis, Walikota" in opened.texts("h3")
