"""Places that the gazetteer lacks, as an article names them: "Melamchi Municipality" in a line on Nepal.

Only where a word for a level stands beside the name, or the country right behind it in a stretch where names
of places are to be expected; and only when the text tells the country. Such a place has a key of its own,
made of its country and its name, and no coordinates.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import sha256

from cityrel.model import Level, Place, Span
from cityrel.places.beside import joined, words_before, words_behind
from cityrel.places.folding import fold
from cityrel.places.lexicon import Lexicon
from cityrel.places.mention import PlaceMention
from cityrel.places.spelling import overlaps_any

CONFIDENCE = 0.5
NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’']+(?:-[\w’']+)*(?: [^\W\d_a-z][\w’']+(?:-[\w’']+)*){0,2}")
WORD = re.compile(r"\S+")
SHORTEST, LONGEST = 4, 40
LEVELS: dict[str | None, Level] = {"regency": "regency", "province": "province", "district": "district"}


def written(
    text: str,
    taken: Sequence[Span],
    countries: Sequence[tuple[Span, str]],
    expected: Sequence[Span],
    words: Lexicon,
) -> Iterator[PlaceMention]:
    """Give the places that are named plainly though the gazetteer lacks them.

    `taken` are the spans of what is known already, and `countries` the places and countries in the text with
    their country codes, both in order; in the `expected` stretches a country behind a name is enough.
    """
    starts = [span.start for span, _ in countries]
    for found in NAME.finditer(text):
        span = _bare(found, words)
        if span is None or overlaps_any(span, taken):
            continue
        name = text[span.start : span.end]
        index = bisect_left(starts, span.end)
        behind = countries[index] if index < len(countries) else None
        country, level = _beside(text, span, behind, words), _level(text, span, words)
        if country is None and level is not None:
            country = _before(text, span, countries[index - 1] if index else None)
        if country and (level or overlaps_any(span, expected)):
            place = Place(_key(name, country), name, level or "city", country)
            yield PlaceMention(span, span, place, None, "as-written", CONFIDENCE)


def _bare(found: re.Match[str], words: Lexicon) -> Span | None:
    """Give the first words of a name that are no others of the language, or None where that is no name."""
    start = end = found.start()
    for word in WORD.finditer(found.group()):
        if not _is_own(fold(word.group()), words):
            if end > start:
                break
            start = found.start() + word.end() + 1
        end = found.start() + word.end()
    return Span(start, end) if SHORTEST <= end - start <= LONGEST else None


def _is_own(word: str, words: Lexicon) -> bool:
    """Say whether a folded word can be part of the name of a place."""
    others = (words.never, words.before, words.after, words.inside, words.countries, words.adjectives)
    return not any(word in known for known in others)


def _level(text: str, span: Span, words: Lexicon) -> Level | None:
    """Give the level that the word beside a name tells; one for an office tells none."""
    before, behind = words_before(text, span.start, words), words_behind(text, span.end, words)
    for found in (before, behind):
        if found and found[1].level and not found[1].office:
            return LEVELS.get(found[1].level, "city")
    return None


def _beside(text: str, span: Span, behind: tuple[Span, str] | None, words: Lexicon) -> str | None:
    """Give the country whose name follows, parted by a mark or a word like "in"."""
    if behind is None:
        return None
    found = words_behind(text, span.end, words)
    gap = text[found[0] if found else span.end : behind[0].start]
    return behind[1] if gap.strip() and joined(gap, words) else None


def _before(text: str, span: Span, before: tuple[Span, str] | None) -> str | None:
    """Give the country of the last place named before, on the same line."""
    if before is None or "\n" in text[before[0].end : span.start]:
        return None
    return before[1]


def _key(name: str, country: str) -> str:
    """Make a key of letters and digits that no GeoNames id can be: "NPmelamchi"."""
    folded = "".join(letter for letter in fold(name) if letter.isalnum())
    return country + (folded if folded.isascii() else sha256(folded.encode()).hexdigest()[:16])
