"""Several names behind one title, and several titles of one name or of names in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_fitting import COMMA, Fitting
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import NameReader
from cityrel.extraction.people_titles import Title
from cityrel.model import Span

PLACE_IN_BRACKETS = re.compile(r"[ \t\xa0]*\(([^()\n]{2,60})\)")
COLON = re.compile(r"[^.:\n]{0,60}:[ \t\xa0]*")

LEAST_FULL = 2
"""Words of a full name."""

LONGEST_LIST = 20

JOINT = (
    "head_of_government",
    "minister",
    "deputy_minister",
    "party_secretary",
    "chair",
    "deputy_chair",
    "council_leader",
    "head_of_institution",
    "board_member",
    "director",
    "director_general",
)
"""Roles that one often has together with another one."""


class Lists:
    """Reads the names and titles of one document that belong to several."""

    def __init__(self, marks: Marks, names: NameReader, fitting: Fitting) -> None:
        self._marks, self._text = marks, marks.text
        self._names, self._fitting = names, fitting

    def read(self, title: Title) -> Iterator[Appointment]:
        """Read the names behind a title of several persons, with the place of each in brackets."""
        offset = self._list_start(title.whole.end)
        loose = offset > self._marks.skip_blanks(title.whole.end)
        for _ in range(LONGEST_LIST):
            name = self._names.read(offset)
            if name is None or not self._fitting.fits(name, "title-comma-name" if loose else "title-name"):
                return
            if loose and len(name.words) < LEAST_FULL:
                return
            bracket = PLACE_IN_BRACKETS.match(self._text, name.whole.end)
            place = (
                Span(bracket.start(1), bracket.end(1)) if bracket else self._fitting.place_behind(title, name)
            )
            yield Appointment(title, name, "title-list", 0.8, place)
            end = max(name.whole.end, bracket.end() if bracket else 0, place.end if place else 0)
            side = self._marks.at("link:side", self._marks.skip_blanks(end))
            offset = self._fitting.next(side.end if side else end)

    def step_back(self, offset: int) -> int:
        """Step back over blanks, a comma and a word for "and" before a name."""
        end = self._marks.before_blanks(offset)
        joint = self._marks.ending("link:and", end)
        end = self._marks.before_blanks(joint.start) if joint else end
        is_comma = self._text[end - 1 : end] == ","
        return self._marks.before_blanks(end - 1) if is_comma else (end if joint else offset)

    def _list_start(self, offset: int) -> int:
        colon = COLON.match(self._text, offset) or COMMA.match(self._text, offset)
        start = colon.end() if colon else self._marks.skip_blanks(offset)
        link = self._marks.at("link:name", start)
        return self._marks.skip_blanks(link.end) if link else start

    def shared(self, titles: Sequence[Title], index: int, chosen: list[Appointment]) -> Iterator[Appointment]:
        """Pair the title before with a name of this one: "Bupati dan Wakil Bupati A dan B"."""
        previous = titles[index - 1] if index else None
        if previous is None or not chosen:
            return
        first, title = chosen[0], titles[index]
        start = self._marks.skip_blanks(previous.whole.end)
        styled = title.role in self._marks.document.pack.roles.styles
        slashed = self._text[previous.whole.end : title.whole.start].strip() == "/"
        if (
            slashed
            or self._fitting.joined("link:double", start, title.whole.start)
            or (styled and self._is_apposed(previous, title))
        ):
            yield replace(first, title=previous, rule=f"{first.rule}-double")
        elif self._fitting.joined("link:and", start, title.whole.start):
            yield from self._respectively(previous, chosen) or self._jointly(previous, first)

    def also(
        self, titles: Sequence[Title], index: int, found: Sequence[Appointment]
    ) -> Iterator[Appointment]:
        """Give the holder of the title before to this one: "A, president of B and mayor of C"."""
        title = titles[index]
        if not index or not found or found[-1].title is not titles[index - 1]:
            return
        last = found[-1]
        same = last.title.role == title.role or last.title.plural or title.elliptic
        start = self._marks.skip_blanks(last.title.whole.end)
        if (
            same
            or not last.rule.startswith("name-")
            or not self._fitting.joined("link:and", start, title.start)
        ):
            return
        yield replace(last, title=title, rule=f"{last.rule}-double", confidence=0.75, place=None)

    def _jointly(self, previous: Title, first: Appointment) -> list[Appointment]:
        """Give the one name behind two titles to both ("Deputy Prime Minister and Minister for Trade A")."""
        title, start = first.title, self._marks.skip_blanks(previous.whole.end)
        fits = previous.role in JOINT and previous.role != title.role and not previous.plural
        capital = self._text[previous.span.start].isupper() and self._text[title.span.start].isupper()
        if not (fits and capital and self._fitting.joined("link:joint", start, title.whole.start)):
            return []
        if not first.rule.startswith("title"):
            return []
        return [replace(first, title=previous, rule=f"{first.rule}-double", confidence=0.75)]

    def _respectively(self, previous: Title, chosen: list[Appointment]) -> list[Appointment]:
        """Give the first of two names to the first of two titles."""
        first = chosen[0]
        second = self._names.read(self._fitting.next(first.name.whole.end))
        joined = self._fitting.next(first.name.whole.end) > self._marks.skip_blanks(first.name.whole.end)
        if second and joined and first.rule.startswith("title") and self._fitting.fits(second, "title-name"):
            chosen[0] = replace(first, name=second, rule="titles-names")
            return [replace(first, title=self._with_places(previous, first.title), rule="titles-names")]
        return []

    def _is_apposed(self, previous: Title, title: Title) -> bool:
        """Say whether a style stands between an office and its holder ("minister of B, Ambassador A")."""
        comma = COMMA.match(self._text, previous.whole.end)
        return comma is not None and comma.end() == title.start and not (title.tail.places or title.tail.body)

    def _with_places(self, title: Title, other: Title) -> Title:
        return (
            title if title.tail.places else replace(title, tail=replace(title.tail, places=other.tail.places))
        )
