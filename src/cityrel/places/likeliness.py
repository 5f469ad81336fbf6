"""Whether a name is likely enough to be a place at all, and the one that was chosen for it.

How prominent a place must be depends on how its name stands: with a word for its level, in a list, in
capitals, in a country that the article names. The bounds were set on the articles of the development corpus.
"""

from dataclasses import dataclass

from cityrel.places.beside import Name
from cityrel.places.gazetteer import Candidate
from cityrel.places.variants import is_variant

ACCEPTED = {
    "city": ("city",),
    "regency": ("regency",),
    "province": ("province",),
    "district": ("district", "city", "regency"),
    "country": ("country",),
}
"""The levels of the gazetteer that a word for a level can mean, best first."""

BELOW_COUNTRY = ("city", "regency", "province", "district")
"""The levels that a word which tells none can mean."""

EXPECTED_TOWN = 4.3
"""The prominence (20,000 people) that a bare name needs where a place is to be expected."""

KNOWN_TOWN = 4.0
"""The prominence (10,000 people) that a bare name needs in a country that the article names."""

KNOWN_CITY = 5.3
"""The prominence (200,000 people) that a bare name needs anywhere else."""

KNOWN_COMPOUND = 4.7
"""The prominence (50,000 people) that a name of several words needs, or one with a word for its level."""

LONG_NAME = 8
"""Letters of a name that is hardly anything else when a single place bears it."""

SHORT_NAME = 4
"""Letters that a name needs that may be the beginning of another one ("San Canzian")."""

ONLY_ONE_NEAR = 3.3
"""The prominence (2,000 people) that such a place needs in a country that the article names."""

GREAT_CITY = 5.0
"""The prominence (100,000 people) that a name needs which may be a part of another, or stands in capitals."""


METROPOLIS = 6.0
"""The prominence (a million people) that such a name needs where it is a single word and nothing is near."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a name stands in its sentence.

    `doubtful`: it may be a part of another name; `inside`: it is a part of one, unless something beside it
    makes it sure; `expected`: names of places are likely there; `opening`: it stands nowhere in the article
    but at the beginning of sentences. `beside` are the countries of its neighbours in a list.
    """

    doubtful: bool = False
    inside: bool = False
    expected: bool = False
    opening: bool = False
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against a name being a place.

    `own`: the language has this name for the place; `near`: its country is named in the article, is that of
    its readers or of a neighbour in a list; `common`: it is a word of the language; `capitals`: the article
    has it only among words in capitals; `placed`: its country stands beside it elsewhere in the article.
    """

    own: bool
    near: bool
    common: bool
    capitals: bool
    placed: bool
    stand: Stand


def is_likely(rule: str, best: Candidate, name: Name, signs: Signs) -> bool:
    """Say whether a name is likely enough to be a place at all, and this one."""
    if rule in {"country-beside", "division-beside"}:
        unsure = signs.common or (signs.stand.doubtful and best.known.prominence < GREAT_CITY)
        return not (name.tight and unsure)
    if rule == "word-beside":
        return _suits_word(best, name, signs)
    if signs.common and not signs.placed:
        return False
    if rule == "said-elsewhere":
        return best.main or signs.own or best.known.prominence >= KNOWN_CITY
    return signs.own or _stands_alone(best, name, signs)


def _stands_alone(best: Candidate, name: Name, signs: Signs) -> bool:
    """Say whether a place is known enough to be meant by a bare name."""
    prominence = best.known.prominence
    if _is_expected(best, name, signs):
        return True
    if signs.stand.doubtful or signs.capitals:
        enough = GREAT_CITY if signs.near or " " in name.folded else METROPOLIS
        return best.main and prominence >= enough and _is_known(best, name, signs)
    if not best.main:
        return signs.near and prominence >= GREAT_CITY
    return _is_known(best, name, signs)


def _is_expected(best: Candidate, name: Name, signs: Signs) -> bool:
    """Say whether a place is known enough for a name that stands where a place is to be expected."""
    stand = signs.stand
    likely = stand.expected or (bool(stand.beside) and not stand.doubtful)
    if not likely or signs.capitals or not (best.main or _is_known_variant(best, name)):
        return False
    if stand.opening and not (signs.near or stand.beside):
        return False
    if stand.doubtful:
        return len(name.folded) >= SHORT_NAME and best.known.prominence >= KNOWN_COMPOUND
    return best.known.prominence >= (ONLY_ONE_NEAR if signs.near or _is_only_one(name) else EXPECTED_TOWN)


def _is_known_variant(best: Candidate, name: Name) -> bool:
    """Say whether a name is another spelling of that of a known town."""
    return best.known.prominence >= KNOWN_TOWN and is_variant(name.folded, best.known.place.name)


def _is_known(best: Candidate, name: Name, signs: Signs) -> bool:
    """Say whether a place has the prominence that its country and its name ask for."""
    if _is_only_one(name):
        return best.known.prominence >= (ONLY_ONE_NEAR if signs.near else KNOWN_TOWN)
    if signs.near:
        return best.known.prominence >= KNOWN_TOWN
    told = name.level is not None and not signs.common
    return best.known.prominence >= (KNOWN_COMPOUND if told or " " in name.folded else KNOWN_CITY)


def _is_only_one(name: Name) -> bool:
    """Say whether a name is long, and the usual one of a single place in the world."""
    return len(name.folded) >= LONG_NAME and sum(candidate.main for candidate in name.candidates) == 1


def _suits_word(best: Candidate, name: Name, signs: Signs) -> bool:
    """Say whether a place suits the word for a level or an office beside its name.

    An office may stand before the name of a person, a word for a level before a common word: then the
    place must have that very level, and be near or known.
    """
    usual, known = best.main or signs.own, _is_known(best, name, signs)
    if best.known.place.level == "regency" and name.is_followed_by_level:
        return usual and signs.near
    at_level = best.known.place.level in ACCEPTED.get(name.level or "", BELOW_COUNTRY)
    if signs.common or (name.word and name.word.office):
        told = not signs.common and _is_expected(best, name, signs)
        usual = usual or (signs.near and best.known.prominence >= GREAT_CITY)
        return (at_level or signs.own) and usual and (known or told)
    large = best.known.prominence >= GREAT_CITY
    return (usual or large) and (at_level or signs.own or known) and (signs.near or known)
