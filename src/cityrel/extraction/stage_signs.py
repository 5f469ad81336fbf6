"""What speaks for the stage of a pair, as named signs that a linear model weighs (`weighing`).

Each word for a stage counts by what it tells as a fact (`told_stage`), by how closely its sentence speaks of
the pair (`scopes`), and by whether it stands beside words for a tie.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from math import log2

from cityrel.extraction.days import Days, follows
from cityrel.extraction.document import Document
from cityrel.extraction.kinds import PLAIN, kinds_in, plain
from cityrel.extraction.pairs import Pair
from cityrel.extraction.scopes import Scope
from cityrel.extraction.stages import Reading
from cityrel.extraction.weighing import Signs
from cityrel.languages.dates import DateMention
from cityrel.model import BROAD_STAGE

AGAIN = 4
"""Readings of one sort after which more say no more."""

PAPER_REACH = 8
"""Words that may part a word for a stage from the document that has it."""


@dataclass(frozen=True)
class Position:
    """Where a pair stands in its article: beside how many, whether as the main one, and what the votes say.

    `readings` are the words for stages in the headline and about the pair, `ruled` is the broad stage that
    their votes give (`stages.verdict`), `entered` the date in the pair's own entry of a list.
    """

    pairs: int
    is_main: bool
    entered: DateMention | None
    ruled: str = ""
    readings: tuple[Reading, ...] = ()


def stage_signs(document: Document, pair: Pair, about: Scope, days: Days, position: Position) -> Signs:
    """Give the signs of a pair's stage."""
    papers = _with_paper(document, position.readings)
    told = chain.from_iterable(
        _of_reading(document, reading, about, position, has_paper=reading in papers)
        for reading in position.readings
    )
    counts = Counter(told)
    return dict(
        chain(
            _counted(counts),
            _of_dates(document, position.entered, about, days),
            _of_surroundings(document, about),
            _of_pair(pair, position),
            ((f"ruled/{position.ruled}", 1.0), ("unread", float(not counts)), ("bias", 1.0)),
        )
    )


def _of_reading(
    document: Document, reading: Reading, about: Scope, position: Position, *, has_paper: bool
) -> Iterator[str]:
    closeness = about.closeness(reading.sentence)
    if closeness == "other" and (reading.sentence > 0 or not position.is_main):
        return
    told = reading.told
    key = BROAD_STAGE.get(told, told) if told else f"not-{BROAD_STAGE.get(reading.stage, reading.stage)}"
    yield key
    yield f"{key}/{closeness}"
    if _has_tie(document, reading.sentence):
        yield f"{key}/{closeness}/tie"
    if reading.sentence == 0:
        yield f"{key}/headline"
    if reading.modality != "stated":
        yield f"{reading.modality}/{BROAD_STAGE.get(reading.stage, reading.stage)}"
    if told in BROAD_STAGE:
        yield f"fine/{told}"
    if has_paper:
        yield f"{key}/paper"


def _with_paper(document: Document, readings: Sequence[Reading]) -> set[Reading]:
    """Give the words for stages beside which a document for ties stands, nearest to them in the sentence."""
    found: set[Reading] = set()
    for sentence, group in groupby(sorted(readings, key=_sentence), key=_sentence):
        here = list(group)
        for paper in document.cues_in("instrument", document.sentences[sentence]):
            gaps = [(abs(paper.first - one.cue.last), one) for one in here if one.span.start != paper.start]
            nearest = min([PAPER_REACH, *(gap for gap, _ in gaps)])
            found.update(one for gap, one in gaps if gap == nearest)
    return found


def _sentence(reading: Reading) -> int:
    return reading.sentence


def _has_tie(document: Document, sentence: int) -> bool:
    span = document.sentences[sentence]
    refers = any(cue.key == "ties" for cue in document.cues_in("reference", span))
    return refers or bool(plain(kinds_in(document, span)))


def _counted(counts: Counter[str]) -> Iterator[tuple[str, float]]:
    for key, count in counts.items():
        yield key, 1.0
        if count > 1:
            yield f"{key}/again", log2(min(count, AGAIN))


def _of_dates(
    document: Document, entered: DateMention | None, about: Scope, days: Days
) -> Iterator[tuple[str, float]]:
    """Give whether the dates near a pair are of long ago, and those since when it stands."""
    if entered is not None:
        yield f"date/entry/{_age(entered, days)}", 1.0
    for index in sorted(about.own):
        for date in days.at(index):
            yield f"date/{_age(date, days)}", 1.0
            if follows(document, date, "since", "event"):
                yield f"founded/{_age(date, days)}", 1.0


def _age(date: DateMention, days: Days) -> str:
    if days.now is None:
        return "undated"
    return "old" if days.is_long_past(date) else "new"


def _of_surroundings(document: Document, about: Scope) -> Iterator[tuple[str, float]]:
    for index in sorted(about.own):
        for cue in document.cues_in("founding", document.sentences[index]):
            yield f"founding/{cue.key}", 1.0
        if document.cues_in("instrument", document.sentences[index]):
            yield "instrument", 1.0
    for index in sorted(about.named | about.free):
        for cue in document.cues_in("event", document.sentences[index]):
            yield f"event/{cue.key}", 1.0


def _of_pair(pair: Pair, position: Position) -> Iterator[tuple[str, float]]:
    rules = {mention.rule for mention in pair.mentions}
    plainly = sum(mention.cue >= PLAIN for mention in pair.mentions)
    yield "pairs", log2(position.pairs)
    yield "pairs/one", float(position.pairs == 1)
    yield "main", float(position.is_main)
    yield "listed", float("listed-for-home" in rules)
    yield "foreign", float(pair.a.country != pair.b.country)
    yield "named", float(bool(rules & {"pair-by-naming", "named-for-home"}))
    yield "plain", log2(1 + min(6, plainly))
    yield "plain/none", float(not plainly)
