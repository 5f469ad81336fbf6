"""Whom sources name as the holder of one office at one time, as its page shows it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from cityrel.web.facts import Fact
from cityrel.web.views import Views


@dataclass(frozen=True, slots=True)
class Rival:
    """A person whom some claims show in an office while others show somebody else there."""

    person: str
    facts: tuple[Fact, ...]


def rivals(views: Views, office: NamedNode, facts: Iterable[Fact]) -> list[Rival]:
    """Give the persons between whom the sources of an office disagree, in the order of their names' IRIs."""
    by_iri = {fact.iri: fact for fact in facts}
    told: dict[str, list[Fact]] = defaultdict(list)
    for row in views.rows("rival-holders", office=office):
        if row["claim"] in by_iri:
            told[row["person"]].append(by_iri[row["claim"]])
    return [Rival(person, tuple(claims)) for person, claims in told.items()]
