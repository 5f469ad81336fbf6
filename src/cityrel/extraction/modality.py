"""Whether words tell something as a fact, a plan, a hope, or deny it."""

from cityrel.extraction.document import Document
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Modality, Span

CLAUSE_MARKS = (",", ";", ":", "(", ")", "“", "”", '"', "–", "—")
HOPE_REACH, PLAN_REACH, DENIAL_REACH, REFUSAL_REACH = 16, 7, 4, 10
"""Words before a cue within which a hope, a plan, a "not", or a "turned down" still governs it."""

ENDS = ("ended", "suspended", "lapsed")
"""Stages whose refusal leaves a tie standing."""


def modality(document: Document, cue: PhraseMatch) -> Modality:
    """Say how a cue is told: by a hope before it in its sentence, a plan in its clause, a "not" beside it."""
    sentence = document.sentence_at(cue.start).start
    clause = _clause_start(document.text, sentence, cue.start)
    reach = {
        "denied": (clause, DENIAL_REACH),
        "refused": (clause, REFUSAL_REACH),
        "hoped": (sentence, HOPE_REACH),
        "planned": (clause, PLAN_REACH),
    }
    before = document.cues_in("modality", Span(sentence, cue.start))
    for key, (start, words) in reach.items():
        if any(
            match.key == key and match.start >= start and cue.first - match.last <= words for match in before
        ):
            return "denied" if key == "refused" else key  # type: ignore[return-value]
    sentences = document.cues_in("modality", document.sentence_at(cue.start))
    return "planned" if any(match.key == "future" for match in sentences) else "stated"


def _clause_start(text: str, start: int, end: int) -> int:
    return max(start, *[text.rfind(mark, start, end) for mark in CLAUSE_MARKS])


def is_denied(document: Document, cue: PhraseMatch) -> bool:
    """Say whether a "not" governs a cue itself, or a refusal all that it stands in."""
    sentence = document.sentence_at(cue.start)
    before = document.cues_in("modality", Span(sentence.start, cue.start))
    return any(_governs(document, match, cue) for match in before)


def _governs(document: Document, match: PhraseMatch, cue: PhraseMatch) -> bool:
    """Say whether a denial reaches a cue: a "not" past no word for a stage, a refusal past all but an end."""
    between = Span(match.end, cue.start)
    stages = [stage.key for stage in document.cues_in("stage", between) if stage.end <= cue.start]
    distance = cue.first - match.last
    if match.key == "refused":
        is_one_clause = _clause_start(document.text, match.end, cue.start) == match.end
        return is_one_clause and distance <= REFUSAL_REACH and not any(stage in ENDS for stage in stages)
    return match.key == "denied" and 0 < distance <= DENIAL_REACH and not stages
