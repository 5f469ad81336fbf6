"""The words that tell of what was held, and which of them tell of one event.

Words for the same type of event on the same day speak of one; those that give no day speak of the event of
their type that most is told of, plans apart from what took place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cityrel.extraction.days import tells_span
from cityrel.extraction.document import Document
from cityrel.extraction.modality import modality
from cityrel.languages.dates import DateMention
from cityrel.languages.events import GROUP
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Modality

DAY, MONTH, YEAR = len("2020-11-20"), len("2020-11"), len("2020")

SURE = ("noun", "act", "council", "feast")
"""Manners of telling that name an event outright."""

CALLED_OFF_BEFORE, CALLED_OFF_BEHIND = 3, 8
"""Words before ("called off the visit") or behind a word for an event in which it is called off."""

PLAN = "plan"
"""The manner of phrases that hold a word for what is to come ("will sign")."""

FOUNDING = "signing"
"""The type of event that may have been held on the day since when a tie stands; no other was."""

NO_TELLING = "none"
"""The key of phrases that only look like an event ("press conference")."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that may tell of an event: of which type, in which manner, on which day, as a fact or a plan."""

    kind: str
    manner: str
    cue: PhraseMatch
    sentence: int
    date: DateMention | None
    modality: Modality

    @property
    def day(self) -> str | None:
        """The day, month or year that its sentence gives."""
        return self.date.value if self.date else None

    @property
    def ahead(self) -> bool:
        """Whether it tells of what is still to come."""
        return self.manner == PLAN or self.modality in ("planned", "hoped")


@dataclass(frozen=True, slots=True, eq=False)
class Gathering:
    """What may be one event: the words that tell of it, in order; no two are the same."""

    kind: str
    date: str | None
    ahead: bool
    tellings: tuple[Telling, ...]

    @property
    def sentences(self) -> tuple[int, ...]:
        """The numbers of the sentences that tell of it, in order."""
        return tuple(sorted({telling.sentence for telling in self.tellings}))


def modality_of(tellings: Sequence[Telling], date: str | None, published: str | None) -> Modality:
    """Say how an event is told: as a fact, a plan or a hope.

    A plan colours its whole sentence ("the delegation is to come"); a sentence without one tells a fact. What
    has a date behind the day of publication cannot have been held yet, whatever the words.
    """
    ahead = {telling.sentence for telling in tellings if telling.ahead}
    if not _is_after(date, published) and any(telling.sentence not in ahead for telling in tellings):
        return "stated"
    hopes = [telling.modality == "hoped" for telling in tellings if telling.ahead]
    return "hoped" if hopes and all(hopes) else "planned"


def _is_after(date: str | None, published: str | None) -> bool:
    """Say whether a date, as precise as it is told, lies behind a day."""
    return (
        bool(date and published)
        and (date or "")[: len(published or "")] > (published or "")[: len(date or "")]
    )


def gatherings(document: Document, dates: Sequence[DateMention]) -> tuple[Gathering, ...]:
    """Give all that may be an event, in the order in which they are first told."""
    found = tellings(document, dates)
    kinds = dict.fromkeys(telling.kind for telling in found)
    made = [
        gathering for kind in kinds for gathering in _gathered([one for one in found if one.kind == kind])
    ]
    return tuple(sorted(made, key=lambda gathering: gathering.tellings[0].cue.start))


def tellings(document: Document, dates: Sequence[DateMention]) -> tuple[Telling, ...]:
    """Give the words that may tell of an event and are not denied, in order."""
    return tuple(
        telling
        for telling in sorted(_tellings(document, dates), key=lambda telling: telling.cue.start)
        if telling.modality != "denied"
    )


def _by_sentence(document: Document, dates: Sequence[DateMention]) -> dict[int, list[DateMention]]:
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        if date.value is not None:
            found.setdefault(document.sentence_index(date.span.start), []).append(date)
    return found


def _tellings(document: Document, dates: Sequence[DateMention]) -> Iterator[Telling]:
    told = _by_sentence(document, dates)
    news = _by_sentence(document, [date for date in dates if not tells_span(document, date)])
    for group, cues in document.cues.items():
        if not group.startswith(GROUP):
            continue
        dated = told if group == f"{GROUP}{FOUNDING}" else news
        for cue in (cue for cue in cues if cue.key != NO_TELLING):
            index = document.sentence_index(cue.start)
            day = min(dated.get(index, ()), key=lambda date: _distance(document, cue, date), default=None)
            yield Telling(
                group.removeprefix(GROUP), cue.key, cue, index, day, _modality(document, cue, index)
            )


def _modality(document: Document, cue: PhraseMatch, sentence: int) -> Modality:
    """Say how a cue is told; what is called off beside it is denied."""
    calls_off = document.cues_in("cancelled", document.sentences[sentence])
    if any(-CALLED_OFF_BEFORE <= other.first - cue.last <= CALLED_OFF_BEHIND for other in calls_off):
        return "denied"
    return modality(document, cue)


def _distance(document: Document, cue: PhraseMatch, date: DateMention) -> int:
    """Give how far a date is from a word; one beyond a comma or the like is farther."""
    start, end = sorted(((cue.start, cue.end), (date.span.start, date.span.end)))
    gap = document.text[start[1] : end[0]]
    return len(gap) + 20 * sum(gap.count(mark) for mark in ",;:–—")


Key = tuple[str | None, bool]
"""A day, month or year, and whether it is still to come."""


def _gathered(tellings: Sequence[Telling]) -> Iterator[Gathering]:
    """Group the tellings of one type by their day, and give those without one to the most told."""
    groups: dict[Key, list[Telling]] = {}
    days: dict[str, set[Key]] = {}
    for telling in sorted(tellings, key=lambda telling: -len(telling.day or "")):
        key = _key(telling, days)
        groups.setdefault(key, []).append(telling)
        for length in (YEAR, MONTH):
            days.setdefault((key[0] or "")[:length], set()).add(key)
    _give_undated(groups)
    for (date, ahead), group in groups.items():
        told = tuple(sorted(group, key=lambda telling: telling.cue.start))
        yield Gathering(told[0].kind, date, ahead, told)


def _key(telling: Telling, days: Mapping[str, set[Key]]) -> Key:
    """Give the group of a telling: a month or year joins the one day within it."""
    within = days.get(telling.day or "", set())
    if telling.day is not None and len(telling.day) < DAY and len(within) == 1:
        return next(iter(within))
    return (telling.day, telling.ahead)


def _give_undated(groups: dict[Key, list[Telling]]) -> None:
    """Give what is told as a fact and without a day to the dated event that is most told."""
    past = [key for key in groups if key[0] is not None and not key[1]]
    if past and (None, False) in groups:
        undated = groups.pop((None, False))
        heaviest = max(
            past, key=lambda key: (_weight(groups[key]), len(key[0] or ""), -groups[key][0].cue.start)
        )
        groups[heaviest] = [*groups[heaviest], *undated]


def _heft(key: Key, group: Sequence[Telling]) -> tuple[float, int, int]:
    """Give by what one event is more told than another: its words, how precise its date is, its place."""
    return (_weight(group), len(key[0] or ""), -group[0].cue.start)


def _weight(group: Sequence[Telling]) -> float:
    return sum(1.0 if telling.manner in SURE else 0.5 for telling in group)
