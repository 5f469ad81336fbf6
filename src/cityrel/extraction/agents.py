"""Who brought a stage about: the place or organisation that suspends, ends or approves.

Said only where the words leave no doubt: "dibekukan oleh X", "ended by X", or a name right before a verb in
the active voice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.partners import Partner
from cityrel.extraction.stages import Reading
from cityrel.model import Organisation, Place, Span
from cityrel.places.spelling import overlaps_any

DECIDED = ("ended", "suspended", "approved")
"""Stages that somebody decides alone."""

REACH = 5
"""Words that may part a name from the verb."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can decide, where the text names them."""

    span: Span
    who: Place | Organisation


def actors(candidates: Sequence[Partner], organisations: Sequence[OrganisationMention]) -> tuple[Actor, ...]:
    """Give all who can decide, in order; an organisation goes before the place in its name."""
    bodies = [Actor(mention.span, mention.organisation) for mention in organisations]
    taken = [body.span for body in bodies]
    places = [
        Actor(partner.span, partner.place)
        for partner in candidates
        if not partner.scene and not overlaps_any(partner.mention.span, taken)
    ]
    return tuple(sorted((*bodies, *places), key=lambda actor: actor.span.start))


def agent(document: Document, reading: Reading, known: Sequence[Actor]) -> Place | Organisation | None:
    """Give who brings about what a reading tells, or None; a place agrees, but only a body of it approves."""
    if reading.stage not in DECIDED or reading.modality != "stated":
        return None
    sentence = document.sentences[reading.sentence]
    here = [actor for actor in known if sentence.start <= actor.span.start < sentence.end]
    named = _named_after(document, reading, here)
    if named is None and not _is_passive(document, reading):
        named = _named_before(document, reading, here)
    if named is None or (reading.stage == "approved" and isinstance(named.who, Place)):
        return None
    return named.who


def _is_passive(document: Document, reading: Reading) -> bool:
    """Say whether the verb, or the word before it, marks the passive voice."""
    first = document.words[max(reading.cue.first - 1, 0)]
    return bool(document.cues_in("passive", Span(first.start, reading.span.end)))


def _named_after(document: Document, reading: Reading, here: Sequence[Actor]) -> Actor | None:
    """Give the name after "by" that follows the verb."""
    for actor in here:
        between = Span(reading.span.end, actor.span.start)
        if between.start <= between.end and len(document.words_in(between)) <= REACH:
            cues = document.cues_in("by", between)
            if cues and not document.words_in(Span(cues[-1].end, actor.span.start)):
                return actor
    return None


def _named_before(document: Document, reading: Reading, here: Sequence[Actor]) -> Actor | None:
    """Give the last name before the verb, unless too many words part them."""
    before = [actor for actor in here if actor.span.end <= reading.span.start]
    if not before:
        return None
    between = Span(before[-1].span.end, reading.span.start)
    return before[-1] if len(document.words_in(between)) <= REACH else None
