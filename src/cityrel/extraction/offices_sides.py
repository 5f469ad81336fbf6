"""The two sides of an article: its home and those from elsewhere, and which of them an office can be of."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cityrel.extraction.offices_owners import OfficeOf
from cityrel.model import Organisation, Place
from cityrel.places import PlaceMention

Where = Place | str | None
"""A place, or the name of one that nobody knows."""

PROVINCIAL = ("governor", "deputy_governor", "head_of_government")
MUNICIPAL = ("mayor", "deputy_mayor", "regent", "deputy_regent")

UNIQUE = (
    *PROVINCIAL,
    *MUNICIPAL,
    "council_chair",
    "council_leader",
    "chief_executive",
    "party_secretary",
    "secretary",
    "head_of_state",
)
"""Roles that only one person at a time has at one place, deputies of a province or city nearly so."""

SEVERAL = ("deputy_mayor", "deputy_governor", "deputy_regent", "secretary", "chief_executive")
"""... of these, those that a large city has several of."""

SINGLE = tuple(role for role in UNIQUE if role not in SEVERAL)
"""Roles that never two persons have at one place."""


MOST = 12
"""Places among which an owner is looked for; an article that names more is a list."""


class Sides:
    """The places of one document as owners of offices, the likeliest first."""

    def __init__(self, mentions: Sequence[PlaceMention], home: Place | None) -> None:
        self.home = home
        often = Counter(mention.place for mention in mentions if mention.place.level != "country")
        self._often = tuple(place for place, _ in often.most_common(MOST))

    def others(self, *places: OfficeOf | str) -> Iterator[Place]:
        """Give the places that are none of some, the home first, then by how often they are named."""
        known = [self.home] if self.home is not None else []
        for place in dict.fromkeys((*known, *self._often)):
            if place not in places:
                yield place


def suits(owner: OfficeOf, role: str) -> bool:
    """Say whether a place is of a level that has such an office: no city has a governor."""
    if not isinstance(owner, Place):
        return True
    if role in PROVINCIAL:
        return owner.level in ("province", "country")
    return role not in MUNICIPAL or owner.level not in ("province", "country")


def placed(owner: OfficeOf) -> Where:
    """Give the place of a body, the place itself, or the name of one that nobody knows."""
    if isinstance(owner, Organisation):
        return owner.place or owner.name
    return owner
