"""How plainly a sentence speaks of ties: by a kind of tie, by mere co-operation, or not at all."""

from collections.abc import Iterable

from cityrel.extraction.document import Document
from cityrel.extraction.modality import is_denied
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span

WEAK_KIND = "cooperation"
NO_KIND = "none"
"""The key of phrases that only look like a kind ("Sister Cities International")."""


def kinds_in(document: Document, span: Span) -> tuple[PhraseMatch, ...]:
    """Give the words for kinds of ties inside a span that nothing denies."""
    cues = (cue for cue in document.cues_in("kind", span) if cue.key != NO_KIND)
    return tuple(cue for cue in cues if not is_denied(document, cue))


def plain(kinds: Iterable[PhraseMatch]) -> tuple[PhraseMatch, ...]:
    """Give the kinds that are more than co-operation."""
    return tuple(kind for kind in kinds if kind.key != WEAK_KIND)


def cue_weight(document: Document, sentence: Span) -> float:
    """How plainly a sentence speaks of ties: 2 by a kind of its own, 1 by co-operation or a stage, else 0."""
    kinds = kinds_in(document, sentence)
    if plain(kinds):
        return 2.0
    return 1.0 if kinds or document.cues_in("stage", sentence) else 0.0
