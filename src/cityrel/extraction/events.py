"""What was held: signings, visits, meetings, ceremonies, conferences; when, where, and who was there.

Words that may tell of one event are gathered (`gatherings`), weighed (`event_signs`) and dated
(`event_dating`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.event_dating import Calendar, event_date
from cityrel.extraction.event_places import event_place
from cityrel.extraction.event_signs import event_signs
from cityrel.extraction.gatherings import SURE, Gathering, Telling, gatherings, modality_of
from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.quotations import Named
from cityrel.extraction.weighing import chance, log_odds
from cityrel.languages.dates import DateMention
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Event, Evidence, Organisation, Person, Span
from cityrel.places import PlaceMention

MODEL = "event"
"""The model that weighs the signs of an event."""

ENOUGH = 0.44
"""The probability from which an event counts: where precision and recall are about the same."""

SUREST = 0.95

NAME = re.compile(r"\b[A-Z][\w'’]*(?:\s+(?:(?:of|on|for|and|the|in)\s+)?[A-Z][\w'’]*){2,}")
"""A run of capitalised words, which is a name where a word for an event stands in it."""

FACILITATOR_REACH = 60
"""Characters after "facilitated by" in which the organisation is named."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that events are told with: dates, places, persons and organisations of the article."""

    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    people: Sequence[Named]
    organisations: Sequence[OrganisationMention]


@dataclass(frozen=True, slots=True)
class _Held:
    """An event that is likely enough: the words that tell of it, its day and its probability."""

    kind: str
    date: str | None
    tellings: tuple[Telling, ...]
    chance: float

    @property
    def sentences(self) -> tuple[int, ...]:
        return tuple(sorted({telling.sentence for telling in self.tellings}))


def events(document: Document, scene: Scene) -> tuple[Event, ...]:
    """Give the events of an article, in order."""
    found = (_event(document, scene, held) for held in _held(document, scene))
    return tuple(sorted(found, key=lambda event: event.evidence[0].start))


def _held(document: Document, scene: Scene) -> Iterator[_Held]:
    """Give the gatherings that are likely enough; those of one type and day are one event."""
    found = gatherings(document, scene.dates)
    people = [named.span for named in scene.people]
    calendar = Calendar(document, found, scene.dates)
    likely: dict[tuple[str, str | None], list[tuple[float, Gathering]]] = {}
    for gathering, signs in zip(found, event_signs(document, found, people, scene.places), strict=True):
        probability = chance(log_odds(signs, MODEL))
        if probability >= ENOUGH:
            date = event_date(calendar, gathering)
            likely.setdefault((gathering.kind, date), []).append((probability, gathering))
    for (kind, date), alike in likely.items():
        tellings = sorted((one for _, own in alike for one in own.tellings), key=lambda one: one.cue.start)
        yield _Held(kind, date, tuple(tellings), max(probability for probability, _ in alike))


def _event(document: Document, scene: Scene, held: _Held) -> Event:
    sentences = [document.sentences[index] for index in held.sentences]
    name = next(_names(document, held), None)
    virtual = any(document.cues_in("virtual", sentence) for sentence in sentences)
    return Event(
        type=held.kind,
        name=document.text[name.start : name.end] if name else None,
        date=held.date,
        place=None if virtual else event_place(document, held.tellings, scene.places),
        virtual=virtual,
        facilitators=tuple(dict.fromkeys(_facilitators(document, scene, sentences))),
        attendees=tuple(dict.fromkeys(_attendees(document, scene, held.sentences))),
        evidence=tuple(_evidence(document, held, name)),
        modality=modality_of(held.tellings, held.date, document.article.published),
    )


def _evidence(document: Document, held: _Held, name: Span | None) -> Iterator[Evidence]:
    """Give the name of an event, else a word for it in each sentence."""
    confidence = min(SUREST, round(held.chance, 2))
    spans = [name] if name else [Span(cue.start, cue.end) for cue in _firsts(held)]
    for span in spans:
        yield document.evidence(span, "event-signs", confidence)


def _firsts(held: _Held) -> Iterator[PhraseMatch]:
    """Give the first word for an event of each sentence, one that names it outright where there is one."""
    firsts: dict[int, Telling] = {}
    for telling in held.tellings:
        known = firsts.setdefault(telling.sentence, telling)
        if known.manner not in SURE and telling.manner in SURE:
            firsts[telling.sentence] = telling
    for telling in firsts.values():
        yield telling.cue


def _names(document: Document, held: _Held) -> Iterator[Span]:
    """Give the runs of capitalised words that hold a word for the event."""
    for telling in held.tellings:
        if telling.manner in SURE and (name := _name_around(document, telling.cue)):
            yield name


def _name_around(document: Document, cue: PhraseMatch) -> Span | None:
    """Give the run of capitalised words that holds a cue; a line wholly in capitals names nothing."""
    sentence = document.sentence_at(cue.start)
    if document.text[sentence.start : sentence.end].isupper():
        return None
    for match in NAME.finditer(document.text, sentence.start, sentence.end):
        if match.start() < cue.start and cue.end <= match.end():
            return Span(match.start(), match.end())
    return None


def _facilitators(document: Document, scene: Scene, sentences: Sequence[Span]) -> Iterator[Organisation]:
    for sentence in sentences:
        for cue in document.cues_in("facilitated", sentence):
            for mention in scene.organisations:
                if cue.end <= mention.span.start <= cue.end + FACILITATOR_REACH:
                    yield mention.organisation
                    break


def _attendees(document: Document, scene: Scene, sentences: Sequence[int]) -> Iterator[Person]:
    """Give the persons of the sentences that tell the event, and of those after it that say who came."""
    told = {index for index in sentences if document.cues_in("attended", document.sentences[index])}
    told |= {index + 1 for index in told if _goes_on(document, index + 1)}
    for named in scene.people:
        if document.sentence_index(named.span.start) in told:
            yield named.person


def _goes_on(document: Document, index: int) -> bool:
    return index < len(document.sentences) and bool(document.cues_in("attended", document.sentences[index]))
