"""What a sentence without quotation marks tells of somebody: "according to A", "... said A", "A said ..."."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Person, Span

SHORTEST = 4
"""Words of the shortest quotation; fewer are a name or a term in quotation marks."""

NEAR = 60
"""Characters that a title may take up between a verb of saying and the name of the speaker."""

TITLE = 4
"""Words between a verb and a name that may be the title of the one who speaks."""

BEHIND = 6
"""Words behind the speaker's name with which a sentence still ends ("... on Monday")."""

COMMA = re.compile(r",[ \t\xa0]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A person where the text names him or her."""

    span: Span
    person: Person


def told_by(document: Document, cue: PhraseMatch, people: Sequence[Named]) -> tuple[PhraseMatch, Span] | None:
    """Give the verb or "according to" with the clause it reports, or None; `people` are in order."""
    sentence = document.sentence_at(cue.start)
    first = bisect_left(people, sentence.start, key=lambda named: named.span.start)
    last = bisect_left(people, sentence.end, key=lambda named: named.span.start)
    here = people[first:last]
    ways = (_sourced,) if cue.key == "source" else (_closing, _opening)
    clause = next((told for way in ways if (told := way(document, cue, here, sentence))), None)
    if clause is None:
        return None
    clause = trimmed(document.text, clause)
    return (cue, clause) if len(document.words_in(clause)) >= SHORTEST else None


def trimmed(text: str, span: Span) -> Span:
    """Leave out the blanks and marks around a clause."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip(" ,:"))
    end = span.end - (len(piece) - len(piece.rstrip(" .,")))
    return Span(min(start, end), end)


def _sourced(document: Document, cue: PhraseMatch, here: Sequence[Named], sentence: Span) -> Span | None:
    """Give what is said "according to A": what follows the comma behind the name, else what stands before."""
    named = next((one for one in here if 0 <= one.span.start - cue.end <= NEAR), None)
    if named is None:
        return None
    if document.words_in(Span(sentence.start, cue.start)):
        return Span(sentence.start, cue.start)
    comma = COMMA.search(document.text, named.span.end, sentence.end)
    return Span(comma.end(), sentence.end) if comma else None


def _closing(document: Document, cue: PhraseMatch, here: Sequence[Named], sentence: Span) -> Span | None:
    """Give what stands before ", said A" or ", A said" at the end of a sentence."""
    before = next((one for one in reversed(here) if one.span.end <= cue.start), None)
    after = next((one for one in here if one.span.start >= cue.end), None)
    close = after is not None and after.span.start - cue.end <= NEAR and _ends_clause(document, cue.start)
    adjacent = before and not document.words_in(Span(before.span.end, cue.start))
    if adjacent and after and document.count_words(cue.end, after.span.start) > TITLE:
        close = False  # "the mayor, A, said so after he had met the mayor of C, B": it is A who said so
    if after and close and len(document.words_in(Span(after.span.end, sentence.end))) <= BEHIND:
        return Span(sentence.start, cue.start)
    closes = not document.words_in(Span(cue.end, sentence.end))
    if (
        before
        and adjacent
        and closes
        and (comma := document.text.rfind(",", sentence.start, before.span.start)) > 0
    ):
        return Span(sentence.start, comma)
    return None


def _opening(document: Document, cue: PhraseMatch, here: Sequence[Named], sentence: Span) -> Span | None:
    """Give what stands behind "A said" where its first word begins a clause ("A said the tie had ended")."""
    words = document.pack.speech.clause
    if document.text[cue.start : cue.end].casefold() not in words.get("verbs", ()):
        return None
    before = next((one for one in reversed(here) if one.span.end <= cue.start), None)
    if before is None or document.words_in(Span(before.span.end, cue.start)):
        return None
    first = next(iter(document.words_in(Span(cue.end, min(sentence.end, cue.end + NEAR)))), None)
    if first is None or first.text not in words.get("words", ()):
        return None
    return None if document.text[cue.end : first.start].strip() else Span(first.start, sentence.end)


def _ends_clause(document: Document, offset: int) -> bool:
    """Say whether a comma stands right before an offset."""
    return document.text[max(0, offset - 3) : offset].rstrip().endswith(",")
