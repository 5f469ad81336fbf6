"""The titles of a document, each with its role, its qualifier and its tail."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from cityrel.extraction.people_compounds import compounds, meaning_of, unknown_before, widened
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_places import is_country
from cityrel.extraction.people_tails import Tail, TailReader
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Qualifier, Span

CANDIDATE = "candidate"
"""The qualifier of those who do not hold the office."""

LONGEST_SHORT = 5
"""Letters of the longest word of a title that is written with a full stop."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text.

    `span` is the title as written with its unit, `whole` also has qualifier and tail. `before` is a place
    in front of it ("Darwin mayor"). A `plural` belongs to several names; `elliptic` is the role's deputy
    whose office the title before names; one that `refers` is of a place named before, and one `of_unit`
    is that of the unit it names.
    """

    span: Span
    whole: Span
    role: str
    qualifier: Qualifier | None
    tail: Tail
    before: Span | None = None
    plural: bool = False
    elliptic: "Title | None" = None
    refers: bool = False
    of_unit: bool = False

    @property
    def start(self) -> int:
        """Where the title begins with its qualifier and the place in front of it."""
        return min(self.whole.start, self.before.start) if self.before else self.whole.start


def find_titles(marks: Marks, tails: TailReader) -> tuple[Title, ...]:
    """Give the titles of a document, in order; one that is part of another's tail is none of its own."""
    found: list[Title] = []
    for match in sorted((*_whole_titles(marks), *compounds(marks)), key=lambda match: match.start):
        if found and match.start < found[-1].whole.end:
            continue
        title = _title(marks, tails, match, found[-1] if found else None)
        if title is not None and not _is_nested(marks, found, title):
            found.append(title)
        elif title is not None:
            found[-1] = _around(tails, found[-1], title)
    return tuple(found)


def _whole_titles(marks: Marks) -> Iterator[PhraseMatch]:
    """Give the titles as the pack has them, with the units in front of them."""
    return (widened(marks, title) for title in marks.titles())


def _title(marks: Marks, tails: TailReader, match: PhraseMatch, previous: Title | None) -> Title | None:
    if _is_possessive(marks.text, match.end) or _is_body(marks, match) or _is_rank(marks, match):
        return None
    meaning = meaning_of(marks, match)
    end = _with_stop(marks.text, match)
    if meaning.deputy:
        return _deputy(marks, match, previous)
    if meaning.counterpart:
        return _counterpart(marks, tails, match, previous)
    tail = tails.read(end, takes_unit=meaning.unit is not None)
    role = (meaning.unit or meaning.whole) if tail.unit else (meaning.whole or meaning.unit)
    qualifier, start = _qualifier(marks, match.start, tail.end)
    before = _place_before(marks, start)
    if before is not None and qualifier is None:
        qualifier, _ = _qualifier(marks, before.start, tail.end)
    if qualifier == CANDIDATE:
        return None
    return Title(
        span=Span(match.start, tail.title_end),
        whole=Span(start, tail.end),
        role=role or "other",
        qualifier=cast("Qualifier | None", qualifier),
        tail=tail,
        before=before,
        plural=meaning.plural,
        of_unit=tail.title_end > end,
        refers=meaning.refers or marks.ending("referring", marks.before_blanks(match.start)) is not None,
    )


def _is_nested(marks: Marks, found: list[Title], title: Title) -> bool:
    """Say whether a title belongs to the one just before it ("Staf Ahli Wali Kota")."""
    if not found or found[-1].elliptic or found[-1].plural or found[-1].qualifier or title.qualifier:
        return False
    beside = (
        0
        < title.whole.start - found[-1].whole.end
        == title.whole.start - marks.before_blanks(title.whole.start)
    )
    return beside and marks.lexicon.honorific.match(marks.text, title.span.start) is None


def _around(tails: TailReader, outer: Title, inner: Title) -> Title:
    """Give a title with the one inside it, and what the two go on with."""
    tail = tails.read(inner.span.end, takes_unit=True)
    return replace(
        outer,
        span=Span(outer.span.start, tail.title_end),
        whole=Span(outer.whole.start, tail.end),
        tail=tail,
    )


def _is_possessive(text: str, end: int) -> bool:
    """Say whether something of the office is spoken of ("the mayor's parlour")."""
    return text[end : end + 2] in ("'s", "’s") or text[end : end + 1] == "@"


def _counterpart(marks: Marks, tails: TailReader, match: PhraseMatch, previous: Title | None) -> Title | None:
    """Give the same office as the one before, at the place that follows."""
    if previous is None:
        return None
    tail = tails.read(match.end, takes_unit=False)
    span = Span(match.start, match.end)
    before = None if tail.places else _place_before(marks, match.start)
    return Title(span, Span(match.start, tail.end), previous.role, None, tail, before)


def _is_body(marks: Marks, match: PhraseMatch) -> bool:
    """Say whether a title is part of the name of a body ("Asian Mayors Forum")."""
    tail = marks.at("tail", marks.skip_blanks(match.end))
    if any(marks.ending(group, match.end) for group in ("link:tail", "link:of")):
        return False
    return tail is not None and marks.text[tail.start].isupper() and marks.text[match.start].isupper()


def _is_rank(marks: Marks, match: PhraseMatch) -> bool:
    """Say whether a title only begins a longer honorific ("Mayor Jenderal")."""
    honorific = marks.lexicon.honorific.match(marks.text, match.start)
    return honorific is not None and marks.before_blanks(honorific.end()) > match.end + 1


def _with_stop(text: str, match: PhraseMatch) -> int:
    """Add the full stop of a shortened title ("Gov.")."""
    last = text[match.start : match.end].replace(".", " ").split()[-1]
    return match.end + (len(last) <= LONGEST_SHORT and text[match.end : match.end + 1] == ".")


def _deputy(marks: Marks, match: PhraseMatch, previous: Title | None) -> Title | None:
    role = marks.document.pack.roles.deputy_roles.get(previous.role) if previous else None
    if role is None:
        return None
    span = Span(match.start, match.end)
    return Title(span, span, role, None, Tail(match.end, match.end), elliptic=previous)


def _qualifier(marks: Marks, start: int, end: int) -> tuple[str | None, int]:
    """Give the qualifier before or behind a title, and where the title begins with it."""
    before = _qualifier_before(marks, start)
    if before is not None:
        return before.key, before.start
    behind = marks.at("after", marks.skip_blanks(end))
    return (behind.key if behind else None), start


def _qualifier_before(marks: Marks, start: int) -> PhraseMatch | None:
    """Give the qualifier before a title, with a short form of it in brackets or without."""
    end = marks.before_blanks(start)
    while end and marks.text[end - 1] in "-.()":
        end -= 1
    match = marks.ending("before", end)
    if match is None or marks.text[match.start - 1 : match.start] != "(":
        return match
    return marks.ending("before", marks.before_blanks(match.start - 1)) or match


def _place_before(marks: Marks, start: int) -> Span | None:
    """Give the place in front of a title, where the language puts it there."""
    if not marks.document.pack.roles.place_before:
        return None
    end = marks.before_blanks(start)
    ends = (end, _without_ending(marks, end))
    found = [place for at in ends if (place := marks.place_ending(at)) and not _is_common(marks, place)]
    found = [
        place
        for place in found
        if marks.text[place.start : place.end].casefold() not in marks.lexicon.parties
    ]
    place = next((place for place in found if marks.is_surely_place(place)), next(iter(found), None))
    place = place or _adjective_before(marks, end) or unknown_before(marks, start)
    return place if place and marks.text[place.start].isupper() else None


def _is_common(marks: Marks, place: Span) -> bool:
    """Say whether the name of a place is a word for bodies ("the City Corporation mayor")."""
    written = marks.text[place.start : place.end]
    common = marks.lexicon.is_never_name(written.casefold()) and not is_country(written)
    return common and written.casefold() not in marks.sure_places


def _adjective_before(marks: Marks, end: int) -> Span | None:
    """Give the word for what belongs to a country ("the Chinese ambassador")."""
    word = marks.document.word_before(end)
    if word is None or word.end != end or word.text not in marks.lexicon.adjectives:
        return None
    return Span(word.start, word.end)


def _without_ending(marks: Marks, end: int) -> int:
    """Step back over "'s" or a word for the kind of place ("Chihuahua City Mayor")."""
    if marks.text[max(0, end - 2) : end] in ("'s", "’s"):
        return end - 2
    word = marks.ending("place", end)
    return marks.before_blanks(word.start) if word else end
