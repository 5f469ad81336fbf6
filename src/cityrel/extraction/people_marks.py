"""The words of a pack in one document, by where they begin and where they end."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from cityrel.extraction.document import Document
from cityrel.extraction.people_lexicon import Lexicon, lexicon
from cityrel.extraction.people_places import is_well_known
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span
from cityrel.places import NameMatch

PARTED = re.compile(r"[,:;()\n]")
BLANKS = re.compile(r"[ \t\xa0]*")
LEAST_WORDS = 3
REACH = 120
"""Characters on each side that tell whether a line is written with capitals."""


class Marks:
    """Titles, links, names of organisations and places of a document, to be asked by offset."""

    def __init__(self, document: Document, matches: Iterable[NameMatch]) -> None:
        self.document = document
        self.text = document.text
        self.lexicon: Lexicon = lexicon(document.pack)
        self._starts: dict[tuple[str, int], PhraseMatch] = {}
        self._ends: dict[tuple[str, int], PhraseMatch] = {}
        for match in self.lexicon.book.find(document.words):
            if not PARTED.search(self.text, match.start, match.end):
                self._starts[match.group, match.start] = match
                self._ends[match.group, match.end] = match
        self.places: dict[int, Span] = _longest(match.span for match in matches)
        self._ends_of_places = {span.end: span for span in self.places.values()}
        self.small_words = frozenset(token.text for token in document.tokens if token.text.islower())

    @cached_property
    def sure_places(self) -> frozenset[str]:
        """Names, in small letters, before which a word for places, or for "in", stands somewhere."""
        return frozenset(
            self.text[span.start : span.end].casefold()
            for span in self.places.values()
            if self.text[span.start].isupper() and self.is_announced(span.start)
        )

    def is_announced(self, offset: int) -> bool:
        """Say whether a word for places or for "in" stands before an offset."""
        end = self.before_blanks(offset)
        return ("place", end) in self._ends or ("link:where", end) in self._ends

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
        found = (match for (known, _), match in self._starts.items() if known == group)
        return sorted(found, key=lambda match: match.start)

    def at(self, group: str, offset: int) -> PhraseMatch | None:
        """Give the phrase of a group that begins at an offset."""
        return self._starts.get((group, offset))

    def ending(self, group: str, offset: int) -> PhraseMatch | None:
        """Give the phrase of a group that ends at an offset."""
        return self._ends.get((group, offset))

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

    def around(self, offset: int) -> Span:
        """Give the line around an offset, as far as it matters for how it is written."""
        first, last = max(0, offset - REACH), min(len(self.text), offset + REACH)
        start = self.text.rfind("\n", first, offset) + 1 or first
        end = self.text.find("\n", offset, last)
        return Span(start, last if end < 0 else end)

    def is_headline(self, offset: int) -> bool:
        """Say whether most words around an offset have a capital, or all of them only capitals."""
        line = self.around(offset)
        words = [word for word in self.text[line.start : line.end].split() if word[:1].isalpha()]
        capital = sum(1 for word in words if word[0].isupper())
        return len(words) >= LEAST_WORDS and capital * 10 >= len(words) * 7

    def is_capitals(self, offset: int) -> bool:
        """Say whether all letters around an offset are capitals."""
        line = self.around(offset)
        return self.text[line.start : line.end].isupper()


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
