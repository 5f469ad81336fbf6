"""The words of dates: what each placeholder of a form matches, and what its words mean."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from babel import Locale

from cityrel.languages.date_section import Dates
from cityrel.languages.word_trees import APOSTROPHE, any_of

DAY = r"\d{1,2}"
YEAR = r"(?:1\d|20)\d{2}"

TENS, ONES = range(20, 100, 10), range(1, 10)

Meaning = int | str


@dataclass(frozen=True)
class Placeholder:
    """What stands in the place of a name in a form.

    `pattern` is a regular expression without groups, `part` the field of `Written` it fills (None: none),
    `read` gives the meaning of the words found; `begins` are the words it may begin with, if not a digit.
    """

    pattern: str
    part: str | None = None
    read: Callable[[str], Meaning] = str
    begins: tuple[str, ...] = ()


def placeholders(code: str, dates: Dates) -> dict[str, Placeholder]:
    """Give the placeholders of a language by name."""
    plain = {
        **_numbers(),
        **_names(code, dates),
        **_relative(dates),
        **{name: Placeholder(any_of(words), begins=tuple(words)) for name, words in dates.words.items()},
    }
    return plain | _ends(plain)


def _numbers() -> dict[str, Placeholder]:
    return {
        "day": Placeholder(DAY, "day", int),
        "monthno": Placeholder(DAY, "month", int),
        "first": Placeholder(DAY, "first", int),
        "second": Placeholder(DAY, "second", int),
        "over12": Placeholder(r"(?:1[3-9]|2\d|3[01])", "first", int),
        "year": Placeholder(YEAR, "year", int),
        "number": Placeholder(r"\d{1,5}"),
        "other": Placeholder(DAY),
        "yy": Placeholder(r"\d{2}", "year", _full_year),
    }


def _names(code: str, dates: Dates) -> dict[str, Placeholder]:
    """Give the names of months and days: from CLDR, and as else met in print."""
    locale = Locale.parse(code)
    months = _numbered(locale.months["format"]["wide"])
    days = _numbered(locale.days["format"]["wide"])
    short_months = _numbered(locale.months["format"]["abbreviated"]) | _spelled(dates.months)
    short_days = _numbered(locale.days["format"]["abbreviated"])
    spelled_days = days | _spelled(dates.weekdays, first=0)
    return {
        "month": _named(months, short_months, "month", capitals=dates.capitals),
        "monthname": _named(months, {}, "month", capitals=dates.capitals),
        "dayname": _named(spelled_days, short_days, "weekday", capitals=dates.capitals),
        "weekday": _named(spelled_days, {}, "weekday", capitals=dates.capitals),
    }


def _relative(dates: Dates) -> dict[str, Placeholder]:
    units = {word: unit for unit, words in dates.units.items() for word in words}
    return {
        "dayword": _known(dates.days, "days"),
        "unit": _known(units, "unit"),
        "period": _known(dates.periods, "unit"),
        "ordinal": _known(dates.ordinals, "day"),
        "count": _count(dates.numbers),
        **_sides(dates),
    }


def _count(numbers: Mapping[str, int]) -> Placeholder:
    """Match a number in digits or words, also one made of a ten and what is above it."""
    tens = {word: number for word, number in numbers.items() if number in TENS}
    ones = {word: number for word, number in numbers.items() if number in ONES}
    compound = rf"{any_of(tens)}[ -]{any_of(ones)}"
    made = {f"{ten} {one}": tens[ten] + ones[one] for ten in tens for one in ones}
    known = {_key(word): number for word, number in {**numbers, **made}.items()}
    return Placeholder(
        rf"(?:\d{{1,3}}|{compound}|{any_of(numbers)})",
        "count",
        lambda word: int(word) if word.isdecimal() else known[_key(word.replace("-", " "))],
        tuple(numbers),
    )


def _sides(dates: Dates) -> dict[str, Placeholder]:
    """Give the words that say on which side of the publication day a date lies, and all of them as `side`."""
    words = {"past": dates.past, "ago": dates.ago, "coming": dates.coming, "this": dates.this}
    meanings = {
        name: dict.fromkeys(listed, "past" if name == "ago" else name) for name, listed in words.items()
    }
    every = {word: side for listed in meanings.values() for word, side in listed.items()}
    return {name: _known(listed, "side") for name, listed in {**meanings, "side": every}.items()}


def _ends(plain: Mapping[str, Placeholder]) -> dict[str, Placeholder]:
    """Give the placeholders for the second date of a stretch of time."""
    return {
        f"{name}2": replace(plain[name], part=f"{plain[name].part}2")
        for name in ("day", "month", "monthname", "year")
    } | {"weekday2": replace(plain["weekday"], part=None)}


def _numbered(names: Mapping[int, str]) -> dict[str, int]:
    """Give the number of each name in CLDR, where months count from 1 and days from 0."""
    return {name.rstrip("."): number for number, name in names.items()}


def _spelled(more: Mapping[str, Iterable[str]], first: int = 1) -> dict[str, int]:
    """Give the number of each spelling in a pack, where both count from 1."""
    return {name: int(number) - 1 + first for number, spellings in more.items() for name in spellings}


def _named(full: Mapping[str, int], short: Mapping[str, int], part: str, *, capitals: bool) -> Placeholder:
    """Match a name; after a short one, its full stop too."""
    pattern = any_of(full, capitals=capitals)
    if short:
        pattern = rf"(?:{pattern}(?!\w)|{any_of(short, capitals=capitals)}\.?)"
    return Placeholder(pattern, part, _reader({**short, **full}), (*short, *full))


def _known(meanings: Mapping[str, Meaning], part: str) -> Placeholder:
    return Placeholder(any_of(meanings), part, _reader(meanings), tuple(meanings))


def _reader(meanings: Mapping[str, Meaning]) -> Callable[[str], Meaning]:
    known = {_key(word): meaning for word, meaning in meanings.items()}
    return lambda found: known[_key(found)]


def _key(word: str) -> str:
    """Make the spellings of a word that a pattern takes for one equal."""
    return re.sub(APOSTROPHE, "'", re.sub(r"\s", " ", word)).rstrip(".").casefold()


def _full_year(two_digits: str) -> int:
    """Read two digits as POSIX does: 69 to 99 are of the last century."""
    return datetime.strptime(two_digits, "%y").year
