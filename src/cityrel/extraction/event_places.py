"""Where an event was held: the place that its own words name, and no other of the sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.event_flags import PLACE_REACH
from cityrel.extraction.gatherings import SURE, Telling
from cityrel.model import Place
from cityrel.places import PlaceMention

MOST_PLACES = 6
"""Places that are looked at behind a word for an event."""

STOPS = frozenset(".;:!?()\n")
"""Marks that part an event from what follows."""


def event_place(
    document: Document, tellings: Sequence[Telling], places: Sequence[PlaceMention]
) -> Place | None:
    """Give the place of an event: soon after a word for it with "in" before; no country is a scene.

    Words that name the event outright are asked before those that only may tell of it.
    """
    for telling in sorted(tellings, key=lambda telling: telling.manner not in SURE):
        for mention in _behind(telling, places):
            if mention.place.level != "country" and _is_scene(document, telling, mention):
                return mention.place
    return None


def _behind(telling: Telling, places: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    first = bisect_left(places, telling.cue.end, key=lambda mention: mention.span.start)
    for mention in places[first : first + MOST_PLACES]:
        if mention.span.start > telling.cue.end + PLACE_REACH:
            return
        yield mention


def _is_scene(document: Document, telling: Telling, mention: PlaceMention) -> bool:
    gap = document.text[telling.cue.end : mention.whole.start]
    if not 0 <= mention.whole.start - telling.cue.end <= PLACE_REACH or set(gap) & STOPS:
        return False
    before = document.word_before(mention.whole.start)
    return bool(before and before.text in document.pack.ties.scene.get("at", ()))
