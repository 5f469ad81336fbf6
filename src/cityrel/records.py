"""The facts of an article as the JSON object that gold files have and `cityrel extract` prints.

This form is plainer than `Facts`: one record for a pair of places, with the broad stages only, and nothing
that is merely planned, hoped or denied.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from cityrel.model import BROAD_STAGE, Event, Evidence, Facts, Holding, Organisation, Place, Stage, TopicClaim

Record = dict[str, Any]

ORDER = ("exploring", "intended", "active", "signed", "renewed", "ended")
"""The broad stages, from the one that counts least for a pair to the one that counts most."""

NEWS_YEARS = 2
"""A signing that lies this many years back tells when an existing tie was founded; it is not the news."""

RANKS = ("city", "regency", "province", "district")


def to_record(facts: Facts) -> Record:
    """Give the record of an article; its `article` is the source as given."""
    return {
        "article": facts.article.source,
        "lang": facts.article.language,
        "published": facts.article.published,
        "partnerships": [_partnership(stages, facts.article.published) for stages in _pairs(facts.stages)],
        "roles": [_role(holding) for holding in facts.holdings],
        "events": [_event(event) for event in facts.events],
        "topics": sorted({claim.topic for claim in facts.topics}),
        "topic_evidence": _topic_evidence(facts.topics),
    }


def _pairs(stages: Iterable[Stage]) -> list[list[Stage]]:
    """Give the stages stated as facts, pair by pair, in the order of the pairs' first mention."""
    stages = tuple(stages)
    pairs: dict[frozenset[str], list[Stage]] = {}
    for stage in stages:
        if stage.modality == "stated" and not _is_past(stage, stages):
            pairs.setdefault(frozenset((stage.a.id, stage.b.id)), []).append(stage)
    return list(pairs.values())


def _is_past(stage: Stage, stages: tuple[Stage, ...]) -> bool:
    """Say whether the article tells a later stage of the same pair."""
    if stage.before is None:
        return False
    later = stages[stage.before]
    return {stage.a.id, stage.b.id} == {later.a.id, later.b.id}


def _partnership(stages: list[Stage], published: str | None) -> Record:
    stage = _leading(stages, published)
    return {
        "a": _place(stage.a),
        "a_country": stage.a.country,
        "b": _place(stage.b),
        "b_country": stage.b.country,
        "kind": stage.kind,
        "status": _broad(stage),
        "date": stage.date or _founded(stage, stages),
        "level": _level(stage.a, stage.b),
        "evidence": _evidence(stage.evidence),
    }


def _leading(stages: list[Stage], published: str | None) -> Stage:
    """Choose the stage at which the article leaves the pair: the most advanced one that nothing followed."""
    lasting = [stage for stage in stages if not _superseded(stage, stages, published)]
    return max(lasting or stages, key=lambda stage: (ORDER.index(_broad(stage)), stage.date or ""))


def _superseded(stage: Stage, stages: list[Stage], published: str | None) -> bool:
    """Say whether the article tells what came after: a new life after an end, or years after a signing."""
    if _broad(stage) == "ended":
        return any(_later(other, stage) for other in stages if _broad(other) != "ended")
    if _broad(stage) == "signed":
        return _is_history(stage, published) and any(_broad(other) == "active" for other in stages)
    return False


def _later(one: Stage, other: Stage) -> bool:
    return bool(one.date and other.date and one.date > other.date)


def _is_history(stage: Stage, published: str | None) -> bool:
    if not (stage.date and published):
        return False
    return int(published[:4]) - int(stage.date[:4]) >= NEWS_YEARS


def _founded(stage: Stage, stages: list[Stage]) -> str | None:
    """Give the day on which an existing tie was signed, where the article tells it apart from the tie."""
    if stage.stage != "active":
        return None
    return min((other.date for other in stages if other.stage == "signed" and other.date), default=None)


def _broad(stage: Stage) -> str:
    return BROAD_STAGE.get(stage.stage, stage.stage)


def _level(a: Place, b: Place) -> str:
    return a.level if a.level == b.level and a.level in RANKS else "other"


def _role(holding: Holding) -> Record:
    return {
        "person": holding.person.name,
        "title": holding.title,
        "role": holding.role,
        "qualifier": holding.qualifier,
        "of": _home(holding.of),
        "evidence": _evidence(holding.evidence),
    }


def _event(event: Event) -> Record:
    return {
        "type": event.type,
        "date": event.date,
        "place": event.place.name if event.place else None,
        "virtual": event.virtual,
        "modality": event.modality,
        "evidence": _evidence(event.evidence),
    }


def _topic_evidence(claims: Iterable[TopicClaim]) -> dict[str, list[Record]]:
    ordered = sorted(claims, key=lambda claim: claim.topic)
    return {
        topic: [piece for claim in group for piece in _evidence(claim.evidence)]
        for topic, group in groupby(ordered, key=lambda claim: claim.topic)
    }


def _home(home: Place | Organisation | None) -> Record | None:
    if home is None:
        return None
    if isinstance(home, Place):
        return _place(home)
    return {"name": home.name, "country": home.place.country if home.place else None, "geonames": None}


def _place(place: Place) -> Record:
    """Give name, country and, as a number, the GeoNames id of a place that GeoNames has."""
    return {
        "name": place.name,
        "country": place.country,
        "geonames": int(place.id) if place.id.isdecimal() else None,
    }


def _evidence(pieces: Iterable[Evidence]) -> list[Record]:
    return [{"start": piece.start, "end": piece.end, "quote": piece.quote} for piece in pieces]
