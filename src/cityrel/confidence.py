"""Leaving out what is not sure enough."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.model import Article, Claim, Facts, Focus, Stage


@dataclass(frozen=True, slots=True)
class Sure:
    """An extractor that leaves out what another one finds and is less sure of than `least`, from 0 to 1."""

    extractor: Callable[[Article], Facts]
    least: float

    @property
    def waits(self) -> bool:
        """Whether the other extractor waits for somebody's answer most of the time."""
        return bool(getattr(self.extractor, "waits", False))

    def __call__(self, article: Article) -> Facts:
        """Give the facts of an article that are sure enough."""
        return at_least(self.extractor(article), self.least)


def of(claim: Claim | Focus) -> float:
    """Give how sure a claim is, from 0 to 1: as sure as the best of its evidence."""
    return max((piece.confidence for piece in claim.evidence), default=0.0)


def at_least(facts: Facts, least: float) -> Facts:
    """Give the facts without the claims that are less sure than `least`.

    What points to a claim that stays points to it where it now stands. A stage whose event is left out has
    no event; one that came before a stage which is left out came before the next one that stays.
    """
    if least <= 0.0:
        return facts
    return replace(
        facts,
        stages=tuple(_stages(facts, least)),
        holdings=tuple(holding for holding in facts.holdings if of(holding) >= least),
        events=tuple(event for event in facts.events if of(event) >= least),
        quotations=tuple(quotation for quotation in facts.quotations if of(quotation) >= least),
        topics=tuple(topic for topic in facts.topics if of(topic) >= least),
    )


def _stages(facts: Facts, least: float) -> Iterator[Stage]:
    stages, events = _places(facts.stages, least), _places(facts.events, least)
    for stage in facts.stages:
        if of(stage) >= least:
            yield replace(
                stage,
                event=None if stage.event is None else events.get(stage.event),
                before=_next(stage.before, facts.stages, stages),
                focus=tuple(focus for focus in stage.focus if of(focus) >= least),
            )


def _places(claims: Iterable[Claim], least: float) -> dict[int, int]:
    """Give for the index of each claim that stays its new one."""
    kept = (index for index, claim in enumerate(claims) if of(claim) >= least)
    return {index: place for place, index in enumerate(kept)}


def _next(index: int | None, stages: Sequence[Stage], places: dict[int, int]) -> int | None:
    """Follow what came later until a stage that stays, and give its new index."""
    seen: set[int] = set()
    while index is not None and index not in places:
        if index in seen:
            return None
        seen.add(index)
        index = stages[index].before
    return None if index is None else places[index]
