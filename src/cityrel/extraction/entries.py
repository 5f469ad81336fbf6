"""The entries of a list of partners: what stands in brackets behind a name is said of that one alone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.stages import Reading, readings

ENTRY = 60
"""Characters behind a name within which the bracket of its entry ends."""


def readings_of(
    document: Document, candidates: Sequence[Partner], pair: Pair, sentences: Iterable[int]
) -> tuple[Reading, ...]:
    """Give the stage cues of some sentences, but those that stand in the entry of another partner."""
    both = {pair.a.id, pair.b.id}
    found = ((reading, entry_of(document, candidates, reading)) for reading in readings(document, sentences))
    return tuple(reading for reading, place in found if place is None or place in both)


def entry_of(document: Document, candidates: Sequence[Partner], reading: Reading) -> str | None:
    """Give the id of the place in whose entry a stage cue stands: "Burgas (LoI 2011)"; None for most."""
    index = bisect_right(candidates, reading.span.start, key=lambda partner: partner.span.start) - 1
    if index < 0 or reading.span.start - candidates[index].span.end > ENTRY:
        return None
    between = document.text[candidates[index].span.end : reading.span.start]
    opened = "(" in between and ")" not in between and "\n" not in between
    return candidates[index].place.id if opened else None
