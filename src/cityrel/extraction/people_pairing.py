"""Which name belongs to which title: behind it, before it, in a list, or shared with another title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_fitting import COMMA, DASH, Fitting
from cityrel.extraction.people_lists import LEAST_FULL, Lists
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, Name, NameReader
from cityrel.extraction.people_seams import Seams
from cityrel.extraction.people_titles import Title
from cityrel.model import Span

OPEN = re.compile(r"[ \t\xa0]*\([ \t\xa0]*")
MARK_BEFORE = re.compile(r"(?:[ \t\xa0]*\([a-z .]{3,20}\))?[ \t\xa0]*(?:[,(–—]|[ \t\xa0]-)[ \t\xa0]*\Z")
LONGEST_MARK = 30
"""Characters of the longest mark between a name and the title behind it."""

MOST_BEFORE = 8
"""Names before a title of several persons."""

FARTHEST = 90
"""Characters from a title back to the beginning of the name before it."""


class Pairing:
    """Pairs the titles and names of one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names
        self._fitting = Fitting(marks)
        self._lists = Lists(marks, names, self._fitting)
        self._seams = Seams(marks, names)
        self._taken: set[int] = set()
        self._held: set[int] = set()

    def pair(self, titles: Sequence[Title]) -> tuple[Appointment, ...]:
        """Give the holders of titles, in the order of the titles."""
        return tuple(self._with_place_name(appointment) for appointment in self._pair(titles))

    def _pair(self, titles: Sequence[Title]) -> list[Appointment]:
        found: list[Appointment] = []
        for index, title in enumerate(titles):
            if self._is_honorific(title, found):
                continue
            behind = list(self._behind(title))
            floor = titles[index - 1].whole.end if index else 0
            several = self._all_before(title, floor) if title.plural and not behind else []
            before = None if several or self._is_plain(behind) else self._before(title, floor, behind)
            chosen = several or ([before] if before else behind)
            chosen = chosen or list(self._lists.also(titles, index, found))
            if index and titles[index - 1].span.start not in self._held:
                found += self._lists.shared(titles, index, chosen)
            found += chosen
            self._taken |= {appointment.name.span.start for appointment in chosen}
            self._held |= {title.span.start} if chosen else set()
        return found

    def _with_place_name(self, appointment: Appointment) -> Appointment:
        """Add the name of the place that stands beside the title."""
        title = appointment.title
        beside = appointment.place or next(iter(title.tail.places), title.before)
        name = self._text[beside.start : beside.end] if beside else None
        return replace(appointment, place_name=name)

    def _is_honorific(self, title: Title, found: Sequence[Appointment]) -> bool:
        """Say whether a title stands between another title and its name ("Ketua Senat, Senator A")."""
        last = found[-1].name if found else None
        return last is not None and last.whole.start <= title.span.start < last.span.start

    def _is_plain(self, behind: Sequence[Appointment]) -> bool:
        """Say whether a name stands so close behind its title that no other can be meant.

        A single word before a comma may rather be a place that is not known ("A, Ketua Majelis B, ...").
        """
        if not behind or behind[0].rule not in ("title-name", "title-list", "title-brackets-name"):
            return False
        name = behind[0].name
        return name.honoured or len(name.words) > 1 or not COMMA.match(self._text, name.whole.end)

    # -- a name behind its title

    def _behind(self, title: Title) -> Iterator[Appointment]:
        if title.plural:
            yield from self._lists.read(title)
            return
        start = self._skip_between(title.whole.end)
        for rule, offset, confidence in self._openings(start):
            name = self._names.read(offset)
            if rule == "title-name":
                title, name = self._seams.parted(title, name)
            name = self._without_unit(name, rule)
            if name and self._fitting.fits(name, rule):
                place = self._fitting.place_behind(title, name)
                yield self._beyond_place(title, name) or Appointment(title, name, rule, confidence, place)
                return

    def _without_unit(self, name: Name | None, rule: str) -> Name | None:
        """Give the name without a first word that the text has in small letters too: it is one of a unit."""
        if name is None or rule != "title-name" or name.honoured or len(name.words) <= LEAST_FULL:
            return name
        first = WORD.match(self._text, name.span.start)
        if first is None or first.group().casefold() not in self._marks.small_words:
            return name
        return self._names.read(self._marks.skip_blanks(first.end())) or name

    def _beyond_place(self, title: Title, name: Name) -> Appointment | None:
        """Give the name behind a comma where a single word before it can only be a place nobody knows."""
        comma = COMMA.match(self._text, name.span.end)
        if comma is None or len(name.words) > 1 or name.honoured or title.tail.places:
            return None
        holder = self._names.read(comma.end())
        if (
            holder is None
            or len(holder.words) < LEAST_FULL
            or not self._fitting.fits(holder, "title-comma-name")
        ):
            return None
        tail = replace(title.tail, end=name.span.end, places=(name.span,))
        placed = replace(title, tail=tail, whole=Span(title.whole.start, name.span.end))
        return Appointment(placed, holder, "title-comma-name", 0.75)

    def _skip_between(self, offset: int) -> int:
        start = self._marks.skip_blanks(offset + (self._text[offset : offset + 1] == "-"))
        between = self._marks.at("link:between", start) or self._marks.at("context:there", start)
        return between.end if between else offset

    def _openings(self, offset: int) -> Iterator[tuple[str, int, float]]:
        """Give the places where the name of a title may begin, with the rule's name and its confidence."""
        direct = self._marks.skip_blanks(offset)
        if direct > offset:
            yield "title-name", direct, 0.95
        bracket = OPEN.match(self._text, offset)
        if bracket:
            yield "title-brackets-name", bracket.end(), 0.9
        dash = DASH.match(self._text, offset)
        if dash:
            yield "title-dash-name", dash.end(), 0.8
        comma = COMMA.match(self._text, offset)
        start = comma.end() if comma else direct
        link = self._marks.at("link:name", start)
        if link:
            colon = COMMA.match(self._text, link.end)
            yield "title-link-name", colon.end() if colon else self._marks.skip_blanks(link.end), 0.85
        elif comma:
            yield "title-comma-name", comma.end(), 0.85

    # -- a name before its title

    def _before(self, title: Title, floor: int, behind: Sequence[Appointment]) -> Appointment | None:
        """Give the name before a title in apposition: "A, mayor of B", "A selaku Ketua B", "A (mayor)".

        It begins behind `floor`, where the title before ends; `behind` are the names behind the title. A full
        one of them goes before a name that only "is" or an article joins ("A's guest is the mayor, B C").
        """
        alone = not behind
        end, linked = self._skip_links(title.start)
        stop, parted = self._skip_mark(end)
        beside = alone and self._may_stand_beside(title)
        if title.elliptic or not (parted or linked or beside) or (parted and self._speaks(title)):
            return None
        name = self.name_ending(stop)
        told = linked or (alone and bool(title.tail.places or title.tail.body or title.tail.unit))
        if name is None or name.span.start < floor or not self._fits_before(name, told):
            return None
        if linked and not parted and any(len(one.name.words) > 1 for one in behind):
            return None
        if self._marks.ending("link:past", self._marks.before_blanks(title.start)) and not title.qualifier:
            title = replace(title, qualifier="former")
        if parted or linked:
            return Appointment(title, name, "name-link-title" if linked else "name-comma-title", 0.85)
        return Appointment(title, name, "name-title", 0.7) if len(name.words) >= LEAST_FULL else None

    def _all_before(self, title: Title, floor: int) -> list[Appointment]:
        """Give the names before a title of several persons: "A and B, mayors of C and D"."""
        end, parted = self._skip_mark(title.start)
        found: list[Appointment] = []
        while parted and len(found) < MOST_BEFORE:
            name = self.name_ending(end)
            if name is None or name.span.start < floor or not self._fits_before(name, linked=False):
                break
            found.insert(0, Appointment(title, name, "names-title", 0.8))
            end = self._lists.step_back(name.whole.start)
            parted = end < name.whole.start
        return found if len(found) > 1 else []

    def _speaks(self, title: Title) -> bool:
        """Say whether a title is the subject of a verb of saying ("..., the ambassador said")."""
        behind = self._marks.skip_blanks(title.whole.end)
        return any(
            cue.start == behind for cue in self._marks.document.cues_in("speech", Span(behind, behind + 1))
        )

    def _skip_mark(self, end: int) -> tuple[int, bool]:
        """Step back over the mark that parts a name from its title, and over "(left)" before it."""
        mark = MARK_BEFORE.search(self._text, max(0, end - LONGEST_MARK), end)
        return (mark.start(), True) if mark else (end, False)

    def _may_stand_beside(self, title: Title) -> bool:
        """Say whether a name may stand before a title with nothing between ("A Bupati B")."""
        start = title.whole.start
        before = self._marks.document.pack.roles.place_before
        return self._text[start].isupper() and not before and not self._marks.is_headline(start)

    def _skip_links(self, offset: int) -> tuple[int, bool]:
        end = self._marks.before_blanks(offset)
        linked = False
        for group in ("link:double", "link:title", "link:title"):
            link = self._marks.ending(group, end)
            if link is not None:
                end, linked = self._marks.before_blanks(link.start), True
        return end, linked

    def name_ending(self, end: int) -> Name | None:
        """Give the longest name that ends at an offset."""
        start = max(0, end - FARTHEST, self._text.rfind("\n", max(0, end - FARTHEST), end) + 1)
        for word in WORD.finditer(self._text, start, end):
            name = self._names.read(word.start())
            if name and end in (name.span.end, name.whole.end):
                return name
        return None

    def _fits_before(self, name: Name, linked: bool) -> bool:
        return (linked or name.span.start not in self._taken) and self._fitting.fits_before(name)
