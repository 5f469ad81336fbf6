"""Whether words tell something as a fact, a plan, a hope, or deny it."""

from cityrel.extraction.document import Document
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Modality, Span

CLAUSE_MARKS = (",", ";", ":", "(", ")", "“", "”", '"', "–", "—")
HOPE_REACH, PLAN_REACH, DENIAL_REACH = 16, 7, 4
"""Words before a cue within which a hope, a plan or a "not" still governs it."""


def modality(document: Document, cue: PhraseMatch) -> Modality:
    """Say how a cue is told: by a hope before it in its sentence, a plan in its clause, a "not" beside it."""
    sentence = document.sentence_at(cue.start).start
    clause = _clause_start(document.text, sentence, cue.start)
    reach = {
        "denied": (clause, DENIAL_REACH),
        "hoped": (sentence, HOPE_REACH),
        "planned": (clause, PLAN_REACH),
    }
    before = document.cues_in("modality", Span(sentence, cue.start))
    for key, (start, words) in reach.items():
        if any(
            match.key == key and match.start >= start and cue.first - match.last <= words for match in before
        ):
            return key  # type: ignore[return-value]
    sentences = document.cues_in("modality", document.sentence_at(cue.start))
    return "planned" if any(match.key == "future" for match in sentences) else "stated"


def _clause_start(text: str, start: int, end: int) -> int:
    return max(start, *[text.rfind(mark, start, end) for mark in CLAUSE_MARKS])


def is_denied(document: Document, cue: PhraseMatch) -> bool:
    """Say whether a "not" governs a cue itself, and no verb for a stage that stands between them."""
    sentence = document.sentence_at(cue.start)
    stages = document.cues_in("stage", Span(sentence.start, cue.start))
    return any(
        match.key == "denied"
        and 0 < cue.first - match.last <= DENIAL_REACH
        and not any(match.end <= stage.start and stage.end <= cue.start for stage in stages)
        for match in document.cues_in("modality", Span(sentence.start, cue.start))
    )
