"""From the names in a text to the places they stand for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cityrel.languages import Pack
from cityrel.model import Span
from cityrel.places.beside import Name, names
from cityrel.places.choosing import Choice, choose
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer
from cityrel.places.lexicon import Lexicon, lexicon
from cityrel.places.mention import NameMatch, PlaceMention
from cityrel.places.setting import Setting, setting
from cityrel.places.spelling import overlaps_any, slips
from cityrel.places.written import written

WORD_LEFT = re.compile(r"(?:^|(?<=[\s\W]))([^\W\d_][\w'’]*)[ ]$")
WORD_RIGHT = re.compile(r"[ ]([^\W\d_][\w'’]*)")
SURE = ("country-beside", "division-beside", "word-beside")
"""The rules that need no second look at the words around a name."""

NEIGHBOUR = 30
"""Characters in which the word next to a name is looked for."""


def resolve(
    text: str,
    pack: Pack,
    matches: Sequence[NameMatch],
    masked: Sequence[Span] = (),
    expected: Sequence[Span] = (),
) -> tuple[PlaceMention, ...]:
    """Give the places that a text names, in order.

    `matches` are what `match` found in it; those that overlap a `masked` span (the name of a person) are
    skipped. In the `expected` stretches, in order, names of places are likely, so that smaller places count.
    A name that could be several places, or none, is left out: a wrong place costs more than a missing one.
    """
    words = lexicon(pack)
    free = _free(matches, masked)
    found = names(text, free, gazetteer(), words)
    around = setting(text, found, words)
    choices = _choices(text, found, around, words, expected)
    mentions = list(_mentions(found, choices))
    taken = [*(mention.whole for mention in mentions), *masked]
    countries = [
        (name.match.span, words.countries[name.folded]) for name in found if name.folded in words.countries
    ]
    mentions += slips(text, taken, countries, words, gazetteer())
    mentions += written(text, *_told(mentions, masked), expected, words)
    return tuple(sorted(mentions, key=_start))


def _told(
    mentions: Sequence[PlaceMention], masked: Sequence[Span]
) -> tuple[list[Span], list[tuple[Span, str]]]:
    """Give the spans that are taken, and the places with their countries, both in order."""
    taken = sorted((*(mention.whole for mention in mentions), *masked), key=lambda span: span.start)
    return taken, [(mention.whole, mention.place.country) for mention in sorted(mentions, key=_start)]


def _start(mention: PlaceMention) -> int:
    return mention.span.start


def _choices(
    text: str, found: Sequence[Name], around: Setting, words: Lexicon, expected: Sequence[Span]
) -> list[Choice | None]:
    """Choose twice: what the first round leaves open may lie in the countries of what it has found."""
    likely = [overlaps_any(name.match.span, expected) for name in found]
    choices = [
        _choice(text, name, around, words, expected=here) for name, here in zip(found, likely, strict=True)
    ]
    wider = around.with_countries(_countries(choices))
    return [
        choice or _choice(text, name, wider, words, expected=here)
        for name, choice, here in zip(found, choices, likely, strict=True)
    ]


def _countries(choices: Iterable[Choice | None]) -> frozenset[str]:
    """Give the countries in which at least two places lie that were chosen."""
    chosen = {choice.known.place.id: choice.known.place.country for choice in choices if choice}
    counts = Counter(chosen.values())
    return frozenset(country for country, count in counts.items() if count > 1)


def _free(matches: Sequence[NameMatch], masked: Sequence[Span]) -> list[NameMatch]:
    """Give the names outside the masked spans; both are walked through once."""
    spans = sorted(masked, key=lambda span: span.start)
    free, index = [], 0
    for match in sorted(matches, key=lambda match: match.span.start):
        while index < len(spans) and spans[index].end <= match.span.start:
            index += 1
        if index == len(spans) or not spans[index].overlaps(match.span):
            free.append(match)
    return free


def _choice(text: str, name: Name, around: Setting, words: Lexicon, *, expected: bool) -> Choice | None:
    """Choose the place; a name that is part of the name of something else stands for none."""
    beside = _beside(text, name)
    doubtful = _is_doubtful(beside, around, words)
    choice = choose(name, around, words, doubtful=doubtful, expected=expected)
    if choice is None or choice.rule in SURE:
        return choice
    return None if _is_inside(beside, words) else choice


def _mentions(found: Sequence[Name], choices: Sequence[Choice | None]) -> Iterator[PlaceMention]:
    """Give the mentions; a country behind a place that lies in it is part of that mention."""
    taken = {
        name.container
        for name, choice in zip(found, choices, strict=True)
        if choice is not None and name.division is None and name.country == choice.known.place.country
    }
    for index, (name, choice) in enumerate(zip(found, choices, strict=True)):
        if choice is not None and index not in taken:
            in_country = name.country == choice.known.place.country and name.division is None
            yield PlaceMention(
                span=name.match.span,
                whole=Span(name.whole.start, name.upto) if in_country else name.whole,
                place=choice.known.place,
                trigger=name.trigger,
                rule=choice.rule,
                confidence=choice.confidence,
            )


def _is_inside(beside: Iterable[str], words: Lexicon) -> bool:
    """Say whether the name is part of the name of an institution, a river, a street ("Universitas X")."""
    return any(fold(word) in words.inside for word in beside)


def _is_doubtful(beside: Iterable[str], around: Setting, words: Lexicon) -> bool:
    """Say whether a word with a capital stands right beside the name, so that both may be one name."""
    return any(
        word[:1].isupper() and not word.isupper() and not _is_plain(fold(word), around, words)
        for word in beside
    )


def _is_plain(word: str, around: Setting, words: Lexicon) -> bool:
    """Say whether a folded word is no part of a name, though it may have a capital."""
    return word in words.never or word in words.countries or word in words.joints or word in around.small


def _beside(text: str, name: Name) -> list[str]:
    """Give the words right beside a name, one space away."""
    start, end = name.match.span.start, name.match.span.end
    left = WORD_LEFT.search(text, max(0, start - NEIGHBOUR), start)
    right = WORD_RIGHT.match(text, end, end + NEIGHBOUR)
    return [found.group(1) for found in (left, right) if found]
