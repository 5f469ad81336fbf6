"""The titles of a document, each with its role, its qualifier and its tail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_tails import Tail, TailReader
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Qualifier, Span


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text.

    `span` is the title as written with its unit, `whole` also has qualifier and tail. `before` is a place
    in front of it ("Darwin mayor"). A `plural` belongs to several names; `elliptic` is the role's deputy
    whose office the title before names.
    """

    span: Span
    whole: Span
    role: str
    qualifier: Qualifier | None
    tail: Tail
    before: Span | None = None
    plural: bool = False
    elliptic: "Title | None" = None


def find_titles(marks: Marks, tails: TailReader) -> tuple[Title, ...]:
    """Give the titles of a document, in order; one that is part of another's tail is none of its own."""
    found: list[Title] = []
    for match in marks.titles():
        if found and match.start < found[-1].whole.end:
            continue
        title = _title(marks, tails, match, found[-1] if found else None)
        if title is not None:
            found.append(title)
    return tuple(found)


def _title(marks: Marks, tails: TailReader, match: PhraseMatch, previous: Title | None) -> Title | None:
    if _is_possessive(marks.text, match.end):
        return None
    meaning = marks.lexicon.titles[match.key]
    if meaning.deputy:
        return _deputy(marks, match, previous)
    tail = tails.read(match.end, takes_unit=meaning.unit is not None)
    role = (meaning.unit or meaning.whole) if tail.unit else (meaning.whole or meaning.unit)
    qualifier, start = _qualifier(marks, match.start, tail.end)
    return Title(
        span=Span(match.start, tail.title_end),
        whole=Span(start, tail.end),
        role=role or "other",
        qualifier=qualifier,
        tail=tail,
        before=_place_before(marks, start),
        plural=meaning.plural,
    )


def _is_possessive(text: str, end: int) -> bool:
    """Say whether something of the office is spoken of ("the mayor's parlour")."""
    return text[end : end + 2] in ("'s", "’s") or text[end : end + 1] == "@"


def _deputy(marks: Marks, match: PhraseMatch, previous: Title | None) -> Title | None:
    role = marks.document.pack.roles.deputy_roles.get(previous.role) if previous else None
    if role is None:
        return None
    span = Span(match.start, match.end)
    return Title(span, span, role, None, Tail(match.end, match.end), elliptic=previous)


def _qualifier(marks: Marks, start: int, end: int) -> tuple[Qualifier | None, int]:
    """Give the qualifier before or behind a title, and where the title begins with it."""
    for before in _qualifiers_before(marks, start):
        return cast("Qualifier", before.key), before.start
    behind = marks.at("after", marks.skip_blanks(end))
    return (cast("Qualifier", behind.key) if behind else None), start


def _qualifiers_before(marks: Marks, start: int) -> Iterator[PhraseMatch]:
    end = marks.before_blanks(start)
    while end and marks.text[end - 1] in "-.":
        end -= 1
    match = marks.ending("before", end)
    if match is not None:
        yield match


def _place_before(marks: Marks, start: int) -> Span | None:
    """Give the place in front of a title, where the language puts it there."""
    if not marks.document.pack.roles.place_before:
        return None
    end = marks.before_blanks(start)
    place = marks.place_ending(end) or marks.place_ending(_without_ending(marks, end))
    if place is None or not marks.text[place.start].isupper():
        return None
    return place


def _without_ending(marks: Marks, end: int) -> int:
    """Step back over "'s" or a word for the kind of place ("Chihuahua City Mayor")."""
    if marks.text[max(0, end - 2) : end] in ("'s", "’s"):
        return end - 2
    word = marks.ending("place", end)
    return marks.before_blanks(word.start) if word else end
