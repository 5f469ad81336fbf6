"""The gazetteer as its files give it: names to candidates, ids to places."""

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from cityrel.errors import NotFound
from cityrel.model import Level, Place
from cityrel.places.compiling import MAIN, compile_gazetteer
from cityrel.places.folding import fold

REGIONAL = frozenset({"PH"})
"""Countries whose first-level divisions are regions of several provinces, which have one code."""

CACHED_PLACES = 50_000
"""How many places a process remembers."""

CACHED_NAMES = 20_000
"""How many names a process remembers with the places that bear them."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place with what the choice among namesakes needs.

    `division` is the GeoNames code of its first-level division, `prominence` the decimal logarithm of its
    population or what stands in for it, `chartered` marks a city of a regency's rank.
    """

    place: Place
    division: str
    prominence: float
    chartered: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears a name: `main` where it is its usual one."""

    known: Known
    main: bool


class Gazetteer:
    """The compiled gazetteer in a folder; opening it maps the files and reads next to nothing."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        self.names = marisa_trie.Trie()
        self.names.mmap(str(folder / "names.marisa"))
        self._starts = _mapped(folder / "starts.bin").cast("I")
        self._postings = _mapped(folder / "postings.bin").cast("I")
        self._lines = _mapped(folder / "lines.bin").cast("I")
        self._places = _mapped(folder / "places.tsv")
        self._known = lru_cache(CACHED_PLACES)(self._read)
        self.candidates = lru_cache(CACHED_NAMES)(self._candidates)
        """Gives all places that bear a folded name."""

    def _candidates(self, folded: str) -> tuple[Candidate, ...]:
        return tuple(Candidate(self._known(number >> 1), bool(number & MAIN)) for number in self._of(folded))

    def by_key(self, key: str) -> Known | None:
        """Give the place of a GeoNames id or a country code."""
        return next((self._known(number >> 1) for number in self._of(f"#{key}")), None)

    def _of(self, name: str) -> Iterator[int]:
        index = self.names.get(name)
        if index is not None:
            yield from self._postings[self._starts[index] : self._starts[index + 1]]

    def _read(self, number: int) -> Known:
        line = bytes(self._places[self._lines[number] : self._lines[number + 1]])
        key, name, level, country, division, latitude, longitude, prominence, chartered, labels = (
            line.decode().rstrip("\n").split("\t")
        )
        place = Place(
            id=key,
            name=name,
            level=cast("Level", level),
            country=country,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
            labels=_labels(labels),
        )
        return Known(place, division, float(prominence), chartered == "1")


def _labels(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (label.partition("=") for label in text.split("|") if label)
    return tuple((language, name) for language, _, name in pairs)


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer of this process; it is compiled where that has not been done."""
    return Gazetteer(compile_gazetteer())


def by_id(place_id: str) -> Place:
    """Give the place of a GeoNames id or of a country code.

    Raises NotFound where the gazetteer has none.
    """
    known = gazetteer().by_key(place_id)
    if known is None:
        raise NotFound(f"no place {place_id!r} in the gazetteer")
    return known.place


def division_of(place: Place) -> tuple[str, str] | None:
    """Give the country and the code of the first-level division that a place is or lies in, if known."""
    known = gazetteer().by_key(place.id)
    if known is None or not known.division or place.country in REGIONAL:
        return None
    return place.country, known.division


def lies_in(inner: Place, outer: Place) -> bool:
    """Say whether a place is in the first-level division that another one is."""
    if outer.level != "province" or inner.country != outer.country:
        return False
    division = division_of(outer)
    return division is not None and division_of(inner) == division


def find(name: str, country: str | None = None, level: str | None = None) -> tuple[Place, ...]:
    """Give the places that bear a name, the most prominent and those so named first.

    `country` is an ISO 3166-1 alpha-2 code. Case and accents make no difference.
    """
    found = [
        candidate
        for candidate in gazetteer().candidates(fold(name.strip()))
        if country in (None, candidate.known.place.country) and level in (None, candidate.known.place.level)
    ]
    found.sort(key=lambda candidate: (-candidate.known.prominence - candidate.main, candidate.known.place.id))
    return tuple(candidate.known.place for candidate in found)
