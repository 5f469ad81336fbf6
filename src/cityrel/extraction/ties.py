"""From pairs of places to claims: the stated stage of each, and beside it what is planned or hoped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.agents import Actor, agent
from cityrel.extraction.dating import is_long_past, stage_date
from cityrel.extraction.document import Document
from cityrel.extraction.modality import CLAUSE_MARKS
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.scopes import Scope, scope
from cityrel.extraction.stage_signs import stage_signs
from cityrel.extraction.stages import ADVANCE, Reading, Verdict, kind_of, readings, told_best, verdict, votes
from cityrel.extraction.traces import plainness
from cityrel.extraction.topics import focus_points
from cityrel.extraction.weighing import likeliest
from cityrel.languages.dates import DateMention
from cityrel.model import BROAD_STAGE, Event, Evidence, Focus, Organisation, Place, Span, Stage

SETTLED = ("signed", "renewed", "active")
"""Stages that are worth keeping when they are only planned or hoped for."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What the stages of an article are made from."""

    pairs: Sequence[Pair]
    candidates: Sequence[Partner]
    dates: Sequence[DateMention]
    events: Sequence[Event]
    actors: Sequence[Actor]


def stages(document: Document, ties: Ties) -> tuple[Stage, ...]:
    """Give the stages of all pairs, the stated ones first in the order of the text."""
    if not ties.pairs:
        return ()
    main = _main(document, ties.pairs)
    stated = [_stated(document, ties, index, main) for index in range(len(ties.pairs))]
    return (*stated, *_expected(document, ties, ties.pairs[main], stated[main]))


def _main(document: Document, pairs: Sequence[Pair]) -> int:
    """Give the number of the pair that the article is about: the weightiest that is no earlier one."""
    return max(
        range(len(pairs)), key=lambda index: (not _is_earlier(document, pairs[index]), pairs[index].weight)
    )


def _stated(document: Document, ties: Ties, index: int, main: int) -> Stage:
    pair = ties.pairs[index]
    about = scope(document, ties.pairs, pair, ties.candidates, is_main=index == main)
    earlier = index != main and _is_earlier(document, pair)
    told, sure = _decided(document, ties, pair, about, is_main=index == main)
    date = None if earlier else stage_date(document, told, pair, ties.dates, about.all)
    stage = "active" if told.stage == "signed" and is_long_past(document, date) else told.stage
    kind, as_written = kind_of(document, pair, is_main=index == main)
    event = _event_of(document, ties.events, told, date.value if date else None) if index == main else None
    return Stage(
        a=pair.a,
        b=pair.b,
        stage=stage,
        kind=kind,
        kind_as_written=as_written,
        date=date.value if date else None,
        modality="stated",
        instrument=_instrument(document, told),
        focus=_focus(document, about.all) if index == main else (),
        agents=_agents(document, ties, told),
        facilitators=_facilitators(ties.events, event),
        event=event,
        before=main if earlier else None,
        evidence=tuple(_evidence(document, pair, told, sure)),
    )


def _decided(
    document: Document, ties: Ties, pair: Pair, about: Scope, *, is_main: bool
) -> tuple[Verdict, float]:
    """Give the stage that the signs make likeliest, with the words that tell it, and how likely it is."""
    found = readings(document, about.all)
    ruled = verdict(document, pair, found, about.near)
    broad = BROAD_STAGE.get(ruled.stage, ruled.stage)
    told = stage_signs(
        document, pair, about, ties.dates, broad, pairs=len(ties.pairs), is_main=is_main
    )
    chances = likeliest(told, "stage", ADVANCE)
    best = max(ADVANCE, key=lambda stage: chances[stage])
    if best == broad:
        return ruled, chances[best]
    return told_best(votes(document, found, about.near), best), chances[best]


def _is_earlier(document: Document, pair: Pair) -> bool:
    """Say whether the article puts this pair before the one that it is about, in a clause of its own."""
    for mention in pair.mentions:
        sentence = document.sentences[mention.sentence]
        for cue in document.cues_in("order", sentence):
            between = document.text[cue.end : mention.span.start]
            if cue.end <= mention.span.start and not any(mark in between for mark in CLAUSE_MARKS):
                return True
    return False


def _expected(document: Document, ties: Ties, pair: Pair, stated: Stage) -> Iterator[Stage]:
    """Give what is planned, hoped or denied for the main pair: each stage and modality once."""
    seen = set()
    about = scope(document, ties.pairs, pair, ties.candidates, is_main=True)
    for reading in readings(document, about.all):
        key = (reading.stage, reading.modality)
        if reading.modality == "stated" or reading.stage not in SETTLED or key in seen:
            continue
        seen.add(key)
        yield _expectation(document, pair, stated, reading)


def _expectation(document: Document, pair: Pair, stated: Stage, reading: Reading) -> Stage:
    return Stage(
        a=pair.a,
        b=pair.b,
        stage=reading.stage,
        kind=stated.kind,
        kind_as_written=stated.kind_as_written,
        date=None,
        modality=reading.modality,
        instrument=None,
        focus=(),
        agents=(),
        facilitators=(),
        event=None,
        before=None,
        evidence=(document.evidence(reading.span, f"stage-{reading.modality}", 0.7),),
    )


def _event_of(document: Document, events: Sequence[Event], told: Verdict, date: str | None) -> int | None:
    """Give the number of the event at which a stage came about: told in its sentence, or on its day."""
    for index, event in enumerate(events):
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


def _evidence(document: Document, pair: Pair, told: Verdict, sure: float) -> Iterator[Evidence]:
    """Give the words that name the pair, and those that tell its stage."""
    best = max(pair.mentions, key=plainness)
    confidence = round(pair.weight, 2)
    yield document.evidence(best.span, best.rule, confidence)
    if told.reading is not None:
        words = Span(told.reading.span.start, told.reading.span.end)
        yield document.evidence(words, f"stage-{told.reading.stage}", round(pair.weight * sure, 2))
