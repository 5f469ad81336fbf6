"""The year since when a tie stands, counted back from an anniversary: "20th anniversary as twin towns"."""

from collections.abc import Iterable, Iterator

from cityrel.extraction.days import YEAR, Days
from cityrel.extraction.document import Document
from cityrel.extraction.kinds import kinds_in, plain
from cityrel.languages.anniversaries import Anniversary, find_anniversaries
from cityrel.languages.dates import DateMention
from cityrel.model import Span

TIE_REACH = 8
"""Words that may part an anniversary from the words for the tie whose it is."""

LONGEST = 100
"""Years that a tie may have stood; the oldest twinned towns joined in 1920, and cities are older."""


def founded(document: Document, sentences: Iterable[int], days: Days) -> Iterator[DateMention]:
    """Give the years that anniversaries of ties count back to, from the year that the article is written in.

    Where the sentence itself tells the year of the anniversary ("next year"), they count from that.
    """
    for index in sentences:
        year = _year_of(days, index)
        if year is None:
            continue
        for told in find_anniversaries(document.text, document.pack, document.sentences[index]):
            if told.years <= LONGEST and _is_of_tie(document, index, told):
                yield DateMention(told.span, f"{year - told.years:04}")


def _year_of(days: Days, sentence: int) -> int | None:
    told = next((date.value for date in days.at(sentence) if date.value and date.relative), days.now)
    return int(told[:YEAR]) if told else None


def _is_of_tie(document: Document, index: int, told: Anniversary) -> bool:
    """Say whether words for a tie stand near: there are also anniversaries of cities and festivals."""
    sentence = document.sentences[index]
    ties = [cue for cue in document.cues_in("reference", sentence) if cue.key == "ties"]
    spans = (Span(cue.start, cue.end) for cue in (*plain(kinds_in(document, sentence)), *ties))
    return any(document.words_between(told.span, span) <= TIE_REACH for span in spans)
