"""Councils, counties and provinces that the lists of GeoNames lack: shires, boroughs, departments.

They are in `data/units.tsv` (see the README there). They have no coordinates; the key of one is that which an
article would give it that names it in full: the country and the letters of its name.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from cityrel.places.entry import Entry
from cityrel.places.folding import fold

if TYPE_CHECKING:
    from cityrel.model import Level

PEOPLE = 20_000
"""Fewer people than most of them have: elsewhere in the world their bare name means a town."""


def units(rows: Iterable[list[str]]) -> Iterator[Entry]:
    """Give the places of rows of country, division, level, name and other names.

    One whose division is not told is a division of its own, so that no two seem to lie in the same.
    """
    for country, division, level, name, others in rows:
        key = own_key(name, country)
        yield Entry(
            id=key,
            name=name,
            level=cast("Level", level),
            country=country,
            division=division or key,
            population=PEOPLE,
            usual=tuple(others.split("|")) if others else (),
        )


def own_key(name: str, country: str) -> str:
    """Make a key of letters and digits that no GeoNames id can be: "NPmelamchi"."""
    folded = "".join(letter for letter in fold(name) if letter.isalnum())
    return country + (folded if folded.isascii() else sha256(folded.encode()).hexdigest()[:16])
