"""Words that may tell of one event are gathered by type and day, plans apart from facts."""

from cityrel.extraction.document import Document
from cityrel.extraction.gatherings import Gathering, gatherings
from cityrel.languages import load
from cityrel.languages.dates import find_dates
from cityrel.model import Article


def gathered(text: str, kind: str) -> list[Gathering]:
    """Give the gatherings of one type in an English text."""
    document = Document(Article("test", text, "en"), load("en"))
    found = gatherings(document, find_dates(text, document.pack, "2019-06-30"))
    return [gathering for gathering in found if gathering.kind == kind]


def test_words_without_a_day_join_the_most_told_day() -> None:
    (signing,) = gathered("The mayors signed it on 12 March 2019. The signing was brief.", "signing")
    assert signing.date == "2019-03-12"
    assert signing.sentences == (0, 1)


def test_a_month_joins_the_one_day_within_it() -> None:
    (signing,) = gathered("It was signed in March 2019. They signed on 12 March 2019.", "signing")
    assert signing.date == "2019-03-12"


def test_two_days_are_two_events() -> None:
    found = gathered("They met on 12 March 2019. They met again on 14 March 2019.", "meeting")
    assert [gathering.date for gathering in found] == ["2019-03-12", "2019-03-14"]


def test_a_plan_stands_apart_from_what_took_place() -> None:
    found = gathered("They signed a letter on 12 March 2019. They will sign the agreement.", "signing")
    assert [(gathering.date, gathering.ahead) for gathering in found] == [("2019-03-12", False), (None, True)]


def test_what_is_denied_is_not_gathered() -> None:
    assert gathered("The mayors never signed it.", "signing") == []


def test_the_year_since_when_a_tie_stands_is_the_day_of_no_meeting() -> None:
    (meeting,) = gathered("The council met to renew ties with Lublin, its twin since 1998.", "meeting")
    assert meeting.date is None


def test_the_year_since_when_a_tie_stands_may_be_that_of_its_signing() -> None:
    (signing,) = gathered("The twinning was signed and has stood since 1998.", "signing")
    assert signing.date == "1998"
