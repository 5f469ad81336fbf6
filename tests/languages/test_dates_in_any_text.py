"""What is no date, where dates stand, and that no text makes trouble."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.languages.dating import PUBLISHED, only, values

from cityrel.errors import PackError
from cityrel.languages import load
from cityrel.languages.date_forms import Grammar
from cityrel.languages.date_section import Dates
from cityrel.languages.date_values import Reference
from cityrel.languages.dates import find_dates


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Undang-Undang Nomor 23 Tahun 2014"),
        ("id", "Permendagri No. 22 Tahun 2022 tentang"),
        ("id", "nomor 420/2017"),
        ("id", "(no 3 di Korea)"),
        ("id", "telepon 0812-2017-2019 atau (0361) 234567"),
        ("id", "seharga Rp 2.017 atau Rp32.500"),
        ("id", "skor 3/4, rasio 1:2, sebanyak (3/4)"),
        ("id", "Jalan 17 Agustus dan Universitas 17 Agustus 1945"),
        ("id", "lima tahun mendatang"),
        ("id", "malam Minggu"),
        ("id", "nomor 12/04/25"),
        ("id", "pada 2000 peserta"),
        ("id", "setiap Jumat"),
        ("id", "dua minggu"),
        ("en", "It may march in 30 days"),
        ("en", "Prince Weds Actress"),
        ("en", "over the last year"),
        ("en", "the next year"),
        ("en", "Good Friday"),
        ("en", "every Monday"),
        ("en", "in 2000 people"),
    ],
)
def test_what_only_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pada Jumat (20/11/2020), kata", "Jumat (20/11/2020)"),
        ("(Denpasar, 20 November 2020) kata", "20 November 2020"),
        ("sejak tahun 2006 itu", "2006"),
        ("Selasa 13 Maret. Lalu", "Selasa 13 Maret"),
        ("oleh Rabu (29/3/2017)malam", "Rabu (29/3/2017)"),
    ],
)
def test_the_span_is_that_of_the_words(text: str, words: str) -> None:
    span = only(text).span
    assert text[span.start : span.end] == words


def test_dates_come_in_order() -> None:
    assert values("Pada 2006, 1 Mei 2008, lalu Juni 2010.") == ["2006", "2008-05-01", "2010-06"]


def test_a_form_with_an_unknown_placeholder_is_reported() -> None:
    with pytest.raises(PackError, match="unknown placeholder 'moon'"):
        Grammar("id", Dates(forms=("{day} {moon}",)))


def test_a_form_whose_brackets_do_not_match_is_reported() -> None:
    with pytest.raises(PackError, match="brackets do not match"):
        Grammar("id", Dates(forms=("[{day} {month}",)))


PIECES = [
    "dua puluh",
    "lima",
    "twenty-",
    "the ",
    "of ",
    "March ",
    "Friday ",
    "years ",
    "ago",
    "last ",
    "th",
    "'",
    "1",
    "20",
    "2020",
    "/",
    "-",
    ".",
    " ",
    "(",
    ")",
    ",",
    "\n",
    "Jumat",
    "Mei",
    "lalu",
    "tahun",
    "٣",
    "kemarin",
]


@settings(deadline=None)  # the first text waits for the forms to be compiled
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    for language in ("id", "en"):
        spans = [mention.span for mention in find_dates(text, load(language), PUBLISHED)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.dates().map(str) | st.none())
def test_any_value_is_a_date_of_the_calendar_and_ends_after_it_begins(
    text: str, reference: str | None
) -> None:
    for language in ("id", "en"):
        for mention in find_dates(text, load(language), reference):
            assert mention.value is None or Reference.parse(mention.value) is not None
            assert mention.end is None or (mention.value or "9") < mention.end


@pytest.mark.parametrize(
    "piece",
    ["20/", "Jumat ", "1 ", "Jumat, (", "20 Mei - ", "2020-", "dua tahun ", "dua puluh ", "20/4/", "\u200b1"],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(repeats: int) -> float:
        text = piece * repeats
        start = time.process_time()
        find_dates(text, load("id"), PUBLISHED)
        return time.process_time() - start

    seconds(10)
    assert seconds(40_000) < 20 * max(seconds(4_000), 0.005)
