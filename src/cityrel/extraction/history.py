"""The earlier stages of a tie that an article tells: "signed in 1997, lapsed, revived now".

Only what stands with a date of its own that lies before the present stage counts, and an end before a new
life.
"""

from collections.abc import Iterable, Iterator

from cityrel.extraction.days import Days
from cityrel.extraction.document import Document
from cityrel.extraction.modality import ENDS
from cityrel.extraction.stages import Reading, Verdict
from cityrel.languages.dates import DateMention

REACH = 8
"""Words that may part the word for a stage from its date."""

Step = tuple[str, Reading, DateMention | None]
"""A stage, the reading that tells it, and its date."""


def earlier_steps(
    document: Document, found: Iterable[Reading], told: Verdict, date: DateMention | None, days: Days
) -> Iterator[Step]:
    """Give the stages that came before the one told, each once, of those that words about the pair tell."""
    seen = {(told.stage, date.value if date else None)}
    for reading in found:
        stage = reading.told
        if stage is None or reading.modality != "stated" or (reading == told.reading and stage == told.stage):
            continue
        own = _date_of(document, reading, days)
        key = (stage, own.value if own else None)
        if (
            key not in seen
            and not _is_same(stage, own, told, date)
            and _came_before(days, stage, own, told, date)
        ):
            seen.add(key)
            yield stage, reading, own


def _date_of(document: Document, reading: Reading, days: Days) -> DateMention | None:
    """Give the nearest date in the sentence of a reading that few words part from it."""
    here = days.at(reading.sentence)
    near = [date for date in here if document.words_between(reading.span, date.span) <= REACH]
    behind = [date for date in near if date.span.start >= reading.span.end]
    return min(behind or near, key=lambda date: document.words_between(reading.span, date.span), default=None)


def _is_same(stage: str, own: DateMention | None, told: Verdict, date: DateMention | None) -> bool:
    """Say whether a step is the last one told again, with a coarser or finer date."""
    one, other = (own.value if own else None) or "", (date.value if date else None) or ""
    return stage == told.stage and (one.startswith(other) or other.startswith(one))


def _came_before(
    days: Days, stage: str, own: DateMention | None, told: Verdict, date: DateMention | None
) -> bool:
    """Say whether a stage came before the one told: by the dates, or as an end before a new life."""
    if stage == "active":
        return False
    if own is None or own.value is None:
        return stage in ENDS and told.stage == "renewed"
    if date is not None and date.value is not None and told.stage != "active":
        return own.value < date.value
    return not own.relative and (days.now is None or days.is_long_past(own))
