"""Finding names of the gazetteer in a text: one pass, whatever the number of names.

A name begins at a capital letter at the beginning of a word, and ends at the end of one. Of several names
with the same beginning the longest counts. In a name of several words the last one has a capital too,
unless a hyphen joins it ("Gyeongsangbuk-do").
"""

import re
from collections.abc import Iterator

from cityrel.languages import Pack
from cityrel.model import Span
from cityrel.places.folding import COMBINING, fold
from cityrel.places.gazetteer import Gazetteer, gazetteer
from cityrel.places.lexicon import Lexicon, lexicon
from cityrel.places.mention import NameMatch

LONGEST = 60
"""Characters of the longest name that is looked for."""

SMALL_WORD = 4
"""Letters of the longest word inside a name that may be without a capital ("de", "upon")."""

HYPHENS = "-\u2010\u2011"
JOINED_BEFORE = re.compile(r"(?<![^\W_])([A-Z][^\W_]*)[-\u2010\u2011]$")
JOINED_BEHIND = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")
SHORT_SYLLABLE = 2
"""Letters of a syllable in small letters that a hyphen joins to the name before it ("Lin-an")."""

OF = " of"

DOMAIN = re.compile(r"\.[a-z]{2,3}\b")
"""What makes the word before it the name of a site ("Sonora.ID")."""

WITH_CAPITALS = 0x2E80
"""The scripts that have capitals lie before this code point, those of East Asia behind it."""

_CAPITALS = "".join(letter for letter in map(chr, range(WITH_CAPITALS)) if letter.isupper())
START = re.compile(rf"[{re.escape(_CAPITALS)}](?:(?<![^\W_].)|(?<=(?<![^\W_])[eu].))")
"""A capital letter at the beginning of a word, or behind the prefix of a Nguni name ("eThekwini")."""


def match(text: str, pack: Pack) -> tuple[NameMatch, ...]:
    """Give the names in a text that some place bears, in order, none within another.

    The pack tells which names count only in capitals, and which words belong to a level, not to a name.
    Takes time in proportion to the length of the text.
    """
    kept = _kept(text)
    bare = text if kept is None else "".join(text[offset] for offset in kept[:-1])
    spans = _spans(bare, gazetteer(), lexicon(pack))
    if kept is not None:
        spans = ((kept[start], kept[end]) for start, end in spans)
    return tuple(NameMatch(Span(start, end), text[start:end]) for start, end in spans)


def _kept(text: str) -> list[int] | None:
    """Give the offsets of all but separate accents, and the text's length; None where there is none."""
    if not COMBINING.search(text):
        return None
    return [*(offset for offset, letter in enumerate(text) if not COMBINING.match(letter)), len(text)]


def _spans(text: str, places: Gazetteer, words: Lexicon) -> Iterator[tuple[int, int]]:
    folded = fold(text)
    done = 0
    for start in (found.start() for found in START.finditer(text)):
        if start < done:
            continue
        end = _longest(text, folded, start, places, words)
        level = _is_level(folded, start, end, words)
        if end and not level and not _begins_with_level(folded, start, end, places, words):
            done = end
            if not _is_bound(text, start, end, places, words):
                yield start, end


def _longest(text: str, folded: str, start: int, places: Gazetteer, words: Lexicon) -> int:
    """Give the end of the longest name that begins here, or 0."""
    for name in reversed(places.names.prefixes(folded[start : start + LONGEST])):
        end = start + len(name)
        if folded[end : end + 1].isalnum() or DOMAIN.match(folded, end) or not _has_capitals(text[start:end]):
            continue
        if name not in words.acronyms or text[start:end].isupper():
            return end
    return 0


def _is_level(folded: str, start: int, end: int, words: Lexicon) -> bool:
    """Say whether a name is a word for a level: "Kota", also a city of India, or "Canton" before "of"."""
    return folded[start:end] in words.before or folded[start : end + len(OF)] in words.of


def _is_bound(text: str, start: int, end: int, places: Gazetteer, words: Lexicon) -> bool:
    """Say whether a hyphen makes a name a part of another one ("Thornton-Joe", "Trans-Limpopo", "Lin-an")."""
    behind = JOINED_BEHIND.match(text, end) if text[end : end + 1] in HYPHENS else None
    if behind and _binds_behind(behind.group(1), words):
        return True
    before = (
        JOINED_BEFORE.search(text, max(0, start - LONGEST), start)
        if text[start - 1 : start] in HYPHENS
        else None
    )
    return before is not None and _binds_before(fold(before.group(1)), places, words)


def _binds_behind(word: str, words: Lexicon) -> bool:
    """Say whether a word behind a hyphen makes one name with what stands before it."""
    if word.islower():
        return len(word) <= SHORT_SYLLABLE and word not in words.first_after
    return fold(word) in words.persons


def _binds_before(word: str, places: Gazetteer, words: Lexicon) -> bool:
    """Say whether a word before a hyphen makes one name with what follows: a person's, or an unknown one."""
    return word in words.persons or not (word in places.names or word in words.ordinary)


def _has_capitals(written: str) -> bool:
    """Say whether the words of a name are written as a name's words are."""
    if " " not in written:
        return len(written) > 1
    inner = written.split(" ")[1:]
    return inner[-1][:1].isupper() and all(
        word[:1].isupper() or len(word) <= SMALL_WORD or not word[:1].isalpha() for word in inner[:-1]
    )


def _begins_with_level(folded: str, start: int, end: int, places: Gazetteer, words: Lexicon) -> bool:
    """Say whether a name is better read without its first word ("Kota Denpasar").

    That is so where the first word tells a level and the rest is a name too, unless the whole is the usual
    name of a place and the rest is not ("Kota Kinabalu").
    """
    first, space, rest = folded[start:end].partition(" ")
    if not space or first not in words.before:
        return False
    shorter = places.candidates(rest)
    whole = places.candidates(folded[start:end])
    return bool(shorter) and (any(name.main for name in shorter) or not any(name.main for name in whole))
