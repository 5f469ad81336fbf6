"""Two places of one name in an article: "Toledo is twinned with Toledo, Spain", "its namesake in Malta"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cityrel.model import Span
from cityrel.places.beside import Name, joined
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Known, gazetteer
from cityrel.places.lexicon import Lexicon
from cityrel.places.mention import PlaceMention

SENTENCE_END = re.compile(r"[!?\n]|\.\s")
DASH = re.compile(r"\s*(?:[–—]|--?\s)")
WORD = re.compile(r"[^\W\d_]+")
LONGEST_SENTENCE = 200
LOOK_BACK = 20
"""Places named before among which the one that has a namesake is looked for."""

CONFIDENCE = 0.7
CONTAINERS = ("country", "province")


def apart(text: str, names: Sequence[Name], words: Lexicon) -> dict[str, str]:
    """Give the countries in which the bare name does not lie, by folded name.

    That is so where "with" joins the bare name to the name with its country, in one sentence and with no
    other name between, and another country has such a place: nobody ties a city to itself. And it is so
    where a dateline opens the article with the bare name: at home nobody tells the country.
    """
    home = _dateline(text, names)
    return {
        second.folded: second.country
        for first, second in pairwise(names)
        if second.country
        and _is_elsewhere(second)
        and (second.folded == home or _is_partner(text, first, second, words))
    }


def _is_partner(text: str, first: Name, second: Name, words: Lexicon) -> bool:
    """Say whether "with" joins a bare name to the same name."""
    if first.folded != second.folded or first.country:
        return False
    return _is_joined(text[first.whole.end : second.whole.start], words)


def _dateline(text: str, names: Sequence[Name]) -> str | None:
    """Give the bare name that a dateline opens the article with ("SALISBURY —")."""
    first = next(iter(names), None)
    if first is None or first.country or first.division or text[: first.whole.start].strip():
        return None
    return first.folded if DASH.match(text, first.whole.end) else None


def _is_joined(gap: str, words: Lexicon) -> bool:
    """Say whether a gap lies within a sentence and ends with a word that joins partners ("with")."""
    if len(gap) > LONGEST_SENTENCE or SENTENCE_END.search(gap):
        return False
    found = WORD.findall(gap)
    return bool(found) and fold(found[-1]) in words.partners


def _is_elsewhere(name: Name) -> bool:
    """Say whether another country has a town of that name."""
    return any(c.main and c.known.place.country != name.country for c in name.candidates)


def named_alike(text: str, mentions: Sequence[PlaceMention], words: Lexicon) -> Iterator[PlaceMention]:
    """Give the places that are called but a namesake: of the last town that has one in the country told.

    `mentions` are the places found already, in order.
    """
    if not words.namesakes:
        return
    for index, (before, container) in enumerate(pairwise(mentions)):
        if container.place.level not in CONTAINERS:
            continue
        for word in WORD.finditer(text, before.whole.end, container.whole.start):
            if fold(word.group()) in words.namesakes and joined(
                text[word.end() : container.whole.start], words
            ):
                known = _namesake(
                    text, mentions[max(0, index - LOOK_BACK) : index + 1], container.place.country
                )
                if known:
                    span, whole = Span(*word.span()), Span(word.start(), container.whole.end)
                    yield PlaceMention(span, whole, known.place, None, "namesake", CONFIDENCE)


def _namesake(text: str, before: Sequence[PlaceMention], country: str) -> Known | None:
    """Give the greatest town of a country with the name of the last town that has one there."""
    for mention in reversed(before):
        namesakes = [
            candidate.known
            for candidate in gazetteer().candidates(fold(text[mention.span.start : mention.span.end]))
            if candidate.main
            and candidate.known.place.country == country != mention.place.country
            and candidate.known.place.level == "city"
        ]
        if namesakes:
            return max(namesakes, key=lambda known: known.prominence)
    return None
