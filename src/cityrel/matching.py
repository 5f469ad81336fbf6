"""When a found record counts as the one of a gold file.

Names are compared without case, accents and words like "city"; a gold key ending in `_alt` lists values
that are right too; a found date may be more precise than the gold date.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]
Test = Callable[[Record, Record], bool]
Pair = tuple[Record, Record]

PLACE_WORDS = frozenset(
    (
        *("city", "county", "de", "district", "municipal", "municipality", "of", "prefecture", "province"),
        *("regency", "the", "town"),
        *("kabupaten", "kota", "pemerintah", "pemkab", "pemkot", "provinsi"),
    )
)
"""Words that may stand beside the name of a place and do not tell it from another."""

STATES = ("head_of_state", "head_of_government")
"""Roles whose country may go without saying."""


def match(gold: Sequence[Record], found: Sequence[Record], tests: Sequence[Test]) -> list[Pair]:
    """Pair each gold record with at most one found; those that pass all tests first, then all but the last...

    Every pair passes the first test.
    """
    left_gold, left_found, pairs = list(gold), list(found), []
    for strictness in range(len(tests), 0, -1):
        for wanted in tuple(left_gold):
            hit = _first(wanted, left_found, tests[:strictness])
            if hit is not None:
                pairs.append((wanted, hit))
                _take(left_gold, wanted)
                _take(left_found, hit)
    return pairs


def _first(wanted: Record, found: Iterable[Record], tests: Sequence[Test]) -> Record | None:
    return next((record for record in found if all(test(wanted, record) for test in tests)), None)


def _take(records: list[Record], record: Record) -> None:
    """Remove this very record, not one that is equal to it."""
    del records[next(n for n, other in enumerate(records) if other is record)]


def same_places(gold: Record, found: Record) -> bool:
    """Compare both places; which of them comes first does not matter."""
    return any(
        _same_place(gold, "a", found, one) and _same_place(gold, "b", found, other)
        for one, other in (("a", "b"), ("b", "a"))
    )


def _same_place(gold: Record, side: str, found: Record, other_side: str) -> bool:
    name, country = _place(found, other_side)
    countries = {code for code in _accepted(gold, f"{side}_country") if code}
    names = {_name_key(accepted) for accepted in _accepted(gold, side)}
    return _name_key(name) in names and (not countries or country in countries)


def _place(record: Record, side: str) -> tuple[str | None, str | None]:
    value, country = record[side], record.get(f"{side}_country")
    return (
        (value.get("name"), value.get("country") or country) if isinstance(value, dict) else (value, country)
    )


def same_value(key: str) -> Test:
    """Give the test that a key's value is accepted."""
    return lambda gold, found: found.get(key) in _accepted(gold, key)


def same_date(gold: Record, found: Record) -> bool:
    """Compare as far as the gold date goes; where there is none, there must be none."""
    got = found.get("date")
    return any(
        got is None if wanted is None else str(got or "").startswith(wanted)
        for wanted in _accepted(gold, "date")
    )


def same_person(gold: Record, found: Record) -> bool:
    """Compare names, spaces and punctuation aside."""
    name = "".join(_words(found.get("person")))
    return name in {"".join(_words(accepted)) for accepted in _accepted(gold, "person")}


def same_organisation(gold: Record, found: Record) -> bool:
    """Compare the office's place or organisation: one name in the other, or half of their words shared."""
    if gold.get("of") is None and gold.get("role") in STATES:
        return True
    value = found.get("of")
    got = _telling_words(value.get("name") if isinstance(value, dict) else value)
    return any(_alike(_telling_words(wanted), got) for wanted in _accepted(gold, "of"))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not (one and other):
        return one == other
    return one <= other or other <= one or 2 * len(one & other) >= len(one | other)


def _accepted(record: Record, key: str) -> list[Any]:
    more = record.get(f"{key}_alt") or []
    return [record.get(key), *([more] if isinstance(more, str) else more)]


def _name_key(name: str | None) -> str:
    words = _words(name)
    return "".join([word for word in words if word not in PLACE_WORDS] or words)


def _telling_words(name: str | None) -> frozenset[str]:
    return frozenset(_words(name)) - PLACE_WORDS


def _words(name: str | None) -> list[str]:
    """Give the words of a name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", str(name or "")).casefold()
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
