"""The history of a partnership as its page shows it: its steps, and where sources disagree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from cityrel.web.facts import Fact, local_name
from cityrel.web.views import Row, Views


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that was reached at a date, if any is known, with all claims that tell of it."""

    iri: str
    stage: str
    date: str | None
    sources: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What some claims say where others say otherwise; `modality` is `denied` where they deny it."""

    value: str
    modality: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stage of which sources give another date or kind, or (`about` is `stage`) that some deny."""

    iri: str
    about: str
    stage: str
    sides: tuple[Side, ...]


def steps(views: Views, partnership: NamedNode, facts: Iterable[Fact]) -> list[Step]:
    """Give the steps of a partnership in the order in which its facts come."""
    rows = views.rows("steps", partnership=partnership)
    step_of = {row["claim"]: row for row in rows}
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.iri in step_of:
            told[step_of[fact.iri]["step"]].append(fact)
    return [_step(step_of[members[0].iri], members) for members in told.values()]


def disagreements(views: Views, partnership: NamedNode, facts: Iterable[Fact]) -> list[Disagreement]:
    """Give what the sources of a partnership disagree on, each with its sides."""
    by_iri = {fact.iri: fact for fact in facts}
    points: dict[tuple[str, str, str], dict[tuple[str, str], list[Fact]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in views.rows("disagreements", partnership=partnership):
        if row["claim"] in by_iri:
            point, side = (
                (row["disagreement"], local_name(row["property"]), row["stage"]),
                (row["value"], local_name(row["modality"])),
            )
            points[point][side].append(by_iri[row["claim"]])
    return [Disagreement(*point, _sides(sides)) for point, sides in points.items()]


def _step(row: Row, facts: list[Fact]) -> Step:
    return Step(row["step"], row["stage"], row.get("date"), int(row["sources"]), tuple(facts))


def _sides(sides: dict[tuple[str, str], list[Fact]]) -> tuple[Side, ...]:
    return tuple(Side(*side, tuple(facts)) for side, facts in sides.items())
