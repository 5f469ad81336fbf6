"""Who says what: direct speech between quotation marks, and what is reported.

Reported is what follows "said that" or "A said", what stands before ", said A" or ", A said", and what is
told "according to A". The speaker is the person named beside the verb of saying; where only a pronoun stands
there ("paparnya", "he said"), it is the speaker before, or else the person named last. Where nothing tells
it, the speaker stays open.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.document import Document
from cityrel.extraction.modality import modality
from cityrel.extraction.quotations_reported import SHORTEST, Named, told_by, trimmed
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Modality, Person, Quotation, Span

__all__ = ["Named", "modality_of", "quotations"]

DIRECT = re.compile(r"[“”„«\"]([^“”„«»\"\n]{20,1500})[”“»\"]")
"""Quoted words on one line; newspapers open with the wrong mark often enough, and a title in quotation
marks is shorter than a sentence."""

AFTER = 12
"""Words after a quotation among which the verb of saying stands."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with the verb that brings it, and where in the text it stands."""

    span: Span
    verb: PhraseMatch | None
    direct: bool


def quotations(document: Document, people: Sequence[Named]) -> tuple[Quotation, ...]:
    """Give what is said, in order, with its speakers."""
    found: list[Quotation] = []
    speaker: Person | None = None
    people = sorted(people, key=lambda named: named.span.start)
    for said in sorted(_said(document, people), key=lambda said: said.span.start):
        named = _speaker(document, said, people)
        speaker = (named or speaker or _last_named(people, said.verb.start)) if said.verb else None
        found.append(_quotation(document, said, speaker))
    return tuple(found)


def modality_of(document: Document, span: Span) -> Modality:
    """Say whether words as a whole express a hope or a plan, whichever mark stands first, or deny a stage.

    Denied is a stage of which they tell nothing but that it is not so ("we have never signed this").
    """
    for cue in document.cues_in("modality", span):
        if cue.key in ("hoped", "planned"):
            return "hoped" if cue.key == "hoped" else "planned"
    told = {modality(document, cue) for cue in document.cues_in("stage", span) if cue.key != "none"}
    return "denied" if told == {"denied"} else "stated"


def _said(document: Document, people: Sequence[Named]) -> Iterator[_Said]:
    quoted: list[Span] = []
    told: set[int] = set()
    for match in DIRECT.finditer(document.text):
        span = Span(match.start(1), match.end(1))
        if len(document.words_in(span)) >= SHORTEST:
            quoted.append(Span(match.start(), match.end()))
            yield _Said(span, _verb_beside(document, quoted[-1]), direct=True)
            told |= {document.sentence_index(match.start()), document.sentence_index(match.end())}
    for cue in document.cues.get("speech", ()):
        index = document.sentence_index(cue.start)
        if cue.key == "that" and not any(cue.start in range(q.start, q.end) for q in quoted):
            yield from _reported(document, cue)
        elif cue.key != "that" and index not in told and (said := told_by(document, cue, people)):
            told.add(index)
            verb, clause = said
            yield _Said(clause, verb, direct=False)


def _reported(document: Document, conjunction: PhraseMatch) -> Iterator[_Said]:
    """Give the clause after "said that", where a verb of saying stands right before it."""
    sentence = document.sentence_at(conjunction.start)
    verbs = [
        cue for cue in document.cues_in("speech", Span(sentence.start, conjunction.start)) if _is_verb(cue)
    ]
    clause = trimmed(document.text, Span(conjunction.end, sentence.end))
    if verbs and verbs[-1].last + 1 == conjunction.first and len(document.words_in(clause)) >= SHORTEST:
        yield _Said(clause, verbs[-1], direct=False)


def _verb_beside(document: Document, quoted: Span) -> PhraseMatch | None:
    """Give the verb of saying after a quotation, or in the words that lead up to it."""
    after = _words_after(document, quoted.end)
    following = [cue for cue in document.cues_in("speech", after) if _is_verb(cue)]
    if following:
        return following[0]
    sentence = document.sentence_at(max(quoted.start - 1, 0))
    leading = document.cues_in("speech", Span(sentence.start, quoted.start))
    return next((cue for cue in reversed(leading) if _is_verb(cue)), None)


def _words_after(document: Document, offset: int) -> Span:
    line_end = document.text.find("\n", offset)
    words = document.words_in(Span(offset, line_end if line_end >= 0 else len(document.text)))[:AFTER]
    return Span(offset, words[-1].end if words else offset)


def _speaker(document: Document, said: _Said, people: Sequence[Named]) -> Person | None:
    """Give the person named in the sentence of the verb: after it rather than before."""
    if said.verb is None:
        return None
    sentence = document.sentence_at(said.verb.start)
    here = [
        named
        for named in people
        if sentence.start <= named.span.start < sentence.end and not said.span.overlaps(named.span)
    ]
    after = [named for named in here if named.span.start >= said.verb.end]
    before = [named for named in here if named.span.end <= said.verb.start]
    nearest = after[:1] or before[-1:] if said.direct else before[-1:] or after[:1]
    return nearest[0].person if nearest else None


def _last_named(people: Sequence[Named], offset: int) -> Person | None:
    """Give the person named last before an offset."""
    last = bisect_left(people, offset, key=lambda named: named.span.start) - 1
    return people[last].person if last >= 0 else None


def _quotation(document: Document, said: _Said, speaker: Person | None) -> Quotation:
    rule = "direct-speech" if said.direct else "reported-speech"
    confidence = (0.9 if said.direct else 0.8) - (0.0 if speaker else 0.2)
    return Quotation(
        speaker=speaker,
        text=document.text[said.span.start : said.span.end],
        direct=said.direct,
        modality=modality_of(document, said.span),
        evidence=(replace(document.evidence(said.span, rule), confidence=round(confidence, 2)),),
    )


def _is_verb(cue: PhraseMatch) -> bool:
    return cue.key in ("words", "source")
