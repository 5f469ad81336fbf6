"""On which of the days that an article tells an event took place.

Each date of the article is weighed for each event by named signs (`weighing`); where none is likely enough, the
event has no date: nothing is guessed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.event_signs import DAY, age
from cityrel.extraction.gatherings import SURE, Gathering
from cityrel.extraction.weighing import Signs
from cityrel.languages.dates import DateMention
from cityrel.model import Span

NEAR, CLOSE = 60, 25
"""Characters that may part a date from the word for its event."""

FOUNDING_REACH = 30
"""Characters before a date in which "since" or "founded" makes it that of a tie."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date of an article with all its mentions, in order."""

    value: str
    mentions: tuple[DateMention, ...]


def told_dates(dates: Sequence[DateMention]) -> tuple[Told, ...]:
    """Give the dates of an article that have a value, each once, in the order of the text."""
    found: dict[str, list[DateMention]] = {}
    for date in dates:
        if date.value is not None:
            found.setdefault(date.value, []).append(date)
    return tuple(Told(value, tuple(mentions)) for value, mentions in found.items())


def date_signs(
    document: Document, gathering: Gathering, others: Sequence[Gathering], dates: Sequence[Told]
) -> Mapping[str, Signs]:
    """Give, by its value, the signs of each date being that of a gathering; `others` are all of the article."""
    chosen = Counter(other.date for other in others if other.kind != gathering.kind and _is_sure(other))
    return {
        date.value: dict(_signs(document, gathering, date, rank, dates, chosen))
        for rank, date in enumerate(dates)
    }


def _is_sure(gathering: Gathering) -> bool:
    return any(telling.manner in SURE for telling in gathering.tellings)


def _signs(
    document: Document,
    gathering: Gathering,
    date: Told,
    rank: int,
    dates: Sequence[Told],
    chosen: Counter[str | None],
) -> Iterator[tuple[str, float]]:
    own = gathering.date == date.value
    kind = gathering.kind
    when = age(document, date.value)
    plan = "ahead" if gathering.ahead else "done"
    place = "own" if own else "else" if gathering.date else "undated"
    yield "bias", 1.0
    yield place, 1.0
    yield f"{kind}/{place}", 1.0
    yield f"{place}/{when}", 1.0
    yield f"{plan}/{when}", 1.0
    yield f"{kind}/{when}", 1.0
    yield f"{place}/precision/{len(date.value)}", 1.0
    yield f"{place}/first", float(rank == 0)
    yield f"{place}/only", float(len(dates) == 1)
    days = [other for other in dates if len(other.value) == DAY]
    yield f"{place}/only-day", float(days == [date])
    yield f"{place}/first-day", float(bool(days) and days[0] is date)
    yield f"{place}/several", float(len(dates) > 2)  # noqa: PLR2004 - more than two
    yield f"{place}/again", float(len(date.mentions) > 1)
    yield f"{place}/shared", float(chosen[date.value] > 0)
    yield f"{place}/not-shared", float(sum(chosen.values()) > chosen[None] and not chosen[date.value])
    yield f"{place}/relative", float(any(mention.relative for mention in date.mentions))
    yield f"{place}/founding", float(all(_is_founding(document, mention) for mention in date.mentions))
    for flag in {flag for mention in date.mentions for flag in _of_mention(document, gathering, mention)}:
        yield f"{place}/{flag}", 1.0
        yield flag, 1.0


def _of_mention(document: Document, gathering: Gathering, mention: DateMention) -> Iterator[str]:
    index = document.sentence_index(mention.span.start)
    steps = [index - sentence for sentence in gathering.sentences]
    if 0 in steps:
        yield "same-sentence"
        yield from _beside(gathering, index, mention)
    if 1 in steps:
        yield "next-sentence"
    if -1 in steps:
        yield "sentence-before"
    if not {0, 1, -1} & set(steps):
        yield "far"
        if all(step < 0 for step in steps):
            yield "before-all"
    if index == gathering.sentences[0]:
        yield "first-telling"
    if index <= 1:
        yield "opening"
    if gathering.sentences[0] <= 1:
        yield "told-at-once"
    if document.cues_in("stage", document.sentences[index]):
        yield "stage"


def _beside(gathering: Gathering, index: int, mention: DateMention) -> Iterator[str]:
    for telling in gathering.tellings:
        if telling.sentence == index:
            gap = max(mention.span.start - telling.cue.end, telling.cue.start - mention.span.end)
            yield f"same/{'sure' if telling.manner in SURE else 'loose'}"
            if gap <= NEAR:
                yield "near"
            if gap <= CLOSE:
                yield "close"
            yield "behind" if mention.span.start > telling.cue.start else "ahead-of"


def _is_founding(document: Document, mention: DateMention) -> bool:
    before = Span(max(0, mention.span.start - FOUNDING_REACH), mention.span.start)
    return bool(document.cues_in("founding", before))
