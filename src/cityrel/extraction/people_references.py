"""Offices told of a person who is not named beside them: "He is president of ...", "Ketua Kadin Siak itu".

The person is the one named last. A title that somebody else holds is never read so.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_identity import Identity, plain
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import Name
from cityrel.extraction.people_titles import Title

REACH = 500
"""Characters back to the name of the one who is meant."""

RULE = "title-reference"


def add_references(marks: Marks, titles: Sequence[Title], persons: Sequence[Identity]) -> None:
    """Give the titles that a pronoun or a demonstrative joins to a person to the one named last."""
    taken = {one.title.span for identity in persons for one in identity.appointments}
    named = sorted(
        ((name.span.start, number, name) for number, one in enumerate(persons) for name in one.names),
        key=lambda entry: entry[:2],
    )
    starts = [start for start, _, _ in named]
    for title in _referring(marks, titles):
        index = bisect_left(starts, title.start) - 1
        if title.span in taken or index < 0 or title.start - starts[index] > REACH:
            continue
        _, number, name = named[index]
        if not _is_held(marks, title, persons, persons[number]):
            persons[number].appointments.append(_appointment(marks, title, name))


def _referring(marks: Marks, titles: Sequence[Title]) -> Iterator[Title]:
    """Give the titles with a place, body or unit beside which a word for the person stands and no name."""
    for title in titles:
        tail = title.tail
        if title.plural or title.elliptic or not (tail.places or tail.body or tail.unit):
            continue
        pronoun = marks.ending("link:pronoun", marks.before_blanks(title.start))
        if pronoun or marks.at("link:that", marks.skip_blanks(title.whole.end)):
            yield title


def _is_held(marks: Marks, title: Title, persons: Sequence[Identity], meant: Identity) -> bool:
    """Say whether another person holds the very office."""
    place = _place_name(marks, title)
    return any(
        known.title.role == title.role and plain(known.place_name or place) == plain(place)
        for identity in persons
        if identity is not meant
        for known in identity.appointments
    )


def _appointment(marks: Marks, title: Title, name: Name) -> Appointment:
    return Appointment(title, name, RULE, 0.7, place_name=_place_name(marks, title))


def _place_name(marks: Marks, title: Title) -> str:
    beside = next(iter(title.tail.places), title.tail.body)
    return marks.text[beside.start : beside.end] if beside else ""
