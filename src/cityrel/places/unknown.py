"""Names that a word for a level makes look like a place, and that stand for none we know."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cityrel.languages import Pack
from cityrel.model import Span
from cityrel.places.beside import words_before
from cityrel.places.folding import fold
from cityrel.places.lexicon import Lexicon, lexicon
from cityrel.places.matching import START
from cityrel.places.mention import NameMatch, PlaceMention

NAME = re.compile(r"[^\W\d_][\w'’]*(?:-\w+)*(?: [^\W\d_][\w'’]*(?:-\w+)*){0,2}")
WORD = re.compile(r"\S+")


def unresolved(
    text: str, pack: Pack, matches: Sequence[NameMatch], mentions: Sequence[PlaceMention]
) -> tuple[NameMatch, ...]:
    """Give the names behind a word for a level ("Kota X") that `resolve` has no place for, in order.

    `matches` and `mentions` are what `match` and `resolve` gave for the text.
    """
    known = {offset for mention in mentions for offset in range(mention.whole.start, mention.whole.end)}
    named = {match.span.start: match for match in matches}
    return tuple(
        named.get(name.span.start, name)
        for name in unknown_names(text, lexicon(pack))
        if known.isdisjoint(range(name.span.start, name.span.end))
    )


@lru_cache(maxsize=1)
def unknown_names(text: str, words: Lexicon) -> tuple[NameMatch, ...]:
    """Give what stands with capitals behind a word for a level: up to three words, none a common one.

    The last answer is kept: both the search for slips and that for unresolved names ask for it.
    """
    return tuple(_unknown_names(text, words))


def _unknown_names(text: str, words: Lexicon) -> Iterator[NameMatch]:
    done = 0
    for start in (found.start() for found in START.finditer(text)):
        if start < done:
            continue
        word = words_before(text, start, words)
        if word is None or word[1].level in (None, "country"):
            continue
        end = _end(text, start, words)
        if end:
            done = end
            yield NameMatch(Span(start, end), text[start:end])


def _end(text: str, start: int, words: Lexicon) -> int:
    """Give the end of the words with capitals that begin here, or 0."""
    found = NAME.match(text, start)
    end = 0
    for word in WORD.finditer(found.group() if found else ""):
        folded = fold(word.group())
        if not word.group()[0].isupper() or folded in words.never or folded in words.before:
            break
        end = start + word.end()
    return end
