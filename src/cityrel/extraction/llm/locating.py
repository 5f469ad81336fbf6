"""Finding words in a text that somebody claims to have copied from it.

White space, the form of quotation marks and dashes, capitals, and how accents are encoded make no
difference. Where a passage is still not found, a slip of one letter in a long word is forgiven, rarely: the
words must be the same in number and order, so that no "not" can come or go and no figure change. What is
given is always a span of the text itself.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cityrel.model import Span

WORD = re.compile(r"\w+")
MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞「」『』", '"'),
        **dict.fromkeys("‘’‚‛`´′‹›ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")

WITH_SPACES = 0x2E80
"""The scripts that put spaces between words lie before this code point, those of East Asia behind it."""

ALIKE = 90.0
"""Likeness in per cent from which a passage is looked at word by word (`rapidfuzz`'s partial ratio)."""

FEWEST_WORDS = 4
"""Words of the shortest passage in which a slip is forgiven."""

LONG_WORD = 8
"""Letters of a word that one wrong letter does not make another word."""

WORDS_A_SLIP = 8
"""Words among which one slip is forgiven."""

LONGEST = 1_500
"""Characters of the longest passage that is looked for."""

EXACT, WITH_SLIPS = 1.0, 0.85
"""How well a passage was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand, and how well they agree (0 to 1)."""

    span: Span
    likeness: float


@dataclass(frozen=True)
class Locator:
    """Finds words in one text."""

    text: str

    def find(self, passage: str) -> Found | None:
        """Give where a passage stands for the first time, or None."""
        span = next(self.all(passage), None)
        if span is not None:
            return Found(span, EXACT)
        return self._with_slips(_plain(passage)) if len(passage) <= LONGEST else None

    def all(self, words: str) -> Iterator[Span]:
        """Give all places where words stand as a whole, in order."""
        wanted = _plain(words)
        if not WORD.search(wanted) or len(words) > LONGEST:
            return
        start = self._folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if not (_is_cut(self._folded, start) or _is_cut(self._folded, end)):
                yield self._span(start, end)
            start = self._folded.find(wanted, start + 1)

    def _with_slips(self, wanted: str) -> Found | None:
        from rapidfuzz import fuzz

        words = WORD.findall(wanted)
        if len(words) < FEWEST_WORDS or len(wanted) > len(self._folded):
            return None
        near = fuzz.partial_ratio_alignment(wanted, self._folded, score_cutoff=ALIKE)
        if near is None:
            return None
        for first, last in self._windows(near.dest_start, near.dest_end, len(words)):
            if _same(words, [self._folded[word.start : word.end] for word in self._words[first:last]]):
                span = self._span(self._words[first].start, self._words[last - 1].end)
                return Found(span, WITH_SLIPS)
        return None

    def _windows(self, start: int, end: int, number: int) -> Iterator[tuple[int, int]]:
        """Give the runs of a number of words that begin about where a stretch of the folded text does."""
        first = bisect_left(self._words, start, key=lambda word: word.start)
        for begin in range(max(0, first - 1), first + 2):
            if begin + number <= len(self._words) and self._words[begin].start < end:
                yield begin, begin + number

    def _span(self, start: int, end: int) -> Span:
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    @cached_property
    def _words(self) -> tuple[Span, ...]:
        return tuple(Span(m.start(), m.end()) for m in WORD.finditer(self._folded))

    @cached_property
    def _fold(self) -> tuple[str, list[int]]:
        """Give the text in its plain form, and for each character of that the offset it comes from."""
        letters: list[str] = []
        offsets: list[int] = []
        for offset, letter in enumerate(self.text):
            for plain in _plain_letter(letter):
                if plain == " " and letters[-1:] == [" "]:
                    continue
                letters.append(plain)
                offsets.append(offset)
        return "".join(letters), offsets

    @property
    def _folded(self) -> str:
        return self._fold[0]

    @property
    def _offsets(self) -> list[int]:
        return self._fold[1]


def _plain(words: str) -> str:
    """Give words in the plain form, without what stands around them: blanks, quotation marks."""
    return " ".join("".join(map(_plain_letter, words)).split()).strip("\"' ")


@lru_cache(maxsize=4_096)
def _plain_letter(letter: str) -> str:
    """Give the plain form of a character: none, one or several."""
    if letter in INVISIBLE:
        return ""
    if letter.isspace():
        return " "
    return unicodedata.normalize("NFKD", letter.translate(MARKS)).lower()


def _is_cut(text: str, offset: int) -> bool:
    """Say whether an offset lies inside a word of a script that has spaces."""
    around = text[max(0, offset - 1) : offset + 1]
    return 0 < offset < len(text) and all(c.isalnum() and ord(c) < WITH_SPACES for c in around)


def _same(wanted: list[str], found: list[str]) -> bool:
    """Say whether words are the same, up to a few slips."""
    from rapidfuzz.distance import OSA

    differing = [(a, b) for a, b in zip(wanted, found, strict=True) if a != b]
    slips = all(
        min(len(a), len(b)) >= LONG_WORD and a.isalpha() and b.isalpha() and OSA.distance(a, b) == 1
        for a, b in differing
    )
    return slips and len(differing) <= max(1, len(wanted) // WORDS_A_SLIP)
