"""Facts of two origins as one: the rules' and a model's.

Claims of both that say the same become one. It keeps the words of the first in everything that it tells,
takes from the second what it leaves open, has the evidence of both, and is surer than either. Everything
else that the second tells is added behind. So the rules win where both tell the same thing differently, and
a model adds what the rules have not found.

"The same" is: a stage with the same places, broad stage and modality; an office of the same person with the
same role, or with the same title in the same words (of whose two roles the first counts); an event of the
same type on the same day, or where one has no day; a quotation of overlapping words; a topic.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from cityrel.extraction.llm.persons import known_as, same_person
from cityrel.model import (
    BROAD_STAGE,
    Claim,
    Event,
    Evidence,
    Facts,
    Holding,
    Quotation,
    Span,
    Stage,
    TopicClaim,
)
from cityrel.vocabulary import slug

SUREST = 0.99
"""The confidence of what both say with certainty: both can be wrong."""

COMPLETED = ("date", "kind_as_written", "instrument", "of", "qualifier", "name", "place", "speaker")
"""Fields that one origin may leave open and the other tell."""

One = TypeVar("One", Stage, Holding, Event, Quotation, TopicClaim)


def combine(first: Facts, second: Facts) -> Facts:
    """Give the facts of both, those of the first before those of the second."""
    second = _with_known_persons(second, first)
    return Facts(
        article=first.article,
        stages=_union(first.stages, second.stages, _same_stage),
        holdings=_union(first.holdings, second.holdings, _same_holding),
        events=_union(first.events, second.events, _same_event),
        quotations=_union(first.quotations, second.quotations, _same_quotation),
        topics=_union(first.topics, second.topics, _same_topic),
        unresolved=tuple(dict.fromkeys((*first.unresolved, *second.unresolved))),
    )


def once(facts: Facts) -> Facts:
    """Give facts without repetitions among them."""
    return combine(Facts(facts.article), facts)


def _union(first: Sequence[One], second: Iterable[One], same: Callable[[One, One], bool]) -> tuple[One, ...]:
    union = list(first)
    for claim in second:
        index = next((n for n, known in enumerate(union) if same(known, claim)), None)
        if index is None:
            union.append(claim)
        else:
            union[index] = _joined(union[index], claim)
    return tuple(union)


def _joined(known: One, claim: One) -> One:
    """Give a claim with what another that says the same adds to it."""
    evidence = _agreeing(known.evidence, claim.evidence)
    return replace(known, evidence=evidence, **_added(known, claim))


def _added(known: Claim, claim: Claim) -> dict[str, Any]:
    """Give the fields that the first of two claims leaves open and the second tells."""
    open_fields = (name for name in COMPLETED if getattr(known, name, "") is None)
    return {
        name: getattr(claim, name)
        for name in open_fields
        if getattr(claim, name) is not None and not (name == "place" and getattr(known, "virtual", False))
    }


def _agreeing(known: Sequence[Evidence], new: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Give the evidence of both; each is made surer by the best of the other where their origins differ.

    Two origins that err independently are wrong together as often as the product says.
    """
    if {piece.rule for piece in known} & {piece.rule for piece in new}:
        return tuple(dict.fromkeys((*known, *new)))
    return (*_surer(known, new), *_surer(new, known))


def _surer(pieces: Sequence[Evidence], others: Sequence[Evidence]) -> tuple[Evidence, ...]:
    best = max((other.confidence for other in others), default=0.0)
    return tuple(
        replace(piece, confidence=round(min(SUREST, 1 - (1 - piece.confidence) * (1 - best)), 2))
        for piece in pieces
    )


def _same_stage(one: Stage, other: Stage) -> bool:
    return (
        {one.a.id, one.b.id} == {other.a.id, other.b.id}
        and BROAD_STAGE.get(one.stage, one.stage) == BROAD_STAGE.get(other.stage, other.stage)
        and one.modality == other.modality
    )


def _same_holding(one: Holding, other: Holding) -> bool:
    if not same_person(one.person, other.person):
        return False
    return one.role == other.role or (slug(one.title) == slug(other.title) and _overlap(one, other))


def _same_event(one: Event, other: Event) -> bool:
    dates = {date for date in (one.date, other.date) if date}
    return one.type == other.type and len(dates) <= 1


def _same_quotation(one: Quotation, other: Quotation) -> bool:
    return _overlap(one, other)


def _same_topic(one: TopicClaim, other: TopicClaim) -> bool:
    return one.topic == other.topic


def _overlap(one: Claim, other: Claim) -> bool:
    spans = [Span(piece.start, piece.end) for piece in other.evidence]
    return any(Span(piece.start, piece.end).overlaps(span) for piece in one.evidence for span in spans)


def _with_known_persons(facts: Facts, known: Facts) -> Facts:
    """Give facts in which persons are those of other facts on the same article, where they have them."""
    persons = [holding.person for holding in known.holdings]
    return replace(
        facts,
        holdings=tuple(
            replace(holding, person=known_as(holding.person.name, persons) or holding.person)
            for holding in facts.holdings
        ),
        quotations=tuple(
            replace(said, speaker=known_as(said.speaker.name, persons) or said.speaker)
            if said.speaker
            else said
            for said in facts.quotations
        ),
    )
