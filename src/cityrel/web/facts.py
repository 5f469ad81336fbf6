"""Claims as pages show them: one fact with all its quotes, made of the rows of two views."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from cityrel.model import STAGES
from cityrel.web.views import Row, Views

_ORDER = {stage: number for number, stage in enumerate(STAGES)}


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of an article that state a fact, inside their sentence, and the rule that found them."""

    prefix: str
    exact: str
    suffix: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A thing that belongs to a claim: a field of cooperation, a helper, somebody who attended."""

    iri: str
    name: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim: `row` holds its single values, `relations` the rest by the local name of the property."""

    iri: str
    row: Row
    quotes: tuple[Quote, ...]
    relations: dict[str, tuple[Relation, ...]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The local name of the claim's class, such as StageEvent."""
        return local_name(self.row["class"])

    @property
    def modality(self) -> str:
        """How it is said: stated, planned, hoped or denied."""
        return local_name(self.row.get("modality", "stated"))

    @property
    def time(self) -> str:
        """The time that puts it in order: its own date, or the day it was published; empty if unknown."""
        return self.row.get("date") or self.row.get("published", "")


def about(views: Views, iri: NamedNode) -> list[Fact]:
    """Give all that is stated about a thing, or by an article, in the order of time."""
    relations = _relations(views.rows("relations", about=iri))
    by_claim: dict[str, list[Row]] = defaultdict(list)
    for row in views.rows("claims", about=iri):
        by_claim[row["claim"]].append(row)
    facts = [Fact(iri, rows[0], _quotes(rows), relations.get(iri, {})) for iri, rows in by_claim.items()]
    return in_order(facts)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Sort by time, then as stages follow each other; what is said to precede another comes before it."""
    facts = list(facts)
    times = {fact.iri: fact.time for fact in facts}
    return sorted(facts, key=lambda fact: (*_moment(fact, times), fact.iri))


def local_name(iri: str) -> str:
    """Give what follows the last slash or hash of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def _moment(fact: Fact, times: dict[str, str]) -> tuple[str, int, int]:
    later = [times[r.iri] for r in fact.relations.get("precedes", ()) if r.iri in times]
    undated = later and not fact.row.get("date")
    return (min(later) if undated else fact.time, -1 if undated else 0, _ORDER.get(_stage(fact), 0))


def _stage(fact: Fact) -> str:
    return local_name(fact.row.get("stage", ""))


def _quotes(rows: Iterable[Row]) -> tuple[Quote, ...]:
    found = {row["evidence"]: _quote(row) for row in rows if "evidence" in row}
    return tuple(found[evidence] for evidence in sorted(found))


def _quote(row: Row) -> Quote:
    return Quote(row["prefix"], row["exact"], row["suffix"], row["rule"], float(row["confidence"]))


def _relations(rows: Iterable[Row]) -> dict[str, dict[str, tuple[Relation, ...]]]:
    things: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        things[row["claim"], local_name(row["relation"]), row["thing"]].append(row)
    found: dict[str, dict[str, tuple[Relation, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for (claim, relation, iri), group in sorted(things.items(), key=_position):
        topics = tuple(sorted({row["topic"] for row in group if "topic" in row}))
        found[claim][relation] += (Relation(iri, group[0].get("name", local_name(iri)), topics),)
    return found


def _position(item: tuple[tuple[str, str, str], list[Row]]) -> tuple[str, str, int, str]:
    (claim, relation, _), rows = item
    return claim, relation, int(rows[0].get("position", 0)), rows[0].get("name", "")
