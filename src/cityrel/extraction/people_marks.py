"""The words of a pack in one document, by where they begin and where they end."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from cityrel.extraction.document import Document
from cityrel.extraction.order import beginning_in
from cityrel.extraction.people_lexicon import Lexicon, lexicon
from cityrel.extraction.people_lines import unbroken
from cityrel.extraction.people_places import is_well_known
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span
from cityrel.places import NameMatch

TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*")
"""A word as written: a hyphen, an apostrophe or a point inside joins its parts."""

PARTED = re.compile(r"[,:;()\n]")
NEW_LINE = re.compile(r"\n")
BLANKS = re.compile(r"[ \t\xa0]*")
NO_NAMES = ("title", "organisation", "before")
"""The groups of phrases of which no name has one."""

LEAST_WORDS = 3
REACH = 240
"""Characters of a line that tell whether it is written with capitals."""


class Opening(NamedTuple):
    """A word as written, and where it begins."""

    start: int
    text: str


class Marks:
    """Titles, links, names of organisations and places of a document, to be asked by offset."""

    def __init__(self, document: Document, matches: Iterable[NameMatch]) -> None:
        self.document = document
        self.text = unbroken(document.text)
        self.lexicon: Lexicon = lexicon(document.pack)
        self._starts: dict[str, dict[int, PhraseMatch]] = defaultdict(dict)
        self._ends: dict[str, dict[int, PhraseMatch]] = defaultdict(dict)
        for match in self.lexicon.book.find(document.words):
            if self._is_a_name(match):
                continue
            if match.first == match.last or not PARTED.search(self.text, match.start, match.end):
                self._starts[match.group][match.start] = match
                self._ends[match.group][match.end] = match
        self.places: dict[int, Span] = _longest(match.span for match in matches)
        self._ends_of_places = {span.end: span for span in self.places.values()}
        self._manners: dict[int, tuple[bool, bool]] = {}
        self.small_words = frozenset(filter(str.islower, TOKEN.findall(document.text)))

    def _is_a_name(self, match: PhraseMatch) -> bool:
        """Say whether a title that is a name too stands behind another name or a title ("Evan King")."""
        if match.group != "title" or match.key not in self.lexicon.also_names:
            return False
        before = self.document.word_before(match.start)
        if before is None or self.text[before.end : match.start].strip(" \t\xa0") or self._begins(match):
            return False
        if before.end in self._ends["title"]:
            return self.text[match.start].isupper()
        if self.lexicon.is_never_name(before.text) or before.text in self.lexicon.levels:
            return False
        capital = self.text[match.start].isupper() and self.text[before.start].isupper()
        return capital and before.text not in self.lexicon.adjectives

    def _begins(self, match: PhraseMatch) -> bool:
        """Say whether a title goes on with a small word ("King of")."""
        return self.text[match.end : match.end + 4] == " of "

    def places_in(self, start: int, end: int) -> Iterator[Span]:
        """Give the names of places that begin at `start` or behind it and before `end`, in order."""
        for offset in beginning_in(self._starts_of_places, start, end, int):
            yield self.places[offset]

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """The words with which a name can begin, in order: those with a capital, and forms of address."""
        return tuple(
            [
                Opening(word.start(), word.group())
                for word in TOKEN.finditer(self.document.text)
                if word.group()[0].isupper() or word.group().casefold() in self.lexicon.addresses
            ]
        )

    @cached_property
    def _starts_of_places(self) -> tuple[int, ...]:
        return tuple(sorted(self.places))

    @cached_property
    def sure_places(self) -> frozenset[str]:
        """Names, in small letters, before which a word for places, or for "in", stands somewhere."""
        return frozenset(
            self.text[span.start : span.end].casefold()
            for span in self.places.values()
            if self.text[span.start].isupper() and self.is_announced(span.start)
        )

    def is_announced(self, offset: int) -> bool:
        """Say whether a word for places or for "in" stands before an offset.

        The last word of a title announces none: a name may stand behind "Wali Kota".
        """
        end = self.before_blanks(offset)
        titled = end in self._ends["title"]
        return end in self._ends["link:where"] or (end in self._ends["place"] and not titled)

    def is_surely_place(self, span: Span) -> bool:
        """Say whether a name of a place is used as one in the text, or is hardly anything else."""
        name = self.text[span.start : span.end]
        return name.casefold() in self.sure_places or is_well_known(name, self.document.pack.home_countries)

    def titles(self) -> list[PhraseMatch]:
        """Give all titles, in order."""
        bodies = [match for match in self.all("organisation") if self.text[match.start].isupper()]
        inside = {start for body in bodies for start in range(body.start + 1, body.end)}
        return [title for title in self.all("title") if title.start not in inside]

    def all(self, group: str) -> list[PhraseMatch]:
        """Give all phrases of a group, in order."""
        return list(self._starts[group].values())

    def at(self, group: str, offset: int) -> PhraseMatch | None:
        """Give the phrase of a group that begins at an offset."""
        return self._starts[group].get(offset)

    def ending(self, group: str, offset: int) -> PhraseMatch | None:
        """Give the phrase of a group that ends at an offset."""
        return self._ends[group].get(offset)

    def begins_other(self, offset: int) -> bool:
        """Say whether a title, a qualifier or an organisation begins at an offset, and so no name goes on."""
        return offset in self._others

    def place_ending(self, offset: int) -> Span | None:
        """Give the longest name of a place that ends at an offset."""
        return self._ends_of_places.get(offset)

    def skip_blanks(self, offset: int) -> int:
        """Give the first offset from here on where no blank stands; a new line is none."""
        blanks = BLANKS.match(self.text, offset)
        return blanks.end() if blanks else offset

    def before_blanks(self, offset: int) -> int:
        """Give the end of what stands before the blanks before an offset."""
        while offset > 0 and self.text[offset - 1] in " \t\xa0":
            offset -= 1
        return offset

    def is_headline(self, offset: int) -> bool:
        """Say whether most words around an offset have a capital, or all of them only capitals."""
        return self.manner(offset)[0]

    def is_capitals(self, offset: int) -> bool:
        """Say whether all letters around an offset are capitals."""
        return self.manner(offset)[1]

    def manner(self, offset: int) -> tuple[bool, bool]:
        """Say how the stretch of a line around an offset is written: as a headline, in capitals."""
        index = bisect_right(self._lines, offset) - 1
        start = self._lines[index]
        end = self._lines[index + 1] if index + 1 < len(self._lines) else len(self.text)
        first = start + (offset - start) // REACH * REACH
        known = self._manners.get(first)
        if known is None:
            known = self._manners[first] = _manner(self.text[first : min(first + REACH, end)])
        return known

    @cached_property
    def _others(self) -> frozenset[int]:
        return frozenset(start for group in NO_NAMES for start in self._starts[group])

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in NEW_LINE.finditer(self.text))]


def _manner(line: str) -> tuple[bool, bool]:
    words = [word for word in line.split() if word[0].isalpha()]
    capital = sum(1 for word in words if word[0].isupper())
    return len(words) >= LEAST_WORDS and capital * 10 >= len(words) * 7, line.isupper()


def _longest(spans: Iterable[Span]) -> dict[int, Span]:
    """Keep the longest span from each offset."""
    longest: dict[int, Span] = {}
    for span in spans:
        known = longest.get(span.start)
        if known is None or known.end < span.end:
            longest[span.start] = span
    return longest


def overlapping(span: Span, spans: Sequence[Span]) -> bool:
    """Say whether a span shares a character with one of others."""
    return any(span.overlaps(other) for other in spans)
