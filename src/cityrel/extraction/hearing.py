"""What is heard on the stage of a pair before it is decided: the words for stages, their votes, the signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from cityrel.extraction.days import Days
from cityrel.extraction.document import Document
from cityrel.extraction.entries import date_of_entry, entry_of, readings_of
from cityrel.extraction.modality import ENDS
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.scopes import Scope
from cityrel.extraction.stage_signs import Position, stage_signs
from cityrel.extraction.stages import Reading, Verdict, verdict
from cityrel.extraction.weighing import Signs
from cityrel.languages.dates import DateMention
from cityrel.model import BROAD_STAGE


@dataclass(frozen=True)
class Subject:
    """A pair whose stage is asked for: where the article speaks of it, beside how many, as the main one."""

    pair: Pair
    about: Scope
    pairs: int
    is_main: bool


@dataclass(frozen=True)
class Hearing:
    """The words for stages about a pair, those of its own entry in a list with its date, votes, the signs."""

    readings: tuple[Reading, ...]
    entered: tuple[Reading, ...]
    entered_on: DateMention | None
    ruled: Verdict
    signs: Signs

    @property
    def broad(self) -> str:
        """The broad stage that the votes give."""
        return BROAD_STAGE.get(self.ruled.stage, self.ruled.stage)

    @property
    def of_entry(self) -> Verdict | None:
        """The stage that the pair's entry in a list states: "Burgas (LoI 2011)"; None where there is none."""
        if self.entered and self.entered[-1].told is not None:
            return Verdict(self.entered[-1].told, self.entered[-1], self.entered)
        return None


def hearing(document: Document, candidates: Sequence[Partner], days: Days, subject: Subject) -> Hearing:
    """Hear all that speaks for and against each stage of a pair."""
    about = subject.about
    found = _without_undone(readings_of(document, candidates, subject.pair, sorted({0, *about.all}), days))
    entered = tuple(one for one in found if entry_of(document, candidates, one.span))
    ruled = verdict(document, subject.pair, [one for one in found if one.sentence in about.every], about.own)
    broad = BROAD_STAGE.get(ruled.stage, ruled.stage)
    entered_on = date_of_entry(document, candidates, subject.pair, days)
    position = Position(subject.pairs, subject.is_main, entered_on, broad, found)
    signs = stage_signs(document, subject.pair, about, days, position)
    return Hearing(found, entered, entered_on, ruled, signs)


def _without_undone(found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Leave out an end that a sentence tells behind a renewal: "revived the tie, which had lapsed"."""
    renewed = {one.sentence: one.span.start for one in found if one.told == "renewed"}
    return tuple(
        one
        for one in found
        if one.told not in ENDS or one.span.start <= renewed.get(one.sentence, one.span.start)
    )
