"""Reading what a title goes on with: the name of a unit, of places and bodies, up to the name of the person.

"Kepala Dinas Perhubungan | Kota Semarang", "Duta Besar | Jepang | untuk Indonesia | dan ASEAN".
"""

import re
from dataclasses import dataclass, replace

from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, NameReader
from cityrel.model import Span

SHORT = re.compile(r"[ \t\xa0]*\(([A-Z][\w./& -]{1,15})\)")
CAPITALS = re.compile(r"[A-Z][A-Z0-9.]{1,7}(?![\w'’-])")
ORDINAL = re.compile(r"[ \t\xa0]*[^\W\d]{0,3}-?\d{1,4}[^\W\d]{0,2}(?=[ \t\xa0]*[,(])")
JOINT = re.compile(r"[ \t\xa0]*(?:,[ \t\xa0]*(?:dan|and|serta|&)?|/|&)[ \t\xa0]*")
STEPS = 12
"""Parts of the longest tail."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a title: it ends at `end`, the title with its unit at `title_end`.

    `places` are the names of places in order, `body` the organisation from its first word to its last.
    """

    end: int
    title_end: int
    places: tuple[Span, ...] = ()
    body: Span | None = None
    unit: bool = False


class TailReader:
    """Reads tails in one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names

    def read(self, offset: int, takes_unit: bool) -> Tail:
        """Give the tail of a title that ends at an offset; `takes_unit` for titles that units follow."""
        tail = Tail(offset, offset)
        for _ in range(STEPS):
            longer = self._step(tail, takes_unit)
            if longer is None or longer.end <= tail.end:
                break
            tail = longer
        return tail

    def _step(self, tail: Tail, takes_unit: bool) -> Tail | None:
        """Read one more part, or None."""
        short = SHORT.match(self._text, tail.end)
        if short and self._is_short(short):
            return replace(tail, end=short.end())
        number = ORDINAL.match(self._text, tail.end) if tail.end > tail.title_end else None
        if number:
            return replace(tail, end=number.end())
        start = self._marks.skip_blanks(tail.end)
        return (
            (self._unit(tail, start) if takes_unit and not tail.places else None)
            or self._announced(tail, start)
            or self._body(tail, start)
            or self._place(tail, start, linked=False)
            or self._linked(tail, start, takes_unit)
            or self._country(tail)
        )

    def _announced(self, tail: Tail, start: int) -> Tail | None:
        """Read a place known by its name and by the word before it ("Kerajaan Maroko")."""
        word = self._marks.at("place", start)
        known = word and self._marks.skip_blanks(word.end) in self._marks.places
        return self._place(tail, start, linked=False) if known else None

    def _is_short(self, short: re.Match[str]) -> bool:
        """Say whether brackets hold a short form of what stands before, and not a name."""
        written = short.group(1)
        return written.isupper() or self._marks.at("title", short.start(1)) is not None

    def _unit(self, tail: Tail, start: int) -> Tail | None:
        """Read words for what a unit deals with; a joint only where such a word follows."""
        end = start
        while word := WORD.match(self._text, end):
            small = word.group().casefold()
            if small not in self._marks.lexicon.fields or self._is_place_word(word):
                break
            if not word.group()[0].isupper() and not self._is_joined(word):
                break
            end = word.end()
            joint = JOINT.match(self._text, end)
            nxt = joint.end() if joint and self._is_field(joint.end()) else self._marks.skip_blanks(end)
            if not self._is_field(nxt):
                break
            end = nxt
        if end == start:
            return None
        return replace(tail, end=end, title_end=end, unit=True)

    def _is_place_word(self, word: re.Match[str]) -> bool:
        """Say whether a word announces a place here ("Kota Semarang")."""
        place = self._marks.at("place", word.start())
        return place is not None and self._marks.skip_blanks(place.end) in self._marks.places

    def _is_joined(self, word: re.Match[str]) -> bool:
        """Say whether a word in small letters stands between two words for a field."""
        return self._is_field(self._marks.skip_blanks(word.end()))

    def _is_field(self, offset: int) -> bool:
        word = WORD.match(self._text, offset)
        return word is not None and word.group().casefold() in self._marks.lexicon.fields

    def _body(self, tail: Tail, start: int) -> Tail | None:
        """Read the name of an organisation, with the place in it."""
        head = self._marks.at("organisation", start)
        if head is None or not self._text[start].isupper():
            return None
        named = self._unit(replace(tail, end=head.end), self._marks.skip_blanks(head.end))
        end = named.end if named else head.end
        end = self._proper(end) or end
        body = Span(tail.body.start if tail.body else start, end)
        return replace(tail, end=end, body=body, unit=True)

    def _proper(self, offset: int) -> int | None:
        """Give the end of the capitalised words that complete a body's name, where a short form follows."""
        run = self._run(self._marks.skip_blanks(offset))
        return run.end if run and SHORT.match(self._text, run.end) else None

    def _place(self, tail: Tail, start: int, linked: bool) -> Tail | None:
        """Read a place with the words before it; `linked` where a preposition stands before."""
        word = self._marks.at("place", start)
        begin = self._marks.skip_blanks(word.end) if word else start
        first = not tail.places
        span = self._place_at(begin, word is not None or linked, first) or self._place_at(start, False, first)
        if span is None:
            return None
        body = Span(tail.body.start, span.end) if tail.body else None
        return replace(tail, end=span.end, places=(*tail.places, span), body=body)

    def _place_at(self, offset: int, sure: bool, first: bool) -> Span | None:
        """Give the place that begins here: a known one, a name behind a word for places, or a short form."""
        if self._text[offset : offset + 1].islower() or self._marks.at("title", offset):
            return None
        known = self._marks.places.get(offset)
        if known and (sure or self._is_place(known, first)):
            return known
        return self._foreign(offset) or (self._run(offset) if sure else None)

    def _is_place(self, place: Span, first: bool) -> bool:
        """Say whether a known name is the place of the title and not the first name of its holder."""
        if not first:
            return self._stands_alone(place) or " " in self._text[place.start : place.end]
        after = self._marks.skip_blanks(place.end)
        if after == place.end:
            return True
        rest = self._names.read(after)
        return rest is None or rest.honoured or len(rest.words) > 1 or self._stands_alone(place)

    def _stands_alone(self, place: Span) -> bool:
        """Say whether the text elsewhere speaks of the place as of a place."""
        return self._text[place.start : place.end].casefold() in self._marks.sure_places

    def _foreign(self, offset: int) -> Span | None:
        """Give a name with the ending of a unit of government ("Gyeongsangbuk-do"), or capitals ("DKI")."""
        word = WORD.match(self._text, offset)
        if word and "-" in word.group():
            ending = word.group().rsplit("-", 1)[1].casefold()
            return Span(offset, word.end()) if ending in self._marks.lexicon.endings else None
        short = CAPITALS.match(self._text, offset)
        if short and not self._marks.is_capitals(offset) and self._names.read(offset) is None:
            return Span(offset, short.end())
        return None

    def _run(self, offset: int) -> Span | None:
        """Give the words with a capital that begin here, where no name can follow without a comma."""
        end = offset
        while word := WORD.match(self._text, self._marks.skip_blanks(end)):
            if not word.group()[0].isupper() or self._marks.at("title", word.start()):
                break
            end = word.end()
        follows = self._text[end : end + 1] in (",", "(", "", "\n")
        return Span(offset, end) if end > offset and (follows or SHORT.match(self._text, end)) else None

    def _linked(self, tail: Tail, start: int, takes_unit: bool) -> Tail | None:
        """Read a preposition with the place, body or unit behind it."""
        link = self._marks.at("link:tail", start)
        if link is None:
            return None
        begin = self._marks.skip_blanks(link.end)
        return (
            self._body(tail, begin)
            or (self._unit(tail, begin) if takes_unit and not tail.places else None)
            or self._place(tail, begin, linked=True)
        )

    def _country(self, tail: Tail) -> Tail | None:
        """Read ", Australia" behind a place, where something more follows."""
        if not tail.places or not self._text.startswith(",", tail.end):
            return None
        known = self._marks.places.get(self._marks.skip_blanks(tail.end + 1))
        if known is None or self._text[known.end : known.end + 1] != ",":
            return None
        return replace(tail, end=known.end, places=(*tail.places, known))
