"""Whether a name is so well known as a place's that it is hardly the name of a person."""

from collections.abc import Sequence
from functools import lru_cache

from cityrel.places.folding import fold
from cityrel.places.gazetteer import Candidate, gazetteer

ABROAD = 4.9
"""Prominence from which a place abroad counts as well known: some 80,000 people."""

AT_HOME = 3.9
"""The same for a place in a country where the language is at home: some 8,000 people."""

METROPOLIS = 5.7
"""Prominence from which other names of a city are as well known as the usual one."""

CACHED_NAMES = 20_000


@lru_cache(CACHED_NAMES)
def is_well_known(name: str, home_countries: Sequence[str]) -> bool:
    """Say whether a place that bears a name is so large that the name needs no word for its kind."""
    return any(_is_large(candidate, home_countries) for candidate in gazetteer().candidates(fold(name)))


@lru_cache(CACHED_NAMES)
def is_country(name: str) -> bool:
    """Say whether a country bears a name."""
    return any(candidate.known.place.level == "country" for candidate in gazetteer().candidates(fold(name)))


@lru_cache(CACHED_NAMES)
def is_at_home(name: str, home_countries: Sequence[str]) -> bool:
    """Say whether a place in one of some countries, or a country, bears a name."""
    found = (candidate.known.place for candidate in gazetteer().candidates(fold(name)))
    return any(place.country in home_countries or place.level == "country" for place in found)


def _is_large(candidate: Candidate, home_countries: Sequence[str]) -> bool:
    known = candidate.known
    at_home = known.place.country in home_countries
    division = known.place.level == "country" or (at_home and known.place.level == "province")
    usual = candidate.main or division or known.prominence >= METROPOLIS
    return usual and known.prominence >= (AT_HOME if at_home else ABROAD)
