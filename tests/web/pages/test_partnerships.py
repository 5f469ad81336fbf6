"""The list of partnerships and the page of one."""

from collections.abc import Callable
from typing import Any

import pytest

DENPASAR_DARWIN = "/partnership/1645528-2073124"


def names(opened: Any) -> list[str]:
    """Give the names of the partnerships that a list shows, in its order."""
    rows = [text for text in opened.texts("th") if " – " in text]
    return [row.split(" – ")[0] + " – " + row.split(" – ")[1].split(" ")[0] for row in rows]


def test_all_are_listed_with_stage_kind_dates_and_sources(page: Callable[..., Any]) -> None:
    opened = page("/partnerships")
    cells = opened.texts("td")
    row = cells[5 * names(opened).index("Denpasar – Darwin") :][:5]
    assert row == ["exploring", "sister city", "20 November 2020", "20 November 2020", "1"]
    assert "5 of 5 partnerships" in opened.text
    assert DENPASAR_DARWIN in opened.links


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stage=talks", ["Denpasar – Darwin", "Denpasar – Nansha"]),
        ("stage=ended", ["Bandung – Springfield"]),
        ("stage=renewed", ["Bandung – Braunschweig"]),
        ("kind=twinning&country=ID", ["Bandung – Springfield"]),
        ("country=AU", ["Denpasar – Darwin"]),
        ("q=germany+bandung", ["Bandung – Braunschweig"]),
        ("q=BRAUN", ["Bandung – Braunschweig"]),
        ("stage=tied&country=AU", []),
        ("stage=unstated", []),
        ("q=%3Cb%3E", []),
    ],
)
def test_the_form_filters(page: Callable[..., Any], query: str, found: list[str]) -> None:
    opened = page(f"/partnerships?{query}")
    assert names(opened) == found
    assert f"{len(found)} of 5 partnerships" in opened.text


def test_the_form_keeps_what_was_chosen(page: Callable[..., Any]) -> None:
    opened = page("/partnerships?stage=talks&country=AU&q=dar")
    chosen = {
        a["value"] for tag, a in opened.tags if (tag == "option" and "selected" in a) or a.get("name") == "q"
    }
    assert chosen == {"talks", "AU", "dar"}


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("sort=first", "Bandung – Braunschweig", None),
        ("sort=first&order=desc", "Denpasar – Nansha", None),
        ("sort=last&order=desc", "Denpasar – Nansha", None),
        ("sort=name&order=desc", None, "Bandung – Braunschweig"),
        ("sort=nonsense", "Bandung – Braunschweig", None),
    ],
)
def test_columns_sort_and_unknown_values_come_last(
    page: Callable[..., Any], query: str, first: str | None, last: str | None
) -> None:
    found = names(page(f"/partnerships?{query}"))
    assert first in (None, found[0])
    assert last in (None, found[-1])
    assert "sort=name" in query or "onload" not in found[0]


def test_a_heading_sorts_and_turns_the_order_around(page: Callable[..., Any]) -> None:
    assert "/partnerships?stage=talks&sort=kind" in page("/partnerships?stage=talks").links
    opened = page("/partnerships?sort=kind")
    assert "/partnerships?sort=kind&order=desc" in opened.links
    assert {"scope": "col", "aria-sort": "ascending"} in [a for tag, a in opened.tags if tag == "th"]


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999", "x", "٣"])
def test_a_page_that_is_not_there_is_the_nearest_one(page: Callable[..., Any], number: str) -> None:
    assert len(names(page(f"/partnerships?page={number}"))) == 5


def test_the_history_quotes_the_sentence_with_its_words_marked(page: Callable[..., Any]) -> None:
    opened = page(DENPASAR_DARWIN)
    assert "menjajaki kerja sama sister city dengan Kota Darwin" in opened.texts("mark")
    assert (
        "Pemerintah Kota Denpasar menjajaki kerja sama sister city dengan Kota Darwin, Jumat (20/11/2020)."
        in opened.texts("blockquote")
    )
    assert "/article/aaaaaaaaaaaaaaaa" in opened.links
    assert {"lang": "id", "dir": "auto"} in [a for tag, a in opened.tags if tag == "blockquote"]


def test_fields_of_cooperation_stand_in_their_order_with_their_topics(page: Callable[..., Any]) -> None:
    fields = [text for text in page(DENPASAR_DARWIN).texts("li") if text.startswith(("promosi", "ekonomi"))]
    assert [text.split(" (")[0] for text in fields] == ["promosi pariwisata", "ekonomi kreatif"]


def test_what_is_only_planned_stands_apart_and_is_no_stage(page: Callable[..., Any]) -> None:
    opened = page(DENPASAR_DARWIN)
    before, _, after = opened.text.partition("Not facts: planned, hoped for or denied")
    assert "akan segera direalisasikan" not in before
    assert "akan segera direalisasikan" in after
    assert "exploring" in opened.texts("h1")[0]
    assert opened.texts("h3")[-1].startswith("planned")


def test_stages_stand_in_the_order_of_time(page: Callable[..., Any]) -> None:
    headings = page("/partnership/1650357-2945024").texts("h3")
    assert headings == ["24 May 1960: signed", "2000: renewed"]


def test_it_is_all_there_in_indonesian(page: Callable[..., Any]) -> None:
    opened = page(DENPASAR_DARWIN, "id")
    assert "Riwayat" in opened.texts("h2")
    assert "Difasilitasi oleh" in opened.text
    assert "20 November 2020" in opened.text
