"""What can be a holder's name, and how one steps from name to name."""

import re

from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, Name
from cityrel.extraction.people_titles import Title
from cityrel.model import Span

COMMA = re.compile(r"[ \t\xa0]*[,:][ \t\xa0]*")
DASH = re.compile(r"[ \t\xa0]+[-–—][ \t\xa0]+")
CLOSE = re.compile(r"[ \t\xa0]*\)")
NUMBERED = re.compile(r"\.?[ \t\xa0]?\d")

SHORTEST_SINGLE = 3
"""Letters of the shortest name of one word."""


class Fitting:
    """Tells what fits as a name in one document."""

    def __init__(self, marks: Marks) -> None:
        self._marks, self._text = marks, marks.text

    def fits(self, name: Name, rule: str) -> bool:
        """Say whether what reads like a name can be the holder of a title before it."""
        closing = {"title-brackets-name": CLOSE, "title-dash-name": DASH}.get(rule)
        if closing and not closing.match(self._text, name.whole.end):
            return False
        return name.honoured or (not self._is_no_name(name) and self._is_no_place(name, rule))

    def fits_before(self, name: Name) -> bool:
        """Say whether what reads like a name can be the holder of a title behind it."""
        place = self._marks.places.get(name.span.start)
        if place and place.end >= name.span.end and not name.honoured:
            return False
        return name.honoured or is_full_or_single(name)

    def _is_no_name(self, name: Name) -> bool:
        """Say whether a number follows ("Menteri No. 9") or all words are words for a unit."""
        numbered = NUMBERED.match(self._text, name.span.end) is not None
        return numbered or all(self._marks.lexicon.is_field(word) for word in name.words)

    def _is_no_place(self, name: Name, rule: str) -> bool:
        place = self._marks.places.get(name.span.start)
        if place and place.end >= name.span.end:
            return rule == "title-name" and not self._marks.is_surely_place(place)
        if place and rule != "title-name" and self._marks.at("place", name.span.start):
            return False
        return is_full_or_single(name)

    def place_behind(self, title: Title, name: Name) -> Span | None:
        """Give the place behind a name ("Vice Mayor A of Suzhou"), where none stands behind the title."""
        if title.tail.places or title.tail.body:
            return None
        start = self._marks.skip_blanks(name.whole.end)
        link = self._marks.at("link:of", start) or self._marks.at("link:for", start)
        behind = self._marks.skip_blanks(link.end) if link else start
        place = (self._marks.places.get(behind) or self._unknown_place(behind)) if link else None
        council = self._marks.at("tail", self._marks.skip_blanks(place.end)) if place else None
        return Span(place.start, council.end) if place and council else place

    def _unknown_place(self, offset: int) -> Span | None:
        """Give the words with a capital behind "of" that can only be a place or body nobody knows."""
        end = offset
        while word := WORD.match(self._text, self._marks.skip_blanks(end)):
            small = word.group().casefold()
            if not word.group()[0].isupper() or self._marks.begins_other(word.start()):
                break
            if end == offset and (
                self._marks.lexicon.is_never_name(small) or small in self._marks.lexicon.parties
            ):
                return None
            end = word.end()
        return Span(offset, end) if end > offset else None

    def next(self, offset: int) -> int:
        """Step over a comma and a word for "and"."""
        comma = COMMA.match(self._text, offset)
        start = comma.end() if comma else self._marks.skip_blanks(offset)
        joint = self._marks.at("link:and", start)
        return self._marks.skip_blanks(joint.end) if joint else start

    def joined(self, group: str, start: int, end: int) -> bool:
        """Say whether a link of a group is all that stands between two offsets."""
        link = self._marks.at(group, start)
        return link is not None and self._marks.skip_blanks(link.end) == end


def is_full_or_single(name: Name) -> bool:
    """Say whether a name is full, or one word that can be one: no few letters, no short form of a body."""
    return len(name.words) > 1 or (len(name.text) >= SHORTEST_SINGLE and not name.text.isupper())
