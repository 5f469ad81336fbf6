"""The clauses of a sentence that are set against each other: "B is a twin, while ties with C ended"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cityrel.extraction.document import Document
from cityrel.extraction.order import beginning_in
from cityrel.extraction.partners import Partner
from cityrel.model import Span


def is_told_of_others(
    document: Document, candidates: Sequence[Partner], pair: frozenset[str], words: Span
) -> bool:
    """Say whether words stand in a clause about a third place, while one of the pair's is named in another.

    `pair` are the ids of the two; the candidates stand in order.
    """
    clauses = tuple(_clauses(document, document.sentence_at(words.start)))
    if len(clauses) == 1:
        return False
    named = {clause: _named(candidates, clause) for clause in clauses}
    own = next(clause for clause in clauses if clause.start <= words.start < clause.end)
    elsewhere = frozenset().union(*(named[clause] for clause in clauses if clause != own))
    return bool(named[own] - pair) and bool((pair - named[own]) & elsewhere)


def _clauses(document: Document, sentence: Span) -> Iterator[Span]:
    """Cut a sentence before each word like "while" and behind each semicolon."""
    contrasts = (cue.start for cue in document.cues_in("contrast", sentence))
    text = document.text[sentence.start : sentence.end]
    stops = (sentence.start + index + 1 for index, letter in enumerate(text[:-1]) if letter == ";")
    cuts = sorted({*contrasts, *stops} - {sentence.start})
    yield from (Span(start, end) for start, end in pairwise([sentence.start, *cuts, sentence.end]))


def _named(candidates: Sequence[Partner], clause: Span) -> frozenset[str]:
    """Give the ids of the places that a clause names as more than its scene."""
    here = beginning_in(candidates, clause.start, clause.end, _start)
    return frozenset(one.place.id for one in here if not one.scene)


def _start(partner: Partner) -> int:
    return partner.span.start
