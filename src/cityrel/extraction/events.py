"""What was held: signings, visits, meetings, ceremonies, conferences; when, where, and who was there.

Sentences that speak of the same type of event on the same day, or give no other day, speak of one event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.document import Document
from cityrel.extraction.order import beginning_in
from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.quotations import Named
from cityrel.languages.dates import DateMention
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Event, Organisation, Person, Place, Span
from cityrel.places import PlaceMention

CLEAR = 0.7
ENOUGH = {"ceremony": 1.4, "conference": 1.4}
"""The weight from which an event counts: the words for some types are used of much else."""

NAME = re.compile(r"\b[A-Z][\w'’]*(?:\s+(?:(?:of|on|for|and|the|in)\s+)?[A-Z][\w'’]*){2,}")
"""A run of capitalised words, which is a name where a word for an event stands in it."""

PLACE_REACH = 60
"""Characters after the word for an event in which its place is named."""

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
class _Telling:
    """A sentence's word for an event."""

    cue: PhraseMatch
    sentence: int
    date: str | None
    weight: float


def events(document: Document, scene: Scene) -> tuple[Event, ...]:
    """Give the events of an article, in order."""
    scene = _in_order(scene)
    groups: dict[tuple[str, str | None], list[_Telling]] = {}
    for telling in _tellings(document, scene):
        groups.setdefault((telling.cue.key, telling.date), []).append(telling)
    found = []
    for (kind, date), tellings in _joined(groups).items():
        if sum(telling.weight for telling in tellings) >= ENOUGH.get(kind, CLEAR):
            found.append(_event(document, scene, kind, date, tellings))
    return tuple(sorted(found, key=lambda event: event.evidence[0].start))


def _in_order(scene: Scene) -> Scene:
    return replace(
        scene,
        places=sorted(scene.places, key=lambda mention: mention.whole.start),
        people=sorted(scene.people, key=lambda named: named.span.start),
        organisations=sorted(scene.organisations, key=lambda mention: mention.span.start),
    )


def _tellings(document: Document, scene: Scene) -> Iterator[_Telling]:
    dated: dict[int, str] = {}
    for date in scene.dates:
        if date.value is not None:
            dated.setdefault(document.sentence_index(date.span.start), date.value)
    for cue in document.cues.get("event", ()):
        index = document.sentence_index(cue.start)
        day = dated.get(index)
        yield _Telling(cue, index, day, _weight(document, cue, index, day))


def _weight(document: Document, cue: PhraseMatch, index: int, date: str | None) -> float:
    named = 1.0 if _name_around(document, cue) else 0.0
    return 0.7 + (0.9 if date else 0.0) + (0.5 if index == 0 else 0.0) + named


def _joined(
    groups: dict[tuple[str, str | None], list[_Telling]],
) -> dict[tuple[str, str | None], list[_Telling]]:
    """Give the undated tellings to the weightiest dated event of their type, where there is one."""
    for kind in {kind for kind, _ in groups}:
        dated = [key for key in groups if key[0] == kind and key[1] is not None]
        if dated and (kind, None) in groups:
            heaviest = max(dated, key=lambda key: sum(telling.weight for telling in groups[key]))
            groups[heaviest] = sorted(
                groups[heaviest] + groups.pop((kind, None)), key=lambda telling: telling.cue.start
            )
    return groups


def _event(
    document: Document, scene: Scene, kind: str, date: str | None, tellings: Sequence[_Telling]
) -> Event:
    sentences = [document.sentences[index] for index in sorted({telling.sentence for telling in tellings})]
    names = [name for telling in tellings if (name := _name_around(document, telling.cue))]
    evidence = [Span(telling.cue.start, telling.cue.end) for telling in _firsts(tellings)]
    weight = sum(telling.weight for telling in tellings)
    virtual = any(document.cues_in("virtual", sentence) for sentence in sentences)
    return Event(
        type=kind,
        name=document.text[names[0].start : names[0].end] if names else None,
        date=date,
        place=None if virtual else _place(document, scene, tellings),
        virtual=virtual,
        facilitators=tuple(dict.fromkeys(_facilitators(document, scene, sentences))),
        attendees=tuple(dict.fromkeys(_attendees(document, scene, tellings))),
        evidence=tuple(
            document.evidence(span, "event-words", min(0.95, round(0.4 + 0.15 * weight, 2)))
            for span in (names[:1] or evidence)
        ),
    )


def _firsts(tellings: Sequence[_Telling]) -> Iterator[_Telling]:
    """Give the first telling of each sentence."""
    seen: set[int] = set()
    for telling in tellings:
        if telling.sentence not in seen:
            seen.add(telling.sentence)
            yield telling


def _name_around(document: Document, cue: PhraseMatch) -> Span | None:
    """Give the run of capitalised words that holds a cue; a line wholly in capitals names nothing."""
    sentence = document.sentence_at(cue.start)
    if document.text[sentence.start : sentence.end].isupper():
        return None
    for match in NAME.finditer(document.text, sentence.start, sentence.end):
        if match.start() < cue.start and cue.end <= match.end():
            return Span(match.start(), match.end())
    return None


def _place(document: Document, scene: Scene, tellings: Sequence[_Telling]) -> Place | None:
    """Give the place soon after the word for the event where "at" stands before it; no country is a scene."""
    at = document.pack.ties.scene.get("at", ())
    for telling in tellings:
        end = telling.cue.end
        for mention in beginning_in(scene.places, end, end + PLACE_REACH + 1, lambda near: near.whole.start):
            before = document.word_before(mention.whole.start)
            same = document.sentence_index(mention.span.start) == telling.sentence
            if same and mention.place.level != "country" and before and before.text in at:
                return mention.place
    return None


def _facilitators(document: Document, scene: Scene, sentences: Sequence[Span]) -> Iterator[Organisation]:
    for sentence in sentences:
        for cue in document.cues_in("facilitated", sentence):
            reach = cue.end + FACILITATOR_REACH + 1
            near = beginning_in(scene.organisations, cue.end, reach, lambda mention: mention.span.start)
            yield from (mention.organisation for mention in near[:1])


def _attendees(document: Document, scene: Scene, tellings: Sequence[_Telling]) -> Iterator[Person]:
    """Give the persons of the sentences that tell the event, and of those after it that say who came."""
    told = {
        telling.sentence for telling in tellings if document.cues_in("attended", _sentence(document, telling))
    }
    told |= {index + 1 for index in told if _goes_on(document, index + 1)}
    for sentence in (document.sentences[index] for index in sorted(told) if index < len(document.sentences)):
        here = beginning_in(scene.people, sentence.start, sentence.end, lambda named: named.span.start)
        yield from (named.person for named in here)


def _goes_on(document: Document, index: int) -> bool:
    return index < len(document.sentences) and bool(document.cues_in("attended", document.sentences[index]))


def _sentence(document: Document, telling: _Telling) -> Span:
    return document.sentences[telling.sentence]
