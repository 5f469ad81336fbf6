"""How texts are known again: a signature by which near-copies are found without keeping the texts.

Two texts are compared by the share of runs of three words that they have in common, the Jaccard index of
their shingles (A. Z. Broder, "On the resemblance and containment of documents", 1997). A MinHash signature
estimates it. Of each of its values six bits are kept, one letter each, which is enough where the signature is
this long (P. Li and A. C. König, "b-Bit Minwise Hashing", 2010). Bands are hashes of three values: texts that
share one are worth comparing, and others need not be looked at (locality-sensitive hashing; J. Leskovec, A.
Rajaraman and J. D. Ullman, "Mining of Massive Datasets", chapter 3).

The comparison itself is done where the graphs are, by `queries/derive/02-copies.ru`, so that it comes out the
same in every store and in whatever order articles arrive.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_lowercase, ascii_uppercase, digits

from rensa import RMinHash

RUN = 3
"""Words in a shingle. A changed word spoils three; runs of two also meet in texts that are no copies."""

VALUES = 128
"""Values, and letters, of a signature: two signatures tell a Jaccard index to within 0.04 (one deviation)."""

BANDS = 42
"""Bands of a signature: texts with a Jaccard index of 0.4 share one in 94 of 100 cases, with 0.1 in 4."""

ROWS = 3
"""Values that a band puts together."""

COPY = 44
"""Equal letters from which on two texts are copies: a Jaccard index of a third.

A text that keeps the first half of another has one half; with a headline of its own and as many new lines as
that half again it still has a third. Of 140 different articles on city partnerships in eight languages, some
of them on one event, no two reach 0.02, and none 12 letters. An excerpt of less than a third, and an article
that wraps a release into twice as many words of its own, count as texts of their own.
"""

SEED = 1
LETTERS = ascii_uppercase + ascii_lowercase + digits + "-_"
"""What six bits may become: the letters of base64 for addresses (RFC 4648, section 5)."""

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in Chinese and Japanese, which set no spaces, each character."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a text to know its copies: `VALUES` letters, and `BANDS` keys to look them up by."""

    letters: str
    bands: tuple[str, ...]


def signature(text: str) -> Signature | None:
    """Give the signature of a text, None where it has no word. Case and punctuation make no difference."""
    shingles = _shingles(_words(text))
    if not shingles:
        return None
    sketch = RMinHash(num_perm=VALUES, seed=SEED)
    sketch.update(shingles)
    values = sketch.digest()
    return Signature("".join(LETTERS[value % 64] for value in values), tuple(_bands(values)))


def is_copy(one: Signature, other: Signature) -> bool:
    """Say whether two signatures are of copies: they share a band and `COPY` letters."""
    shared = not set(one.bands).isdisjoint(other.bands)
    return shared and sum(a == b for a, b in zip(one.letters, other.letters, strict=True)) >= COPY


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(words: Sequence[str]) -> list[str]:
    """Give all runs of words, in order and each once; a text shorter than a run is a run itself."""
    last = max(len(words) - RUN, 0)
    return sorted({" ".join(words[start : start + RUN]) for start in range(last + 1)} - {""})


def _bands(values: Sequence[int]) -> list[str]:
    """Give the keys of the bands: the number of each, since a value means something in its place only."""
    starts = range(0, BANDS * ROWS, ROWS)
    return [f"{number:02}-{_key(values[start : start + ROWS])}" for number, start in enumerate(starts)]


def _key(values: Sequence[int]) -> str:
    return sha256(" ".join(map(str, values)).encode("ascii")).hexdigest()[:8]
