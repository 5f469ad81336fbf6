"""Names with one slip of the pen: "Monterry, Meksiko".

Only where a word for a level or a country stands right beside the name, and only when exactly one place
of the countries in question has a usual name one edit away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase

from cityrel.model import Span
from cityrel.places.beside import GAP, joined, words_before
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Gazetteer, Known
from cityrel.places.lexicon import Lexicon
from cityrel.places.likeliness import KNOWN_TOWN
from cityrel.places.mention import NameMatch, PlaceMention
from cityrel.places.unknown import unknown_names

SHORTEST = 6
"""Letters that a name needs to be recognised in spite of a slip."""

BEFORE_COUNTRY = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)(?=[ ,(]*$)")
REACH = 40
CONFIDENCE = 0.5


def slips(
    text: str, taken: Sequence[Span], countries: Sequence[tuple[Span, str]], words: Lexicon, places: Gazetteer
) -> Iterator[PlaceMention]:
    """Give the places whose names are one edit off.

    `taken` are the spans of what is known already, in order; `countries` are the names of countries in the
    text with their codes.
    """
    named = {code for _, code in countries}
    taken = sorted(taken, key=lambda span: span.start)
    for name, beside in _suspects(text, countries, words):
        if overlaps_any(name.span, taken):
            continue
        known = nearest(fold(name.name), {beside} if beside else named - set(words.home), places)
        if known:
            before = words_before(text, name.span.start, words)
            trigger = text[before[0] : name.span.start].strip() if before else None
            start = before[0] if before and not before[1].office else name.span.start
            whole = Span(start, name.span.end)
            yield PlaceMention(name.span, whole, known.place, trigger, "one-letter-off", CONFIDENCE)


def overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Say whether a span shares a character with one of others, which are in order and lie apart."""
    index = bisect_left(others, span.end, key=lambda other: other.start)
    return index > 0 and others[index - 1].overlaps(span)


def nearest(folded: str, countries: Iterable[str], places: Gazetteer) -> Known | None:
    """Give the only known town of the countries whose usual name is one edit away, or None."""
    if len(folded) < SHORTEST or folded in places.names:
        return None
    found = {
        candidate.known.place.id: candidate.known
        for name in edits(folded, _known_letters(folded, places))
        if name in places.names
        for candidate in places.candidates(name)
        if candidate.main
        and candidate.known.place.country in countries
        and candidate.known.prominence >= KNOWN_TOWN
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _known_letters(folded: str, places: Gazetteer) -> int:
    """Give how many of the first letters some name begins with; a slip is no farther behind."""
    for length in range(1, len(folded) + 1):
        if next(places.names.iterkeys(folded[:length]), None) is None:
            return length - 1
    return len(folded)


def edits(word: str, last: int) -> set[str]:
    """Give all words that one letter more, less, other, or swapped with the next makes.

    The edit is at the beginning, or behind up to `last` letters.
    """
    cuts = [(word[:i], word[i:]) for i in range(last + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    more = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return (less | swapped | other | more) - {word}


def _suspects(
    text: str, countries: Sequence[tuple[Span, str]], words: Lexicon
) -> Iterator[tuple[NameMatch, str | None]]:
    """Give the unknown names behind a word for a level or before a country, with that country's code."""
    seen = set()
    for name in unknown_names(text, words):
        index = bisect_left(countries, name.span.end, key=lambda country: country[0].start)
        beside = None
        if index < len(countries) and joined(
            text[name.span.end : countries[index][0].start][: GAP + 1], words
        ):
            beside = countries[index][1]
        seen.add(name.span.start)
        yield name, beside
    for span, code in countries:
        found = BEFORE_COUNTRY.search(text, max(0, span.start - REACH), span.start)
        if found and found.start() not in seen:
            yield NameMatch(Span(*found.span()), found.group()), code
