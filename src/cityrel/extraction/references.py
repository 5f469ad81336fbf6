"""Sentences that speak of partners without naming them: "the two cities", "kedua kota", "its counterpart".

Which are meant is told by what was named last: the two places of the sentence before, or the home and the
place abroad that was named last.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import cue_weight
from cityrel.extraction.partners import Partner
from cityrel.model import Place, Span

TWO = 2
MEANT = ("both", "other")
"""The keys of words that refer to two partners, and to one of them."""

Reference = tuple[int, Span, tuple[Place, Place], float]
"""The number of a sentence, the words that refer, the two places meant, and how plainly ties are told."""


def references(
    document: Document, candidates: Sequence[Partner], homes: Sequence[Place]
) -> Iterator[Reference]:
    """Give the sentences that refer to a pair of places named before, in order."""
    named = {
        index: _distinct(group) for index, group in groupby(candidates, key=lambda partner: partner.sentence)
    }
    actors = _actors(candidates)
    for index, sentence in enumerate(document.sentences):
        here = named.get(index, ())
        cue = next((cue for cue in document.cues_in("reference", sentence) if cue.key in MEANT), None)
        if cue is None or len(here) >= TWO:
            continue
        pair = _meant(index, named, homes) if cue.key == "both" else _other(index, actors, named, homes)
        if pair and pair[0] != pair[1]:
            yield index, Span(cue.start, cue.end), pair, cue_weight(document, index)


def _distinct(group: Iterator[Partner]) -> tuple[Place, ...]:
    """Give the places named, each once, those that are more than the scene first."""
    ranked = sorted(group, key=lambda partner: partner.scene)
    return tuple({partner.place.id: partner.place for partner in ranked}.values())


def _actors(candidates: Sequence[Partner]) -> dict[int, Place]:
    """Give, by the number of a sentence, the first place in it that is more than its scene."""
    found: dict[int, Place] = {}
    for one in candidates:
        if not one.scene:
            found.setdefault(one.sentence, one.place)
    return found


def _meant(
    index: int, named: Mapping[int, tuple[Place, ...]], homes: Sequence[Place]
) -> tuple[Place, Place] | None:
    """Give the two places that a sentence refers to."""
    for before in range(index, -1, -1):
        places = named.get(before, ())
        if len(places) == TWO:
            return places[0], places[1]
        abroad = [place for place in places if homes and place != homes[0]]
        if abroad and homes:
            return homes[0], abroad[-1]
    return (homes[0], homes[1]) if len(homes) == TWO else None


def _other(
    index: int, actors: Mapping[int, Place], named: Mapping[int, tuple[Place, ...]], homes: Sequence[Place]
) -> tuple[Place, Place] | None:
    """Give the place that a sentence is about, and the other one named last before: "that city"."""
    subject = actors.get(index) or next(iter(homes), None)
    if subject is None:
        return None
    for before in range(index - 1, -1, -1):
        others = [place for place in named.get(before, ()) if place != subject]
        if others:
            return subject, others[-1]
    return None
