"""How plainly a sentence speaks of ties: by a kind of tie, by mere co-operation, or not at all."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from cityrel.extraction.document import Document
from cityrel.extraction.modality import is_denied
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span

WEAK_KIND = "cooperation"
NO_KIND = "none"
"""The key of phrases that only look like a kind ("Sister Cities International")."""

GLUE = {"before": 5, "behind": 6}
"""Words that may part a name from the words for a kind before which, or behind which, it stands."""

LONGEST_ITEM = 12
"""Words of a line that may be an item of a list."""

STOPS = frozenset(".!?;")


def kinds_in(document: Document, span: Span) -> tuple[PhraseMatch, ...]:
    """Give the words for kinds of ties inside a span that nothing denies."""
    cues, starts = _standing(document)
    return cues[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


@lru_cache(maxsize=2)
def _standing(document: Document) -> tuple[tuple[PhraseMatch, ...], list[int]]:
    """Give all words for kinds of ties that nothing denies, with where each begins."""
    cues = (cue for cue in document.cues.get("kind", ()) if cue.key != NO_KIND)
    standing = tuple(cue for cue in cues if not is_denied(document, cue))
    return standing, [cue.start for cue in standing]


def plain(kinds: Iterable[PhraseMatch]) -> tuple[PhraseMatch, ...]:
    """Give the kinds that are more than co-operation."""
    return tuple(kind for kind in kinds if kind.key != WEAK_KIND)


PLAIN, WEAK, MEETING = 2.0, 1.0, 0.5


def cue_weight(document: Document, sentence: int) -> float:
    """Say how plainly the sentence of a number speaks of ties.

    PLAIN by a kind of its own, WEAK by co-operation, a stage or words that refer to ties, MEETING by a visit
    or something else that is held, else 0.
    """
    return _cue_weights(document)[sentence]


@lru_cache(maxsize=2)
def _cue_weights(document: Document) -> tuple[float, ...]:
    return tuple(_cue_weight(document, sentence) for sentence in document.sentences)


def _cue_weight(document: Document, sentence: Span) -> float:
    kinds = kinds_in(document, sentence)
    if plain(kinds):
        return PLAIN
    if kinds or document.cues_in("stage", sentence) or document.cues_in("reference", sentence):
        return WEAK
    return MEETING if document.cues_in("event", sentence) else 0.0


def is_glue(document: Document, gap: Span, side: str) -> bool:
    """Say whether the few words of a gap only join a name to the words for its tie on one side."""
    words = [word.text for word in document.words_in(gap)]
    if len(words) > GLUE[side] or set(document.text[gap.start : gap.end]) & STOPS:
        return False
    allowed = document.pack.ties.naming.get(side, ())
    return bool(allowed) and all(word in allowed for word in words)


def has_own(document: Document, gap: Span) -> bool:
    """Say whether "its", "a" or the like stands in a gap between a name and the words for a tie."""
    own = document.pack.ties.naming.get("own", ())
    return any(word.text in own for word in document.words_in(gap))


def _is_item(document: Document, sentence: Span) -> bool:
    """Say whether a sentence is a short line of its own, as those of a list are."""
    begins_line = not document.text[max(0, sentence.start - 1) : sentence.start].strip()
    return begins_line and len(document.words_in(sentence)) <= LONGEST_ITEM


def speaking(document: Document) -> tuple[Span, ...]:
    """Give the stretches that speak of ties by a kind of its own, to the end of the next sentence or list."""
    found: list[Span] = []
    listing = False
    for sentence, following in zip_longest(document.sentences, document.sentences[1:]):
        listing = bool(found) and (
            document.introduces(sentence) or (listing and _is_item(document, sentence))
        )
        if listing or plain(kinds_in(document, sentence)):
            start = found.pop().start if found and found[-1].end > sentence.start else sentence.start
            found.append(Span(start, (following or sentence).end))
    return tuple(found)
