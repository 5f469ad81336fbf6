"""Titles that are made of what they deal with and a common word: "tourism chief", "County Architect"."""

import re
from collections.abc import Iterator

from cityrel.extraction.people_lexicon import Meaning
from cityrel.extraction.people_marks import Marks
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span

HEADS = ("head_of_department", "head_of_institution", "chief_executive")
"""Roles of those who head what a title refers to ("its head")."""

WIDENED = (
    "officer",
    "director",
    "manager",
    "minister",
    "deputy_minister",
    "head_of_department",
    "deputy_director",
)
"""Roles of which the unit may stand in front of the title."""

LONGEST = 6
"""Words of the longest name of a unit in front of such a word."""

LONGEST_PLACE = 3
"""Words of the longest place that no gazetteer knows."""

SHORT = re.compile(r"[ \t\xa0]*\([A-Z][\w.&-]{1,11}\)[ \t\xa0]*\Z")
LONGEST_SHORT = 20


def widened(marks: Marks, title: PhraseMatch) -> PhraseMatch:
    """Give a title with the name of the unit in front of it ("Utilities director")."""
    meaning = marks.lexicon.titles[title.key]
    roles = (meaning.whole, meaning.unit)
    if not marks.document.pack.roles.place_before or not any(role in WIDENED for role in roles):
        return title
    start = _unit_start(marks, title.start)
    return title._replace(start=start) if start is not None else title


def compounds(marks: Marks) -> Iterator[PhraseMatch]:
    """Give the titles of a document that are made so, each from the first word of its unit."""
    taken = {offset for title in marks.all("title") for offset in range(title.start, title.end)}
    for noun in marks.all("compound"):
        if noun.start not in taken and (start := _start(marks, noun)) is not None:
            yield noun._replace(start=start)


def meaning_of(marks: Marks, match: PhraseMatch) -> Meaning:
    """Give what a title stands for."""
    if match.group == "compound":
        return Meaning(whole=marks.lexicon.compounds[match.key])
    return marks.lexicon.titles[match.key]


def _start(marks: Marks, noun: PhraseMatch) -> int | None:
    """Give where the name of the unit in front of a word begins, or None where there is none."""
    start = _unit_start(marks, noun.start)
    if start is not None:
        return start
    heads = marks.lexicon.compounds[noun.key] in HEADS
    refers = heads and marks.ending("referring", marks.before_blanks(noun.start)) is not None
    return noun.start if refers or _behind_body(marks, noun.start) else None


def _unit_start(marks: Marks, offset: int) -> int | None:
    """Give where the name of a unit begins that ends right before an offset."""
    start = offset
    for _ in range(LONGEST):
        word = marks.document.word_before(start)
        if word is None or not _belongs(marks, word.end, start, word.text, word.start):
            break
        start = word.start
    return start if start < offset and not _is_joint(marks.text[start:offset].split()[0]) else None


def _belongs(marks: Marks, end: int, start: int, word: str, begin: int) -> bool:
    """Say whether a word goes on the name of a unit to the left."""
    if marks.text[end:start].strip() not in ("", "&", "-"):
        return False
    if _is_joint(word):
        before = marks.document.word_before(begin)
        return before is not None and marks.lexicon.is_field(before.text)
    return marks.lexicon.is_field(word) or word in marks.lexicon.levels


def _is_joint(word: str) -> bool:
    return word.casefold() in ("and", "&")


def _behind_body(marks: Marks, offset: int) -> bool:
    """Say whether the name of a body ends right before an offset, or its short form in brackets."""
    short = SHORT.search(marks.text, max(0, offset - LONGEST_SHORT), offset)
    end = marks.before_blanks(short.start() if short else offset)
    tail = marks.ending("tail", end)
    return tail is not None and marks.text[tail.start].isupper()


def unknown_before(marks: Marks, start: int) -> Span | None:
    """Give the words with a capital before a title in small letters: a place that no gazetteer knows."""
    if not marks.text[start : start + 1].islower():
        return None
    first, end = start, marks.before_blanks(start)
    for _ in range(LONGEST_PLACE):
        word = marks.document.word_before(first)
        if word is None or marks.text[word.end : first].strip(" \t\xa0-"):
            break
        if not marks.text[word.start].isupper() or marks.begins_other(word.start):
            break
        first = word.start
    return Span(first, end) if first < end and _is_place_name(marks, first, end) else None


def _is_place_name(marks: Marks, start: int, end: int) -> bool:
    """Say whether words behind an article, inside a sentence, can only be the name of a place."""
    before = marks.document.word_before(start)
    if before is None or marks.document.sentence_at(start).start >= start:
        return False
    words = [word.text for word in marks.document.words_in(Span(start, end))]
    if any(word in marks.lexicon.parties for word in words):
        return False
    if any(marks.lexicon.is_never_name(word) and word not in marks.lexicon.levels for word in words):
        return False
    return before.text in ("the", "and", "by") and before.text not in words
