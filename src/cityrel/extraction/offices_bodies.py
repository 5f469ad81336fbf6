"""What a body makes of a role: the chair of a council is a council chair."""

from collections.abc import Iterable
from functools import cache

from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.people_lexicon import Lexicon
from cityrel.languages.phrases import words, words_of
from cityrel.languages.roles import Roles
from cityrel.model import Organisation, Place

COUNCIL = "council"
COMMITTEE = "committee"
CHAIR = "chair"
HEAD_OF_STATE = "head_of_state"
PRESIDENTS = {"province": "governor", "regency": "regent", "city": "mayor", "district": "mayor"}
"""Roles of presidents of places that are no countries, by their level."""

UNIT_HEAD = "head_of_division"
"""The role of those who head a unit, or a body where no unit is named."""


def role_of_unit(roles: Roles, title: str, role: str) -> str:
    """Give the role of a title that names the committee it is of ("chair of the twinning committee")."""
    named = {word.text for word in words(title)}
    phrases = roles.bodies.get(COMMITTEE, ())
    heads_one = any(named.issuperset(word.text for word in words(phrase)) for phrase in phrases)
    return roles.body_roles.get(COMMITTEE, {}).get(role, role) if heads_one and role == CHAIR else role


def role_in(roles: Roles, lexicon: Lexicon, role: str, owner: OfficeOf, of_unit: bool = False) -> str:
    """Give the role that a title has where its owner is known; whoever heads no country is a mere chair.

    The head of a unit of a body (`of_unit`) is not the head of the body.
    """
    if isinstance(owner, Place):
        return PRESIDENTS.get(owner.level, role) if role == HEAD_OF_STATE else role
    if owner is None or (of_unit and role == UNIT_HEAD):
        return role
    kinds = kinds_of(roles, lexicon, owner)
    made = (roles.body_roles[kind].get(role) for kind in kinds if kind in roles.body_roles)
    return next((one for one in made if one), "chair" if role == HEAD_OF_STATE else role)


def kinds_of(roles: Roles, lexicon: Lexicon, owner: OfficeOf) -> list[str]:
    """Give the kinds of bodies of the pack that an owner is of, by the words of its name."""
    if not isinstance(owner, Organisation) or is_country(owner):
        return []
    named = [word.text for word in words(owner.name)]
    return [kind for kind, phrases in roles.bodies.items() if _is_called(named, kind, phrases, lexicon)]


@cache
def _asked(phrase: str) -> frozenset[str]:
    """Give the words of a phrase of the pack."""
    return frozenset(words_of(phrase))


def _is_called(named: list[str], kind: str, phrases: Iterable[str], lexicon: Lexicon) -> bool:
    """Say whether a name has all words of a phrase; a council for trade or culture is none of a place."""
    fielded = any(lexicon.is_field(word) and word not in lexicon.levels for word in named)
    return any(
        _asked(phrase).issubset(named)
        for phrase in phrases
        if not (kind == COUNCIL and phrase == COUNCIL and fielded)
    )
