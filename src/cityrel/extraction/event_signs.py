"""What speaks for words telling of one event of its type, as named signs that a linear model weighs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Day
from math import log2

from cityrel.extraction.document import Document
from cityrel.extraction.gatherings import Gathering, Telling
from cityrel.extraction.kinds import kinds_in, plain
from cityrel.extraction.quotations import DIRECT
from cityrel.extraction.weighing import Signs
from cityrel.model import Span

EARLY = 2
"""Sentences that say what an article is about."""

BESIDE = ("stage", "instrument", "attended", "speech", "founding", "reference", "virtual", "facilitated", "order")
"""Groups of phrases whose company tells how a sentence speaks of an event."""

DAY = len("2020-11-20")
FRESH = 31
"""Days before its publication in which an article's news took place."""


def event_signs(
    document: Document, gatherings: Sequence[Gathering], people: Sequence[Span] = ()
) -> tuple[Signs, ...]:
    """Give the signs of each gathering; `people` are the places where the article names persons."""
    setting = _Setting(document, gatherings, people)
    return tuple(dict(_signs(setting, gathering)) for gathering in gatherings)


def age(document: Document, date: str | None) -> str:
    """Say how a date lies to the article's day: "none", "ahead", "fresh", "past", "old", or "open"."""
    published = document.article.published
    if date is None:
        return "none"
    if published is None or len(published) < DAY:
        return "open"
    if len(date) < DAY:
        return _age_of_stretch(date, published)
    try:
        days = (Day.fromisoformat(published[:DAY]) - Day.fromisoformat(date)).days
    except ValueError:
        return "open"
    if days < 0:
        return "ahead"
    return "fresh" if days <= FRESH else "past" if days <= 2 * 365 else "old"


def _age_of_stretch(date: str, published: str) -> str:
    own = published[: len(date)]
    if date > own:
        return "ahead"
    if date == own:
        return "fresh"
    return "past" if int(published[:4]) - int(date[:4]) < 2 else "old"  # noqa: PLR2004 - this year or last


class _Setting:
    """What is asked of all gatherings of an article, counted once."""

    def __init__(self, document: Document, gatherings: Sequence[Gathering], people: Sequence[Span]) -> None:
        self.document = document
        self.gatherings = gatherings
        self.spoken = [match.span() for match in DIRECT.finditer(document.text)]
        self.people = Counter(document.sentence_index(span.start) for span in people)
        self.told = Counter(gathering.kind for gathering in gatherings for _ in gathering.tellings)
        self.manners = Counter(
            f"{telling.kind}/{telling.manner}" for gathering in gatherings for telling in gathering.tellings
        )
        self.ranks: dict[int, int] = {}
        for kind in self.told:
            own = [gathering for gathering in gatherings if gathering.kind == kind]
            own.sort(key=lambda gathering: -len(gathering.tellings))
            self.ranks |= {id(gathering): rank for rank, gathering in enumerate(own)}
        self._flags: dict[int, frozenset[str]] = {}

    def flags(self, telling: Telling) -> Iterator[str]:
        """Give what is true of a telling and of the sentence where it stands."""
        index = telling.sentence
        if index not in self._flags:
            self._flags[index] = frozenset(self._of_sentence(index))
        yield from self._flags[index]
        yield telling.modality
        if telling.date is not None:
            yield "dated"
            yield "dated-closely" if abs(telling.date.span.start - telling.cue.end) < CLOSE else "dated-far"
        if any(start <= telling.cue.start < end for start, end in self.spoken):
            yield "spoken"
        if self.document.text[telling.cue.start].isupper():
            yield "capital"

    def _of_sentence(self, index: int) -> Iterator[str]:
        sentence = self.document.sentences[index]
        for group in BESIDE:
            if self.document.cues_in(group, sentence):
                yield group
        for cue in self.document.cues_in("stage", sentence):
            yield f"stage-{cue.key}"
        kinds = kinds_in(self.document, sentence)
        if kinds:
            yield "tie" if plain(kinds) else "cooperation"
        if index == 0:
            yield "headline"
        if index <= EARLY:
            yield "early"
        if index >= len(self.document.sentences) - EARLY:
            yield "late"
        if self.people[index]:
            yield "person"
        if self.people[index] > 1:
            yield "persons"


CLOSE = 40
"""Characters within which a date stands close to the word for an event."""


def _signs(setting: _Setting, gathering: Gathering) -> Iterator[tuple[str, float]]:
    kind = gathering.kind
    yield "bias", 1.0
    yield f"{kind}", 1.0
    manners = Counter(telling.manner for telling in gathering.tellings)
    for manner, count in manners.items():
        yield f"{kind}/{manner}", log2(1 + min(count, 7))
        yield f"{kind}/{manner}/any", 1.0
    for manner in ("act", "noun"):
        yield f"no-{manner}", float(not manners[manner])
        yield f"{kind}/no-{manner}", float(not manners[manner])
    told = len(gathering.tellings)
    yield "tellings", log2(1 + min(told, 15))
    yield "sentences", log2(len(gathering.sentences))
    yield "words", log2(1 + len({telling.cue.key + str(telling.cue.end - telling.cue.start) for telling in gathering.tellings}))
    yield "share", told / setting.told.total()
    yield "share-of-kind", told / setting.told[kind]
    rank = setting.ranks[id(gathering)]
    yield "first-of-kind", float(rank == 0)
    yield f"{kind}/first-of-kind", float(rank == 0)
    yield "rank", log2(1 + rank)
    yield "ahead", float(gathering.ahead)
    yield f"{kind}/ahead", float(gathering.ahead)
    when = age(setting.document, gathering.date)
    yield f"age/{when}", 1.0
    yield f"{kind}/age/{when}", 1.0
    yield f"precision/{len(gathering.date or '')}", 1.0
    yield "length", log2(1 + len(setting.document.sentences))
    yield from _of_flags(setting, gathering)
    for manner, count in setting.manners.items():
        if not manner.startswith(kind):
            yield f"{kind}/beside/{manner}", log2(1 + min(count, 3))


def _of_flags(setting: _Setting, gathering: Gathering) -> Iterator[tuple[str, float]]:
    counts: Counter[str] = Counter()
    for telling in gathering.tellings:
        flags = set(setting.flags(telling))
        counts.update(flags)
        if telling.manner in ("noun", "act"):
            counts.update(f"{telling.manner}/{flag}" for flag in flags)
    for flag, count in counts.items():
        yield f"any/{flag}", 1.0
        yield f"{gathering.kind}/any/{flag}", 1.0
        if "/" not in flag:
            yield f"share/{flag}", count / len(gathering.tellings)


Ranked = Mapping[int, int]
