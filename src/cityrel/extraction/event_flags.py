"""What is true of the words that tell of an event, and of the sentences where they stand.

Counted once for all gatherings of an article, so that extraction stays linear in its length.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.gatherings import SURE, Gathering, Telling
from cityrel.extraction.sentence_flags import Speech, sentence_flags
from cityrel.model import Span
from cityrel.places import PlaceMention

BESIDE = (
    "stage",
    "instrument",
    "attended",
    "speech",
    "founding",
    "reference",
    "virtual",
    "facilitated",
    "order",
)
"""Groups of phrases whose company tells how a sentence speaks of an event."""

PLACE_REACH = 60
"""Characters after the word for an event in which its place is named."""

CLOSE = 40
"""Characters within which a date stands close to the word for an event."""


class Setting:
    """An article as the ground on which its gatherings stand."""

    def __init__(
        self,
        document: Document,
        gatherings: Sequence[Gathering],
        people: Sequence[Span],
        places: Sequence[PlaceMention],
    ) -> None:
        """Count what all gatherings share; `people` and `places` are where the article names them."""
        self.document = document
        tellings = [telling for gathering in gatherings for telling in gathering.tellings]
        self.told = Counter(telling.kind for telling in tellings)
        self.sure = Counter(telling.kind for telling in tellings if telling.manner in SURE)
        self._ranks = _ranks(gatherings)
        self._people = Counter(document.sentence_index(span.start) for span in people)
        self._places: dict[int, list[PlaceMention]] = {}
        for mention in places:
            self._places.setdefault(document.sentence_index(mention.span.start), []).append(mention)
        self._speech = Speech(document.text)
        self._flags: dict[int, frozenset[str]] = {}

    def rank(self, gathering: Gathering) -> int:
        """Give how many gatherings of its type are told of more."""
        return self._ranks[gathering]

    def flags(self, telling: Telling) -> frozenset[str]:
        """Give what is true of a telling and of the sentence where it stands."""
        index = telling.sentence
        if index not in self._flags:
            self._flags[index] = frozenset(self._of_sentence(index))
        return self._flags[index] | frozenset(self._of_telling(telling))

    def _of_telling(self, telling: Telling) -> Iterator[str]:
        yield telling.modality
        if telling.date is not None:
            close = abs(telling.date.span.start - telling.cue.end) < CLOSE
            yield "dated"
            yield "dated-closely" if close else "dated-far"
        yield from self._of_place(telling)
        if self._speech.holds(Span(telling.cue.start, telling.cue.end)):
            yield "spoken"
        if self.document.text[telling.cue.start].isupper():
            yield "capital"

    def _of_place(self, telling: Telling) -> Iterator[str]:
        """Say whether a place soon after a telling is the scene, or where somebody comes from or goes to."""
        scene = self.document.pack.ties.scene
        for mention in self._places_behind(telling):
            before = self.document.word_before(mention.whole.start)
            if before:
                if before.text in scene.get("at", ()):
                    yield "held"
                elif before.text in scene.get("words", ()):
                    yield "away"

    def _places_behind(self, telling: Telling) -> Sequence[PlaceMention]:
        """Give the places that the sentence names soon after a telling; a sentence may name thousands."""
        places = self._places.get(telling.sentence, [])
        first = bisect_left(places, telling.cue.end, key=lambda mention: mention.whole.start)
        end = bisect_right(places, telling.cue.end + PLACE_REACH, key=lambda mention: mention.whole.start)
        return places[first:end]

    def _of_sentence(self, index: int) -> Iterator[str]:
        sentence = self.document.sentences[index]
        yield from sentence_flags(self.document, index, BESIDE)
        yield from (f"stage-{cue.key}" for cue in self.document.cues_in("stage", sentence))
        if self._places.get(index):
            yield "place"
        if self._people[index]:
            yield "person"
        if self._people[index] > 1:
            yield "persons"


def _ranks(gatherings: Sequence[Gathering]) -> dict[Gathering, int]:
    ranks: dict[Gathering, int] = {}
    seen: Counter[str] = Counter()
    for gathering in sorted(gatherings, key=lambda gathering: -len(gathering.tellings)):
        ranks[gathering] = seen[gathering.kind]
        seen[gathering.kind] += 1
    return ranks
