"""Dates in running text: how they are found.

Nothing is guessed: a date is as precise as its words, a day that does not exist has no value, and words
that need the publication day ("kemarin", "last Friday") are left alone where that day is unknown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cityrel.languages.date_forms import Grammar, Written
from cityrel.languages.date_values import Reference, Resolver
from cityrel.languages.pack import Pack
from cityrel.languages.word_trees import any_of
from cityrel.model import Span

BEFORE, AFTER = 60, 30
"""How many characters before and after a date may hold a word that says it is still to come."""
CREDIT_YEAR = re.compile(r"©\s?((?:19|20)[0-9]{2})(?!\d)")
"""The year in the credit of a picture or a page, which is near that of the news."""
SAME_CLAUSE = r"[^.!?,;:\"“”\n]"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    `value` and, for a stretch of time, `end` are ISO 8601 as precise as written (`YYYY`, `YYYY-MM`,
    `YYYY-MM-DD`); a week is given as the month or year that holds it. `relative` marks what was counted from
    the publication day ("kemarin", "Jumat", "tahun lalu"). `warning` says what is wrong with the date as
    written. What tells no year ("the 1990s", "beberapa tahun lalu") and a day that does not exist have no
    value.
    """

    span: Span
    value: str | None
    end: str | None = None
    relative: bool = False
    warning: str | None = None


def find_dates(text: str, pack: Pack, reference: str | None = None) -> tuple[DateMention, ...]:
    """Give the dates of a text, in order, none overlapping; linear in the length of the text.

    `reference` is the publication date (ISO 8601, as precise as known). It gives days without a year their
    year and relative words their day; without it the former take the year of the text's other dates, with
    a warning, and the latter are left out. A day with its weekday may also take the year of a credit
    ("©2017") where both fit.
    """
    grammar = _grammar(pack)
    found = tuple(grammar.find(text))
    resolver = Resolver(
        reference=Reference.parse(reference),
        stated=tuple(sorted({written.year for written in found if written.day and written.year})),
        credited=() if reference else tuple(sorted({int(year) for year in CREDIT_YEAR.findall(text)})),
        numeric_order=pack.dates.numeric_order,
    )
    return tuple(_mentions(text, pack, found, resolver))


def _mentions(text: str, pack: Pack, found: Iterable[Written], resolver: Resolver) -> Iterator[DateMention]:
    for written in found:
        value = resolver.resolve(written, ahead=written.year is None and _looks_ahead(text, pack, written))
        if value is not None:
            span = Span(written.start, written.end)
            yield DateMention(span, value.start, value.end, value.relative, value.warning)


def _looks_ahead(text: str, pack: Pack, written: Written) -> bool:
    start = max(0, written.start - BEFORE)
    return bool(
        _will_before(pack).search(text, start, written.start) or _will_after(pack).match(text, written.end)
    )


@cache
def _grammar(pack: Pack) -> Grammar:
    return Grammar(pack.code, pack.dates)


@cache
def _will_before(pack: Pack) -> re.Pattern[str]:
    """Find a word that lets a date lie ahead, in the same clause as what follows it."""
    return re.compile(rf"(?<!\w){any_of(pack.dates.will)}(?!\w){SAME_CLAUSE}*\Z")


@cache
def _will_after(pack: Pack) -> re.Pattern[str]:
    """Find such a word after a date, in the same clause."""
    return re.compile(rf"{SAME_CLAUSE}{{0,{AFTER}}}(?<!\w){any_of(pack.dates.will)}(?!\w)")
