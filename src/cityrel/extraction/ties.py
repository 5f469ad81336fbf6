"""From pairs of places to claims: the stated stage of each, and beside it what is planned or hoped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.agents import Actor, agent
from cityrel.extraction.dating import stage_date
from cityrel.extraction.days import Days
from cityrel.extraction.document import Document
from cityrel.extraction.entries import own_days, readings_of
from cityrel.extraction.focus import focus_points
from cityrel.extraction.hearing import Hearing, Subject, hearing
from cityrel.extraction.history import earlier_steps
from cityrel.extraction.kinds import kinds_in
from cityrel.extraction.modality import CLAUSE_MARKS
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.scopes import Scope, scope
from cityrel.extraction.stages import ADVANCE, Reading, Verdict, kind_of, readings, told_best, votes
from cityrel.extraction.traces import ALONE, Trace, plainness
from cityrel.extraction.weighing import likeliest
from cityrel.languages.dates import DateMention
from cityrel.model import Event, Evidence, Focus, Modality, Organisation, Place, Span, Stage

PAST = 0.6
"""How sure an earlier stage is, beside the pair itself."""

SUREST = 0.99
"""The confidence that no pair exceeds: no reading is certain."""

INDIRECT = ("alone-for-home", "with-for-home", "both-referred")
"""The patterns in which a pair is not named by both its names."""

ENTERED = 0.9
"""How sure a stage is that stands in the entry of a list: "Burgas (LoI 2011)"."""

SETTLED = ("signed", "renewed", "active")
"""Stages that are worth keeping when they are only planned or hoped for."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What the stages of an article are made from."""

    pairs: Sequence[Pair]
    candidates: Sequence[Partner]
    days: Days
    events: Sequence[Event]
    actors: Sequence[Actor]


def stages(document: Document, ties: Ties) -> tuple[Stage, ...]:
    """Give the stages of all pairs, the stated ones first in the order of the text."""
    if not ties.pairs:
        return ()
    main = main_pair(document, ties.pairs)
    tellings = [_telling(document, ties, index, main) for index in range(len(ties.pairs))]
    stated = [_stated(document, ties, telling) for telling in tellings]
    return (
        *stated,
        *_history(document, ties, tellings, stated),
        *_expected(document, ties, tellings[main], stated[main]),
    )


def main_pair(document: Document, pairs: Sequence[Pair]) -> int:
    """Give the number of the pair that the article is about.

    It is no earlier one, stands in the headline, or is named in the most sentences; of those, the likeliest.
    """

    def rank(pair: Pair) -> tuple[bool, bool, int, float]:
        headed = any(mention.sentence == 0 and mention.rule not in ALONE for mention in pair.mentions)
        named = len({mention.sentence for mention in pair.mentions})
        return not _is_earlier(document, pair), headed, named, pair.weight

    return max(range(len(pairs)), key=lambda index: rank(pairs[index]))


@dataclass(frozen=True, slots=True)
class _Telling:
    """What an article tells of one pair: where, which stage as the last one, how surely, and when.

    `main` is the number of the pair that the article is about, `index` that of this one.
    """

    index: int
    main: int
    pair: Pair
    about: Scope
    told: Verdict
    sure: float
    date: DateMention | None

    @property
    def is_main(self) -> bool:
        """Say whether the article is about this pair."""
        return self.index == self.main


def _telling(document: Document, ties: Ties, index: int, main: int) -> _Telling:
    pair = ties.pairs[index]
    about = scope(document, ties.pairs, pair, ties.candidates, is_main=index == main)
    subject = Subject(pair, about, len(ties.pairs), index == main)
    heard = hearing(document, ties.candidates, ties.days, subject)
    told, sure = _decided(document, heard, about)
    is_past = index != main and _is_earlier(document, pair)
    own = own_days(document, ties.candidates, pair, ties.days)
    date = None if is_past else heard.entered_on or stage_date(document, told, pair, own, about.all)
    if told.stage == "signed" and ties.days.is_long_past(date):
        told = replace(told, stage="active")
    return _Telling(index, main, pair, about, told, sure, date)


def _stated(document: Document, ties: Ties, telling: _Telling) -> Stage:
    pair, told, date = telling.pair, telling.told, telling.date
    kind, as_written = kind_of(document, pair, is_main=telling.is_main)
    value = date.value if date else None
    event = _event_of(document, ties.events, told, value) if telling.is_main else None
    return Stage(
        a=pair.a,
        b=pair.b,
        stage=told.stage,
        kind=kind,
        kind_as_written=as_written,
        date=value,
        modality="stated",
        instrument=_instrument(document, told),
        focus=_focus(document, telling.about.all) if telling.is_main else (),
        agents=_agents(document, ties, told),
        facilitators=_facilitators(ties.events, event),
        event=event,
        before=telling.main if not telling.is_main and _is_earlier(document, pair) else None,
        evidence=tuple(_evidence(document, pair, told, telling.sure)),
    )


def _history(
    document: Document, ties: Ties, tellings: Sequence[_Telling], stated: Sequence[Stage]
) -> Iterator[Stage]:
    """Give the earlier stages of each pair, as stages before the one at which the article leaves it."""
    for telling, last in zip(tellings, stated, strict=True):
        found = readings_of(document, ties.candidates, telling.pair, telling.about.all, ties.days)
        steps = earlier_steps(document, found, telling.told, telling.date, ties.days)
        for stage, reading, date in steps:
            confidence = round(telling.pair.weight * PAST, 2)
            yield replace(
                last,
                stage=stage,
                date=date.value if date else None,
                instrument=None,
                focus=(),
                agents=(),
                facilitators=(),
                event=None,
                before=telling.index,
                evidence=(
                    last.evidence[0],
                    document.evidence(reading.span, f"earlier-{reading.stage}", confidence),
                ),
            )


def _decided(document: Document, heard: Hearing, about: Scope) -> tuple[Verdict, float]:
    """Give the stage that the signs make likeliest, with the words that tell it, and how likely it is."""
    if heard.of_entry is not None:
        return heard.of_entry, ENTERED
    chances = likeliest(heard.signs, "stage", ADVANCE)
    best = max(ADVANCE, key=lambda stage: chances[stage])
    if best == heard.broad:
        return heard.ruled, chances[best]
    about_it = [one for one in heard.readings if one.sentence in about.every] or heard.readings
    return told_best(votes(document, about_it, about.own), best), chances[best]


def _is_earlier(document: Document, pair: Pair) -> bool:
    """Say whether the article puts this pair before the one that it is about, in a clause of its own."""
    for mention in pair.mentions:
        if mention.rule in INDIRECT:
            continue
        sentence = document.sentences[mention.sentence]
        for cue in document.cues_in("order", sentence):
            between = document.text[cue.end : mention.span.start]
            if cue.end <= mention.span.start and not any(mark in between for mark in CLAUSE_MARKS):
                return True
    return False


def _expected(document: Document, ties: Ties, telling: _Telling, stated: Stage) -> Iterator[Stage]:
    """Give what is planned, hoped or denied for the main pair: each stage and modality once."""
    seen = set()
    for reading in readings(document, _about_it_alone(ties, telling)):
        stage, modality = _expected_of(document, reading)
        key = (stage, modality)
        if modality == "stated" or stage not in SETTLED or key in seen:
            continue
        seen.add(key)
        yield replace(
            stated,
            stage=stage,
            date=_planned_date(document, reading, ties.days),
            modality=modality,
            instrument=None,
            focus=(),
            agents=(),
            facilitators=(),
            event=None,
            before=None,
            evidence=(document.evidence(reading.span, f"stage-{modality}", 0.7),),
        )


def _about_it_alone(ties: Ties, telling: _Telling) -> list[int]:
    """Give the sentences about a pair that name no other place, for what is expected may be of that."""
    both = {telling.pair.a.id, telling.pair.b.id}
    strange = {one.sentence for one in ties.candidates if one.place.id not in both and not one.scene}
    return [index for index in telling.about.all if index not in strange]


def _expected_of(document: Document, reading: Reading) -> tuple[str, Modality]:
    """Give what is expected: who states a plan, in words for a tie, plans to sign one."""
    tied = kinds_in(document, document.sentences[reading.sentence])
    if reading.stage == "proposed" and reading.modality == "stated" and tied:
        return "signed", "planned"
    return reading.stage, reading.modality


def _planned_date(document: Document, reading: Reading, days: Days) -> str | None:
    """Give the day for which something is planned: a date of its sentence behind the day of the article."""
    published = document.article.published
    if published is None or reading.modality != "planned":
        return None
    ahead = (date.value for date in days.at(reading.sentence))
    return next((value for value in ahead if value and value > published), None)


def _event_of(document: Document, events: Sequence[Event], told: Verdict, date: str | None) -> int | None:
    """Give the number of the event at which a stage came about: told in its sentence, or on its day.

    What stands came about at nothing that is still to come.
    """
    for index, event in enumerate(events):
        if event.modality != "stated" and told.stage in SETTLED:
            continue
        same_day = date is not None and event.date == date
        if same_day or (told.reading and _tells(document, event, told.reading.sentence)):
            return index
    return None


def _tells(document: Document, event: Event, sentence: int) -> bool:
    return any(document.sentence_index(evidence.start) == sentence for evidence in event.evidence)


def _facilitators(events: Sequence[Event], event: int | None) -> tuple[Organisation, ...]:
    return events[event].facilitators if event is not None else ()


def _agents(document: Document, ties: Ties, told: Verdict) -> tuple[Place | Organisation, ...]:
    """Give who brought the stage about: a body of its government rather than the place as a whole."""
    found = [who for reading in told.readings if (who := agent(document, reading, ties.actors))]
    return tuple(sorted(found, key=lambda who: isinstance(who, Place))[:1])


def _instrument(document: Document, told: Verdict) -> str | None:
    """Give the instrument named in the sentence of the stage, as written."""
    if told.reading is None:
        return None
    sentence = document.sentences[told.reading.sentence]
    for cue in document.cues_in("instrument", sentence):
        return document.text[cue.start : cue.end]
    return None


def _focus(document: Document, sentences: Sequence[int]) -> tuple[Focus, ...]:
    return focus_points(document, sentences)


def _telling_words(mention: Trace) -> tuple[bool, float, int]:
    """Rank the words that name a pair: those with a name before those that only refer to it."""
    return (mention.rule != "both-referred", *plainness(mention))


def _evidence(document: Document, pair: Pair, told: Verdict, sure: float) -> Iterator[Evidence]:
    """Give the words that name the pair, and those that tell its stage."""
    best = max(pair.mentions, key=_telling_words)
    confidence = round(min(pair.weight, SUREST), 2)
    yield document.evidence(best.span, best.rule, confidence)
    if told.reading is not None:
        words = Span(told.reading.span.start, told.reading.span.end)
        yield document.evidence(words, f"stage-{told.reading.stage}", round(confidence * sure, 2))
