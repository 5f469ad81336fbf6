"""Which name belongs to which title: behind it, before it, in a list, or shared with another title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, Name, NameReader
from cityrel.extraction.people_titles import Title
from cityrel.model import Span

COMMA = re.compile(r"[ \t\xa0]*[,:][ \t\xa0]*")
OPEN = re.compile(r"[ \t\xa0]*\([ \t\xa0]*")
DASH = re.compile(r"[ \t\xa0]+[-–—][ \t\xa0]+")
CLOSE = re.compile(r"[ \t\xa0]*\)")
MARK_BEFORE = re.compile(r"(?:[ \t\xa0]*\([a-z .]{3,20}\))?[ \t\xa0]*(?:[,(–—]|[ \t\xa0]-)[ \t\xa0]*\Z")
LONGEST_MARK = 30
"""Characters of the longest mark between a name and the title behind it."""

PLACE_IN_BRACKETS = re.compile(r"[ \t\xa0]*\(([^()\n]{2,60})\)")
NUMBERED = re.compile(r"\.?[ \t\xa0]?\d")
FOR_SIDE = re.compile(r"[ \t\xa0]+for[ \t\xa0]the[ \t\xa0]\w+")
COLON = re.compile(r"[^.:\n]{0,60}:[ \t\xa0]*")
FARTHEST = 90
"""Characters from a title back to the beginning of the name before it."""

SHORTEST_SINGLE = 3
"""Letters of the shortest name of one word."""

LEAST_FULL = 2
"""Words of a full name."""

LONGEST_LIST = 20


@dataclass(frozen=True, slots=True)
class Appointment:
    """A title and the name of its holder.

    `rule` says how they stand, `place` is one in brackets behind the name, and `place_name` how the place
    of the office is written.
    """

    title: Title
    name: Name
    rule: str
    confidence: float
    place: Span | None = None
    place_name: str | None = None


class Pairing:
    """Pairs the titles and names of one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names
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
            before = None if self._is_plain(behind) else self._before(title, floor, behind)
            chosen = [before] if before else behind
            chosen = chosen or list(self._also(titles, index, found))
            found += self._shared(titles, index, chosen)
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
            yield from self._list(title)
            return
        start = self._skip_between(title.whole.end)
        for rule, offset, confidence in self._openings(start):
            name = self._without_unit(self._names.read(offset), rule)
            if name and self._fits(name, rule):
                place = self._place_behind(title, name)
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

    def _place_behind(self, title: Title, name: Name) -> Span | None:
        """Give the place behind a name ("Vice Mayor A of Suzhou"), where none stands behind the title."""
        if title.tail.places or title.tail.body:
            return None
        start = self._marks.skip_blanks(name.whole.end)
        link = self._marks.at("link:of", start) or self._marks.at("link:for", start)
        place = self._marks.places.get(self._marks.skip_blanks(link.end)) if link else None
        council = self._marks.at("tail", self._marks.skip_blanks(place.end)) if place else None
        return Span(place.start, council.end) if place and council else place

    def _beyond_place(self, title: Title, name: Name) -> Appointment | None:
        """Give the name behind a comma where a single word before it can only be a place nobody knows."""
        comma = COMMA.match(self._text, name.span.end)
        if comma is None or len(name.words) > 1 or name.honoured or title.tail.places:
            return None
        holder = self._names.read(comma.end())
        if holder is None or len(holder.words) < LEAST_FULL or not self._fits(holder, "title-comma-name"):
            return None
        tail = replace(title.tail, end=name.span.end, places=(name.span,))
        placed = replace(title, tail=tail, whole=Span(title.whole.start, name.span.end))
        return Appointment(placed, holder, "title-comma-name", 0.75)

    def _skip_between(self, offset: int) -> int:
        start = self._marks.skip_blanks(offset + (self._text[offset : offset + 1] == "-"))
        between = self._marks.at("link:between", start)
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

    def _fits(self, name: Name, rule: str) -> bool:
        """Say whether what reads like a name can be the holder of a title before it."""
        closing = {"title-brackets-name": CLOSE, "title-dash-name": DASH}.get(rule)
        if closing and not closing.match(self._text, name.whole.end):
            return False
        if name.honoured:
            return True
        if NUMBERED.match(self._text, name.span.end):
            return False
        if all(word in self._marks.lexicon.fields for word in name.words):
            return False
        place = self._marks.places.get(name.span.start)
        if place and place.end >= name.span.end:
            return rule == "title-name" and not self._marks.is_surely_place(place)
        if place and rule != "title-name" and self._is_announced_place(name):
            return False
        return len(name.words) > 1 or _is_single_name(name.text)

    def _is_announced_place(self, name: Name) -> bool:
        return self._marks.at("place", name.span.start) is not None

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
        told = linked or (alone and bool(title.tail.places or title.tail.body))
        if name is None or name.whole.start < floor or not self._fits_before(name, told):
            return None
        if linked and not parted and any(len(one.name.words) > 1 for one in behind):
            return None
        if parted or linked:
            return Appointment(title, name, "name-link-title" if linked else "name-comma-title", 0.85)
        return Appointment(title, name, "name-title", 0.7) if len(name.words) >= LEAST_FULL else None

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
        if name.span.start in self._taken and not linked:
            return False
        place = self._marks.places.get(name.span.start)
        if place and place.end >= name.span.end and not name.honoured:
            return False
        return len(name.words) > 1 or name.honoured or _is_single_name(name.text)

    # -- several names, several titles

    def _list(self, title: Title) -> Iterator[Appointment]:
        """Read the names behind a title of several persons, with the place of each in brackets."""
        offset = self._list_start(title.whole.end)
        loose = offset > self._marks.skip_blanks(title.whole.end)
        for _ in range(LONGEST_LIST):
            name = self._names.read(offset)
            if name is None or not self._fits(name, "title-comma-name" if loose else "title-name"):
                return
            if loose and len(name.words) < LEAST_FULL:
                return
            bracket = PLACE_IN_BRACKETS.match(self._text, name.whole.end)
            place = Span(bracket.start(1), bracket.end(1)) if bracket else self._place_behind(title, name)
            yield Appointment(title, name, "title-list", 0.8, place)
            end = max(name.whole.end, bracket.end() if bracket else 0, place.end if place else 0)
            side = FOR_SIDE.match(self._text, end)
            offset = self._next(side.end() if side else end)

    def _list_start(self, offset: int) -> int:
        colon = COLON.match(self._text, offset) or COMMA.match(self._text, offset)
        return colon.end() if colon else self._marks.skip_blanks(offset)

    def _next(self, offset: int) -> int:
        """Step over a comma and a word for "and"."""
        comma = COMMA.match(self._text, offset)
        start = comma.end() if comma else self._marks.skip_blanks(offset)
        joint = self._marks.at("link:and", start)
        return self._marks.skip_blanks(joint.end) if joint else start

    def _shared(
        self, titles: Sequence[Title], index: int, chosen: list[Appointment]
    ) -> Iterator[Appointment]:
        """Pair the title before with a name of this one: "Bupati dan Wakil Bupati A dan B"."""
        previous = titles[index - 1] if index else None
        if previous is None or not chosen or previous.span.start in self._held:
            return
        first, title = chosen[0], titles[index]
        start = self._marks.skip_blanks(previous.whole.end)
        slashed = self._text[previous.whole.end : title.whole.start].strip() == "/"
        if slashed or self._joined("link:double", start, title.whole.start) or (title.role in self._marks.document.pack.roles.styles and self._is_apposed(previous, title)):
            yield replace(first, title=previous, rule=f"{first.rule}-double")
        elif self._joined("link:and", start, title.whole.start):
            yield from self._respectively(previous, chosen)

    def _also(
        self, titles: Sequence[Title], index: int, found: Sequence[Appointment]
    ) -> Iterator[Appointment]:
        """Give the holder of the title before to this one: "A, president of B and mayor of C"."""
        title = titles[index]
        if not index or not found or found[-1].title is not titles[index - 1]:
            return
        last = found[-1]
        same = last.title.role == title.role or last.title.plural or title.elliptic
        start = self._marks.skip_blanks(last.title.whole.end)
        if same or not last.rule.startswith("name-") or not self._joined("link:and", start, title.start):
            return
        yield replace(last, title=title, rule=f"{last.rule}-double", confidence=0.75, place=None)

    def _respectively(self, previous: Title, chosen: list[Appointment]) -> Iterator[Appointment]:
        """Give the first of two names to the first of two titles."""
        first = chosen[0]
        second = self._names.read(self._next(first.name.whole.end))
        joined = self._next(first.name.whole.end) > self._marks.skip_blanks(first.name.whole.end)
        if second and joined and first.rule.startswith("title") and self._fits(second, "title-name"):
            yield replace(first, title=self._with_places(previous, first.title), rule="titles-names")
            chosen[0] = replace(first, name=second, rule="titles-names")

    def _is_apposed(self, previous: Title, title: Title) -> bool:
        """Say whether a style stands between an office and its holder ("vice minister of B, Ambassador A")."""
        comma = COMMA.match(self._text, previous.whole.end)
        return comma is not None and comma.end() == title.start and not (title.tail.places or title.tail.body)

    def _with_places(self, title: Title, other: Title) -> Title:
        return (
            title if title.tail.places else replace(title, tail=replace(title.tail, places=other.tail.places))
        )

    def _joined(self, group: str, start: int, end: int) -> bool:
        link = self._marks.at(group, start)
        return link is not None and self._marks.skip_blanks(link.end) == end


def _is_single_name(text: str) -> bool:
    """Say whether one word can be a name: not a few letters, not the short form of a body."""
    return len(text) >= SHORTEST_SINGLE and not text.isupper()
