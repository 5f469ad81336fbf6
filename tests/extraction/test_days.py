"""The dates of an article, and how they lie to its own day."""

import pytest

from cityrel.extraction.days import Days, days
from cityrel.extraction.document import Document
from cityrel.languages import load
from cityrel.languages.dates import DateMention, find_dates
from cityrel.model import Article, Span


def told(text: str, published: str | None = None) -> Days:
    """Give the dates of an English text."""
    document = Document(Article("test", text, "en", published=published), load("en"))
    return days(document, find_dates(text, document.pack, published))


def date(value: str) -> DateMention:
    """Give a date of some value."""
    return DateMention(Span(0, 4), value)


def test_the_day_of_an_article_is_that_of_its_publication() -> None:
    assert told("They met on 3 May 2019.", "2020-01-01").now == "2020-01-01"


def test_without_publication_the_last_whole_day_told_stands_for_it() -> None:
    assert told("They met on 3 May 2019 and on 1 March 2018; it began in 2021.").now == "2019-05-03"


def test_a_year_alone_tells_no_day_of_the_article() -> None:
    found = told("It was founded in 1960.")
    assert found.now is None
    assert not found.is_long_past(date("1960"))


@pytest.mark.parametrize(("value", "is_past"), [("2017", True), ("2018-12-31", True), ("2019", False)])
def test_what_lies_before_the_year_before_is_long_past(value: str, is_past: bool) -> None:
    assert told("", "2020-06-01").is_long_past(date(value)) is is_past


@pytest.mark.parametrize(
    ("value", "published", "is_ahead"),
    [
        ("2020-06-02", "2020-06-01", True),
        ("2021", "2020-06-01", True),
        ("2020", "2020-06-01", False),
        ("2020-06-30", "2020-06", False),
    ],
)
def test_only_what_lies_wholly_behind_the_day_is_ahead(value: str, published: str, is_ahead: bool) -> None:
    assert told("", published).is_ahead(date(value)) is is_ahead


def test_the_first_date_that_repeats_the_day_of_the_article_is_its_dateline() -> None:
    found = told("LEEDS, 1 June 2020 - They met. On 1 June 2020 they left.", "2020-06-01")
    first, second = (one for index in sorted(found.told) for one in found.at(index))
    assert found.is_dateline(first)
    assert not found.is_dateline(second)
