"""What is true of a sentence, whatever is weighed in it: of which things it speaks, where it stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import kinds_in, plain
from cityrel.extraction.quotations import DIRECT
from cityrel.model import Span

EARLY = 2
"""Sentences that say what an article is about, and as many at its end."""


def sentence_flags(document: Document, index: int, groups: Sequence[str]) -> Iterator[str]:
    """Give the groups of phrases that a sentence has any of, whether of ties, and where it stands."""
    sentence = document.sentences[index]
    yield from (group for group in groups if document.cues_in(group, sentence))
    kinds = kinds_in(document, sentence)
    if kinds:
        yield "tie" if plain(kinds) else "cooperation"
    yield from _of_position(index, len(document.sentences))


def _of_position(index: int, sentences: int) -> Iterator[str]:
    if index == 0:
        yield "headline"
    if index <= EARLY:
        yield "early"
    if index >= sentences - EARLY:
        yield "late"


class Speech:
    """Where a text stands between quotation marks."""

    def __init__(self, text: str) -> None:
        """Find all that is quoted."""
        self._spans = [match.span() for match in DIRECT.finditer(text)]

    def holds(self, span: Span) -> bool:
        """Say whether a stretch of the text is quoted."""
        index = bisect_right(self._spans, span.start, key=lambda spoken: spoken[0]) - 1
        return index >= 0 and span.end <= self._spans[index][1]
