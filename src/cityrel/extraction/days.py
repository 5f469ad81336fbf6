"""The dates that an article tells, sentence by sentence; made once an article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cityrel.extraction.document import Document
from cityrel.languages.dates import DateMention

DAY, MONTH, YEAR = len("2020-11-20"), len("2020-11"), len("2020")
FOUNDING_REACH = 3
"""Words between a word for a founding and its date ("established on 3 May 1999")."""

BySentence = Mapping[int, Sequence[DateMention]]


@dataclass(frozen=True, eq=False)
class Days:
    """The dates with a value: `told` are all, `news` those that are no span of a tie, by sentence.

    `first` is the first day that can be the news, `within` the day of each year and month that has just one.
    `now` is the day of the article, else the last whole day that it tells.
    """

    told: BySentence = field(default_factory=dict)
    news: BySentence = field(default_factory=dict)
    first: DateMention | None = None
    within: Mapping[str, DateMention] = field(default_factory=dict)
    now: str | None = None

    def at(self, sentence: int) -> Sequence[DateMention]:
        """Give the dates of a sentence."""
        return self.told.get(sentence, ())

    def is_long_past(self, date: DateMention | None) -> bool:
        """Say whether a date lies before the year that precedes the article's own."""
        return bool(self.now and date and date.value and int(date.value[:YEAR]) < int(self.now[:YEAR]) - 1)

    def is_ahead(self, date: DateMention) -> bool:
        """Say whether a date lies wholly behind the day of the article."""
        return bool(self.now and date.value and date.value[: len(self.now)] > self.now)

    def is_dateline(self, date: DateMention) -> bool:
        """Say whether a date is the first one and but repeats the day of the article."""
        return date == self.first and not date.relative and date.value == self.now


def days(document: Document, dates: Iterable[DateMention]) -> Days:
    """Gather the dates of an article."""
    told = [date for date in dates if date.value is not None]
    news = [date for date in told if not tells_span(document, date)]
    return Days(
        told=_by_sentence(document, told),
        news=_by_sentence(document, news),
        first=next((date for date in news if len(date.value or "") == DAY), None),
        within=_only_days(told),
        now=document.article.published or max(_whole_days(news), default=None),
    )


def _whole_days(dates: Iterable[DateMention]) -> Iterator[str]:
    return (date.value for date in dates if date.value and len(date.value) == DAY)


def tells_span(document: Document, date: DateMention) -> bool:
    """Say whether a date is the last day of a tie, or the first one of a tie that is no news."""
    if follows(document, date, "until"):
        return True
    return follows(document, date, "since") and not date.relative


def follows(document: Document, date: DateMention, *keys: str) -> bool:
    """Say whether a word for the span of a tie, of one of these keys, stands right before a date."""
    index = document.sentence_index(date.span.start)
    cues = (cue for cue in document.cues_of("founding", index) if cue.key in keys)
    ends = (cue.end for cue in cues if cue.end <= date.span.start)
    return any(document.count_words(end, date.span.start) <= FOUNDING_REACH for end in ends)


def _by_sentence(document: Document, dates: Iterable[DateMention]) -> BySentence:
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(document.sentence_index(date.span.start), []).append(date)
    return found


def _only_days(dates: Iterable[DateMention]) -> dict[str, DateMention]:
    """Give the day of each year and month of which the article tells just one."""
    found: dict[str, dict[str, DateMention]] = {}
    for date in dates:
        value = date.value or ""
        if len(value) == DAY:
            for whole in (value[:YEAR], value[:MONTH]):
                found.setdefault(whole, {}).setdefault(value, date)
    return {whole: next(iter(own.values())) for whole, own in found.items() if len(own) == 1}
