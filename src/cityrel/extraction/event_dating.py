"""On which of the days that an article tells an event took place.

Each date of the article is weighed for each event by named signs (`weighing`); where none is likely enough,
the event has no date: nothing is guessed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cityrel.extraction.days import tells_span
from cityrel.extraction.document import Document
from cityrel.extraction.event_signs import DAY, age
from cityrel.extraction.gatherings import FOUNDING, SURE, Gathering, Telling
from cityrel.extraction.weighing import Signs, chance, log_odds
from cityrel.languages.dates import DateMention
from cityrel.model import Span

MODEL = "event-date"
"""The model that weighs the signs of a date."""

ENOUGH = 0.33
"""The probability from which the likeliest date of an article is that of the event."""

NEAR, CLOSE = 60, 25
"""Characters that may part a date from the word for its event."""

FOUNDING_REACH = 30
"""Characters before a date in which "since" or "founded" makes it that of a tie."""


FEW = 2
"""More dates than these are several."""

STEPS = {0: "same-sentence", 1: "next-sentence", -1: "sentence-before"}
"""How the sentence of a date lies to one that tells of the event."""

MOST_DATES, MOST_MENTIONS = 24, 8
"""Dates that are weighed for an event, from the first on, and mentions of each: enough for any news."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date of an article with all its mentions, in order."""

    value: str
    mentions: tuple[DateMention, ...]


class Calendar:
    """The dates that an article tells, and which of them the words for events of each type stand beside."""

    def __init__(
        self, document: Document, gatherings: Sequence[Gathering], dates: Sequence[DateMention]
    ) -> None:
        """Count what all gatherings share."""
        self.document = document
        self.dates = _told(dates)
        self.days = [date for date in self.dates if len(date.value) == DAY]
        self._spans = {date.value for date in self.dates if _is_span(document, date)}
        self._sure = Counter((one.kind, one.date) for one in gatherings if _is_sure(one) and one.date)
        self._any = Counter(one.kind for one in gatherings if _is_sure(one) and one.date)
        self._dated = Counter(one.date for one in gatherings if _is_sure(one) and one.date)

    def candidates(self, gathering: Gathering) -> Iterator[Told]:
        """Give the dates weighed for a gathering; since when a tie stands is only weighed for a signing."""
        for number, date in enumerate(self.dates):
            is_weighed = number < MOST_DATES or date.value == gathering.date
            if is_weighed and (gathering.kind == FOUNDING or date.value not in self._spans):
                yield date

    def is_shared(self, kind: str, value: str) -> bool:
        """Say whether an event of another type is told with a date."""
        return self._dated[value] > self._sure[kind, value]

    def has_others(self, kind: str) -> bool:
        """Say whether an event of another type is told with any date."""
        return self._any.total() > self._any[kind]


def event_date(calendar: Calendar, gathering: Gathering) -> str | None:
    """Give the date of a gathering: the likeliest of the article, or None."""
    odds = {value: log_odds(own, MODEL) for value, own in date_signs(calendar, gathering).items()}
    likeliest = max(odds, key=lambda value: odds[value], default=None)
    return likeliest if likeliest is not None and chance(odds[likeliest]) >= ENOUGH else None


def date_signs(calendar: Calendar, gathering: Gathering) -> Mapping[str, Signs]:
    """Give, by its value, the signs of each date being that of a gathering."""
    beside: dict[int, list[Telling]] = {}
    for telling in gathering.tellings:
        beside.setdefault(telling.sentence, []).append(telling)
    return {
        date.value: dict(_signs(calendar, gathering, date, beside)) for date in calendar.candidates(gathering)
    }


def _told(dates: Sequence[DateMention]) -> tuple[Told, ...]:
    """Give the dates that have a value, each once, in the order of the text."""
    found: dict[str, list[DateMention]] = {}
    for date in dates:
        if date.value is not None:
            found.setdefault(date.value, []).append(date)
    return tuple(Told(value, tuple(mentions)) for value, mentions in found.items())


def _is_span(document: Document, date: Told) -> bool:
    """Say whether all mentions of a date are those of the first or the last day of a tie."""
    return all(tells_span(document, mention) for mention in date.mentions)


def _is_sure(gathering: Gathering) -> bool:
    return any(telling.manner in SURE for telling in gathering.tellings)


def _signs(
    calendar: Calendar, gathering: Gathering, date: Told, beside: Mapping[int, Sequence[Telling]]
) -> Iterator[tuple[str, float]]:
    place = "own" if gathering.date == date.value else "else" if gathering.date else "undated"
    yield "bias", 1.0
    yield place, 1.0
    yield from _of_time(calendar, gathering, date, place)
    yield from ((f"{place}/{flag}", float(holds)) for flag, holds in _of_article(calendar, gathering, date))
    flags = {
        flag
        for mention in date.mentions[:MOST_MENTIONS]
        for flag in _of_mention(calendar.document, mention, beside)
    }
    for flag in sorted(flags):
        yield f"{place}/{flag}", 1.0
        yield flag, 1.0


def _of_time(calendar: Calendar, gathering: Gathering, date: Told, place: str) -> Iterator[tuple[str, float]]:
    when = age(calendar.document, date.value)
    yield f"{gathering.kind}/{place}", 1.0
    yield f"{place}/{when}", 1.0
    yield f"{'ahead' if gathering.ahead else 'done'}/{when}", 1.0
    yield f"{gathering.kind}/{when}", 1.0
    yield f"{place}/precision/{len(date.value)}", 1.0


def _of_article(calendar: Calendar, gathering: Gathering, date: Told) -> Iterator[tuple[str, bool]]:
    """Say how a date stands among the others of the article."""
    dates, days, kind = calendar.dates, calendar.days, gathering.kind
    shared = calendar.is_shared(kind, date.value)
    yield "first", dates[0] is date
    yield "only", len(dates) == 1
    yield "only-day", days == [date]
    yield "first-day", bool(days) and days[0] is date
    yield "several", len(dates) > FEW
    yield "again", len(date.mentions) > 1
    yield "shared", shared
    yield "not-shared", calendar.has_others(kind) and not shared
    yield "relative", any(mention.relative for mention in date.mentions)
    yield "founding", all(_is_founding(calendar.document, mention) for mention in date.mentions)


def _of_mention(
    document: Document, mention: DateMention, beside: Mapping[int, Sequence[Telling]]
) -> Iterator[str]:
    """Say where a date stands to the words that tell of the event, by the number of its sentence."""
    index, first = document.sentence_index(mention.span.start), min(beside)
    steps = {step for step in (0, 1, -1) if index - step in beside}
    yield from (name for step, name in STEPS.items() if step in steps)
    if not steps:
        yield "far"
        if index < first:
            yield "before-all"
    if index == first:
        yield "first-telling"
    if index <= 1:
        yield "opening"
    if first <= 1:
        yield "told-at-once"
    if document.cues_in("stage", document.sentences[index]):
        yield "stage"
    for telling in beside.get(index, ()):
        yield from _of_gap(telling, mention)


def _of_gap(telling: Telling, mention: DateMention) -> Iterator[str]:
    """Say how far a date is from a word for the event in its sentence, and on which side."""
    gap = max(mention.span.start - telling.cue.end, telling.cue.start - mention.span.end)
    yield "same/sure" if telling.manner in SURE else "same/loose"
    if gap <= NEAR:
        yield "near"
    if gap <= CLOSE:
        yield "close"
    yield "behind" if mention.span.start > telling.cue.start else "ahead-of"


def _is_founding(document: Document, mention: DateMention) -> bool:
    before = Span(max(0, mention.span.start - FOUNDING_REACH), mention.span.start)
    return bool(document.cues_in("founding", before))
