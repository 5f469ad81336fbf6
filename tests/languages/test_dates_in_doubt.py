"""Dates that lack something, do not exist or contradict themselves."""

import pytest
from tests.languages.dating import only, values

from cityrel.languages import load
from cityrel.languages.dates import find_dates


def test_without_a_publication_date_relative_words_and_days_without_a_year_are_left_out() -> None:
    assert values("Kemarin, Jumat, (28/1), tahun lalu, 20 November", reference=None) == []


def test_without_a_publication_date_the_year_of_the_other_dates_is_taken_with_a_warning() -> None:
    first, second = find_dates("Senin 13 Maret. Lalu 18 Maret 2017.", load("id"))
    assert (first.value, second.value) == ("2017-03-13", "2017-03-18")
    assert first.warning == "the year is that of the other dates of the text"
    assert second.warning is None


def test_a_day_with_its_weekday_takes_the_year_of_a_credit_that_fits() -> None:
    mention = only("Foto: ©2017 Kota. Senin (25/9), diteken.", reference=None)
    assert (mention.value, mention.warning) == (
        "2017-09-25",
        "the year is that of the other dates of the text",
    )
    assert values("Foto: ©2018 Kota. Senin (25/9), diteken.", reference=None) == []
    assert values("Sejak 2006. Kamis (3/8), diteken.", reference=None) == ["2006"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "sampai tahun 2000-an dulu", "2000-an"),
        ("id", "dirintis beberapa tahun lalu", "beberapa tahun lalu"),
        ("id", "lebih dari dua tahun lalu", "lebih dari dua tahun lalu"),
        ("id", "empat ratus tahun lalu", "ratus tahun lalu"),
        ("id", "1.000 tahun lalu", "1.000 tahun lalu"),
        ("id", "tahun-tahun lalu", "tahun-tahun lalu"),
        ("en", "in the 1990s", "1990s"),
        ("en", "several years ago", "several years ago"),
        ("en", "more than two years ago", "more than two years ago"),
        ("en", "a hundred and five years ago", "hundred and five years ago"),
    ],
)
def test_what_tells_no_year_is_kept_as_written_without_a_value(language: str, text: str, words: str) -> None:
    mention = only(text, language)
    assert (mention.value, mention.end, mention.warning) == (None, None, None)
    assert text[mention.span.start : mention.span.end] == words


def test_a_year_that_would_give_another_weekday_is_not_taken() -> None:
    assert values("Rabu 13 Maret. Lalu 18 Maret 2017.", reference=None) == ["2017-03-18"]


@pytest.mark.parametrize("text", ["31 Februari 2020", "(32/1/2020)", "29 Februari 2019"])
def test_a_day_that_does_not_exist_has_a_warning_and_no_value(text: str) -> None:
    mention = only(text)
    assert mention.value is None
    assert mention.warning is not None
    assert mention.warning.startswith("no such day")


def test_a_weekday_that_does_not_fit_gives_a_warning() -> None:
    mention = only("Senin (20/11/2020)")
    assert (mention.value, mention.warning) == (
        "2020-11-20",
        "2020-11-20 is not the day of the week that is written",
    )


@pytest.mark.parametrize("text", ["2020-2018", "20-18 Maret 2018", "3-3 Mei 2017"])
def test_a_stretch_that_does_not_end_after_it_begins_is_its_beginning_with_a_warning(text: str) -> None:
    mention = only(text)
    assert mention.value is not None
    assert (mention.end, mention.warning) == (None, "ends before it begins")


def test_a_numeric_date_that_reads_both_ways_gives_a_warning() -> None:
    mention = only("on 3/4/2020", "en")
    assert (mention.value, mention.warning) == ("2020-03-04", "day and month may be the other way round")


def test_the_weekday_decides_between_the_two_readings_of_a_numeric_date() -> None:
    mention = only("on Friday 3/4/2020", "en")
    assert (mention.value, mention.warning) == ("2020-04-03", None)
