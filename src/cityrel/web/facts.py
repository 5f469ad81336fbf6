"""Claims as pages show them: one fact with all its quotes and all that belongs to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from cityrel.model import STAGES
from cityrel.web.names import names_of, with_names
from cityrel.web.views import Row, Views

NAMED = ("partnership", "person", "of", "location")
"""What of a claim is shown by its name."""

_UNKNOWN = "unknown"
"""Sorts after every date."""
_ORDER = {stage: number for number, stage in enumerate(STAGES)}


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of an article that state a fact, inside their sentence, and the rule that found them.

    `start` and `end` count characters of the text as it was read.
    """

    prefix: str
    exact: str
    suffix: str
    rule: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A thing that belongs to a claim: a field of cooperation, a helper, somebody who attended.

    An event without a name has an empty one, and the type that it is called by.
    """

    iri: str
    name: str
    topics: tuple[str, ...] = ()
    event_type: str | None = None


Relations = Mapping[str, tuple[Relation, ...]]
"""By the local name of the property."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim: `row` holds what it has one of, `quotes` and `relations` the rest."""

    iri: str
    row: Row
    quotes: tuple[Quote, ...] = ()
    relations: Relations = field(default_factory=dict)

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
    return of_claims(views, [NamedNode(row["claim"]) for row in views.rows("claims-about", about=iri)])


def of_claims(views: Views, claims: list[NamedNode]) -> list[Fact]:
    """Give what these claims state, in the order of time."""
    if not claims:
        return []
    rows = {row["claim"]: row for row in with_names(views, views.rows("claims", claim=claims), NAMED)}
    quotes, relations = _quotes(views, claims), _relations(views, claims)
    return in_order(Fact(claim, row, quotes[claim], relations[claim]) for claim, row in rows.items())


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Sort facts by time, then as stages follow each other; plans, hopes and denials come after all facts.

    What is said to precede another comes before it; what has no time comes last.
    """
    facts = list(facts)
    times = {fact.iri: fact.time for fact in facts}
    return sorted(facts, key=lambda fact: (fact.modality != "stated", *_moment(fact, times), fact.iri))


def local_name(iri: str) -> str:
    """Give what follows the last slash or hash of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def _moment(fact: Fact, times: Mapping[str, str]) -> tuple[str, int, int]:
    later = [times[r.iri] for r in fact.relations.get("precedes", ()) if r.iri in times]
    undated = later and not fact.row.get("date")
    time = min(later) if undated else fact.time
    return (time or _UNKNOWN, -1 if undated else 0, _ORDER.get(_stage(fact), 0))


def _stage(fact: Fact) -> str:
    return local_name(fact.row.get("stage", ""))


def _quotes(views: Views, claims: list[NamedNode]) -> dict[str, tuple[Quote, ...]]:
    found: dict[str, tuple[Quote, ...]] = defaultdict(tuple)
    for row in views.rows("evidence", claim=claims):
        found[row["claim"]] += (_quote(row),)
    return found


def _quote(row: Row) -> Quote:
    return Quote(
        prefix=row["prefix"],
        exact=row["exact"],
        suffix=row["suffix"],
        rule=row["rule"],
        confidence=float(row["confidence"]),
        start=int(row["start"]),
        end=int(row["end"]),
    )


def _relations(views: Views, claims: list[NamedNode]) -> dict[str, Relations]:
    rows = views.rows("relations", claim=claims)
    names = names_of(views, (row["thing"] for row in rows))
    things: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (int(row.get("position", 0)), names.get(row["thing"], ""))):
        things[row["claim"], local_name(row["relation"]), row["thing"]].append(row)
    found: dict[str, dict[str, tuple[Relation, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for (claim, relation, iri), group in things.items():
        topics = tuple(sorted(row["topic"] for row in group if "topic" in row))
        event_type = group[0].get("type")
        name = names.get(iri, "" if event_type else local_name(iri))
        found[claim][relation] += (Relation(iri, name, topics, event_type),)
    return {claim.value: found[claim.value] for claim in claims}
