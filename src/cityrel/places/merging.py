"""Places that the data have twice: "Iligan" and "Iligan City" on the same spot are one town."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cityrel.places.entry import Entry
from cityrel.places.folding import fold

NEAR = 0.2
"""Degrees of latitude and longitude, some 20 km, within which one name is one town."""


ALIKE = 0.8
"""How close the numbers of people must be where the data put the two into different divisions."""


def merged(cities: Iterable[Entry]) -> Iterator[Entry]:
    """Give each town once, in the order of the data: the more populous entry stays, with the names of all."""
    namesakes: dict[tuple[str, str], list[Entry]] = {}
    for city in cities:
        towns = namesakes.setdefault((city.country, fold(city.name)), [])
        index = next((i for i, town in enumerate(towns) if _is_same(town, city)), None)
        if index is None:
            towns.append(city)
        else:
            towns[index] = _joined(towns[index], city)
    for towns in namesakes.values():
        yield from towns


def _is_same(one: Entry, other: Entry) -> bool:
    fewer, more = sorted((one.population, other.population))
    return _is_near(one, other) and (one.division == other.division or fewer > ALIKE * more)


def _is_near(one: Entry, other: Entry) -> bool:
    return (
        abs((one.latitude or 0) - (other.latitude or 0)) < NEAR
        and abs((one.longitude or 0) - (other.longitude or 0)) < NEAR
    )


def _joined(one: Entry, other: Entry) -> Entry:
    larger, smaller = (one, other) if one.population >= other.population else (other, one)
    names = dict.fromkeys((*larger.names, *smaller.names))
    return replace(larger, names=tuple(names), chartered=one.chartered or other.chartered)
