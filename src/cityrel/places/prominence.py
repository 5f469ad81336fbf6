"""How likely it is, before anything is read, that a name stands for this place and not another.

The measure is the decimal logarithm of the population. Where GeoNames does not know the population of a
place, a hundredth of the largest city nearby stands in: quarters of great cities are spoken of more than
villages. A division counts as the largest city in it, a regency of Indonesia as their average of 500,000.
"""

import math
from collections.abc import Iterator, Sequence

from cityrel.places.entry import Entry

CELL = 0.5
"""Degrees of latitude and longitude that make a neighbourhood, with the cells around it: some 80 km."""

SHARE = 100
REGENCY = 500_000
DISTRICT = 300_000
TOWN = 50_000
COUNTRY = 10_000_000

Cells = dict[tuple[int, int], int]


def weights(places: Sequence[Entry]) -> Iterator[float]:
    """Give the prominence of each place, in order."""
    cells = _largest_by_cell(places)
    divisions = _largest_by_division(places)
    for place in places:
        yield math.log10(1 + _people(place, cells, divisions))


def _people(place: Entry, cells: Cells, divisions: dict[tuple[str, str], int]) -> float:
    if place.population:
        return place.population
    if place.level == "city":
        return TOWN if place.latitude is None else _largest_near(place, cells) / SHARE
    if place.id == place.country:
        return COUNTRY
    if place.level == "province":
        return divisions.get((place.country, place.division), 0)
    return {"regency": REGENCY}.get(place.level, DISTRICT)


def _cell(place: Entry) -> tuple[int, int]:
    return int((place.latitude or 0) // CELL), int((place.longitude or 0) // CELL)


def _largest_by_cell(places: Sequence[Entry]) -> Cells:
    cells: Cells = {}
    for place in places:
        if place.population:
            cells[_cell(place)] = max(cells.get(_cell(place), 0), place.population)
    return cells


def _largest_near(place: Entry, cells: Cells) -> int:
    row, column = _cell(place)
    return max(cells.get((row + i, column + j), 0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _largest_by_division(places: Sequence[Entry]) -> dict[tuple[str, str], int]:
    largest: dict[tuple[str, str], int] = {}
    for place in places:
        key = (place.country, place.division)
        largest[key] = max(largest.get(key, 0), place.population)
    return largest
