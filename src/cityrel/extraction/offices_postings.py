"""The titles of an article with their holders, in the order of the text, and the words that part them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from cityrel.extraction.offices_bodies import role_in, role_of_unit
from cityrel.extraction.offices_owners import Owners
from cityrel.extraction.people import People
from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_references import RULE
from cityrel.languages.roles import Roles
from cityrel.model import Span

LEADING = ("link:and", "context:beside", "context:including", "context:led")
"""The phrases that may part a word for a group from its head or its members."""

Key = tuple[int, str]
"""A person, by number, and the role: what one office is known by."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A title and its holder: `person` is the holder's number, `span` has both with all between them."""

    person: int
    role: str
    appointment: Appointment
    span: Span

    @property
    def key(self) -> Key:
        """What the office is known by."""
        return self.person, self.role


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the text speaks of a person; `role` is that of the title beside the name, if there is one."""

    span: Span
    person: int
    role: str | None = None


def postings(people: People, owners: Owners) -> tuple[Posting, ...]:
    """Give all titles with holders, in order."""
    roles = people.marks.document.pack.roles
    found = (
        Posting(number, _role(roles, people.marks, appointment, owners), appointment, _extent(appointment))
        for number, appointments in enumerate(people.appointments)
        for appointment in appointments
    )
    return tuple(sorted(found, key=lambda posting: posting.span.start))


def _role(roles: Roles, marks: Marks, appointment: Appointment, owners: Owners) -> str:
    title = appointment.title
    of_unit = role_of_unit(roles, marks.text[title.span.start : title.whole.end], title.role)
    return role_in(roles, marks.lexicon, of_unit, owners.stated(appointment), title.of_unit)


def anchors(people: People, posted: Sequence[Posting]) -> tuple[Anchor, ...]:
    """Give all places where the text speaks of a person, in order; none lies in another."""
    numbers = {person: number for number, person in enumerate(people.persons)}
    named = [Anchor(mention.span, numbers[mention.person]) for mention in people.mentions]
    titled = [Anchor(posting.span, posting.person, posting.role) for posting in posted]
    apart: list[Anchor] = []
    for anchor in sorted((*titled, *named), key=lambda anchor: (anchor.span.start, -anchor.span.end)):
        if not apart or apart[-1].span.end <= anchor.span.start:
            apart.append(anchor)
    return tuple(apart)


def anchor_before(found: Sequence[Anchor], offset: int) -> Anchor | None:
    """Give the last person that the text speaks of before an offset."""
    index = bisect_left(found, offset, key=lambda anchor: anchor.span.end + 1) - 1
    return found[index] if index >= 0 else None


class Glue:
    """Tells whether words only join what stands around them."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def joins(self, start: int, end: int, *groups: str) -> bool:
        """Say whether a stretch of text has no word but those of some groups of phrases."""
        offset = start
        for word in self._marks.document.words_in(Span(start, end)):
            if word.start < offset:
                continue
            ends = [match.end for group in groups if (match := self._marks.at(group, word.start))]
            if not ends:
                return False
            offset = max(ends)
        return offset <= end

    def last(self, group: str, start: int, end: int) -> Span | None:
        """Give the last phrase of a group that lies in a stretch of text."""
        found = [
            Span(match.start, match.end)
            for word in self._marks.document.words_in(Span(start, end))
            if (match := self._marks.at(group, word.start)) and match.end <= end
        ]
        return found[-1] if found else None


def _extent(appointment: Appointment) -> Span:
    title, name = appointment.title.whole, appointment.name.whole
    place = appointment.place
    if appointment.rule == RULE:
        return title
    end = max(title.end, name.end, place.end if place else 0)
    before = appointment.title.before
    return Span(min(before.start if before else title.start, title.start, name.start), end)
