"""How long ago something began, as anniversaries tell it: "the 20th anniversary", "for 25 years"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cityrel.languages.date_forms import Grammar
from cityrel.languages.pack import Pack
from cityrel.model import Span


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Words that tell how many whole years something has been."""

    span: Span
    years: int


def find_anniversaries(text: str, pack: Pack, within: Span) -> Iterator[Anniversary]:
    """Give the anniversaries that a stretch of a text tells, in order; linear in its length."""
    for written in _grammar(pack).find(text[within.start : within.end]):
        years = written.count or written.day
        if years and written.month is None:
            span = Span(within.start + written.start, within.start + written.end)
            yield Anniversary(span, years)


@cache
def _grammar(pack: Pack) -> Grammar:
    dates = replace(pack.dates, forms=pack.dates.anniversaries, masks=(), vague=(), bare=())
    return Grammar(pack.code, dates)
