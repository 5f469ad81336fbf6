"""What speaks for words telling of an event of their type, as named signs that a linear model weighs.

A sign is true or false of a gathering, or a small number. Signs that begin with a type ("visit/party") count
for that type alone.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2

from cityrel.extraction.document import Document
from cityrel.extraction.event_flags import Setting
from cityrel.extraction.gatherings import SURE, Gathering
from cityrel.extraction.weighing import Signs
from cityrel.model import Span
from cityrel.places import PlaceMention

DAY, YEAR = len("2020-11-20"), len("2020")
FRESH, PAST = 31, 2 * 365
"""Days before its publication in which an article's news took place, and in which what is not old did."""

OWN = ("stated", "planned", "headline", "early", "spoken", "tie", "dated-closely", "away", "held", "persons")
"""Flags that may mean something else for each type of event."""


def event_signs(
    document: Document,
    gatherings: Sequence[Gathering],
    people: Sequence[Span] = (),
    places: Sequence[PlaceMention] = (),
) -> tuple[Signs, ...]:
    """Give the signs of each gathering; `people` and `places` are where the article names them."""
    setting = Setting(document, gatherings, people, places)
    return tuple(dict(_signs(setting, gathering)) for gathering in gatherings)


def age(document: Document, date: str | None) -> str:
    """Say how a date lies to the article's day: "ahead", "fresh", "past", "old"; else "none" or "open"."""
    published = document.article.published
    if date is None:
        return "none"
    if published is None or len(published) < DAY:
        return "open"
    if len(date) < DAY:
        return _age_of_stretch(date, published)
    days = (datetime.date.fromisoformat(published[:DAY]) - datetime.date.fromisoformat(date)).days
    if days < 0:
        return "ahead"
    return "fresh" if days <= FRESH else "past" if days <= PAST else "old"


def _age_of_stretch(date: str, published: str) -> str:
    """Say how a month or a year lies to the day of publication."""
    own = published[: len(date)]
    if date > own:
        return "ahead"
    if date == own:
        return "fresh"
    return "past" if int(published[:YEAR]) - int(date[:YEAR]) < PAST // 365 else "old"


def _signs(setting: Setting, gathering: Gathering) -> Iterator[tuple[str, float]]:
    yield "bias", 1.0
    yield gathering.kind, 1.0
    yield from _of_manners(gathering)
    yield from _of_company(setting, gathering)
    yield from _of_time(setting.document, gathering)
    yield from _of_flags(setting, gathering)


def _of_manners(gathering: Gathering) -> Iterator[tuple[str, float]]:
    kind = gathering.kind
    manners = Counter(telling.manner for telling in gathering.tellings)
    for manner, count in manners.items():
        yield f"{kind}/{manner}", 1.0
        yield f"{kind}/{manner}/again", log2(min(count, 4))
    sure = sum(count for manner, count in manners.items() if manner in SURE)
    yield "sure", log2(1 + min(sure, 7))
    yield f"{kind}/unsure", float(not sure)
    yield "manners", float(len(manners) - 1)
    yield f"{kind}/manners", float(min(2, len(manners) - 1))
    yield "tellings", log2(1 + min(len(gathering.tellings), 15))
    yield "sentences", log2(min(len(gathering.sentences), 8))


def _of_company(setting: Setting, gathering: Gathering) -> Iterator[tuple[str, float]]:
    """Give how a gathering stands among the others of the article."""
    kind, told = gathering.kind, len(gathering.tellings)
    yield "share", told / setting.told.total()
    yield "share-of-kind", told / setting.told[kind]
    yield "first-of-kind", float(setting.rank(gathering) == 0)
    yield f"{kind}/first-of-kind", float(setting.rank(gathering) == 0)
    yield "length", log2(1 + len(setting.document.sentences))
    sure = 1 + setting.sure.total()
    for other in setting.told:
        if other != kind:
            yield f"{kind}/beside/{other}", setting.sure[other] / sure
            yield f"{kind}/beside/{other}/any", float(setting.sure[other] > 0)


def _of_time(document: Document, gathering: Gathering) -> Iterator[tuple[str, float]]:
    kind, when = gathering.kind, age(document, gathering.date)
    yield "ahead", float(gathering.ahead)
    yield f"{kind}/ahead", float(gathering.ahead)
    yield f"age/{when}", 1.0
    yield f"{kind}/age/{when}", 1.0
    yield f"precision/{len(gathering.date or '')}", 1.0


def _of_flags(setting: Setting, gathering: Gathering) -> Iterator[tuple[str, float]]:
    counts: Counter[str] = Counter()
    sure: set[str] = set()
    for telling in gathering.tellings:
        flags = setting.flags(telling)
        counts.update(flags)
        sure |= flags if telling.manner in SURE else frozenset()
    for flag, count in counts.items():
        yield f"any/{flag}", 1.0
        yield f"share/{flag}", count / len(gathering.tellings)
        if flag in OWN:
            yield f"{gathering.kind}/any/{flag}", 1.0
    for flag in sure:
        yield f"sure/{flag}", 1.0
