"""How texts are known again: bands of a signature by which near-copies are found without keeping the texts.

Two texts are compared by the share of runs of three words that they have in common, the Jaccard index of
their shingles (A. Z. Broder, "On the resemblance and containment of documents", 1997). Two values of a
MinHash signature make a band; texts with a Jaccard index of J share the square of J of their bands. So the
number of shared bands estimates the index, and looking bands up finds the texts worth counting at all
(locality-sensitive hashing; J. Leskovec, A. Rajaraman and J. D. Ullman, "Mining of Massive Datasets",
chapter 3).

The counting is done where the graphs are, by `queries/derive/02-alike.ru`, so that it comes out the same in
every store and in whatever order articles arrive.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256

from rensa import RMinHash

RUN = 3
"""Words in a shingle. A changed word spoils three; runs of two also meet in texts that are no copies."""

BANDS = 48
"""Bands of a signature. More would tell a Jaccard index more exactly, and every article's graph larger."""

ROWS = 2
"""Values in a band. With one, texts that share a stock phrase would meet all the time."""

COPY = 5
"""Shared bands from which on two texts are copies: a Jaccard index of about a third.

It finds 99 of 100 copies with an index of 0.5 (the first half of a text and nothing else), 89 with 0.4, 4
with 0.2 and 1 of 10,000 with 0.1: the binomial distribution. Of 140 different articles on city partnerships
in eight languages, some of them on one event, no two reach 0.02. An excerpt of less than a third of a text,
and an article that wraps a release into twice as many words of its own, count as texts of their own.
"""

SEED = 1
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in Chinese and Japanese, which set no spaces, each character."""


def bands(text: str) -> tuple[str, ...]:
    """Give the bands of a text's signature, none where it has no word. Case and punctuation do not matter."""
    shingles = _shingles(_words(text))
    if not shingles:
        return ()
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(shingles)
    return tuple(_keys(sketch.digest()))


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(words: Sequence[str]) -> list[str]:
    """Give all runs of words, in order and each once; a text shorter than a run is a run itself."""
    last = max(len(words) - RUN, 0)
    return sorted({" ".join(words[start : start + RUN]) for start in range(last + 1)} - {""})


def _keys(values: Sequence[int]) -> Iterator[str]:
    """Give the key of each band with its number, for values mean something in their own place only."""
    for number in range(BANDS):
        yield f"{number:02}-{_digest(values[number * ROWS : (number + 1) * ROWS])}"


def _digest(values: Sequence[int]) -> str:
    return sha256(" ".join(map(str, values)).encode("ascii")).hexdigest()[:8]
