"""Reading what a title goes on with: the name of a unit, of places and bodies, up to the name of the person.

"Kepala Dinas Perhubungan | Kota Semarang", "Duta Besar | Jepang | untuk Indonesia | dan ASEAN".
"""

import re
from dataclasses import dataclass, replace

from cityrel.extraction.people_asides import SHORT, aside_end
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, NameReader
from cityrel.extraction.people_tail_places import PlaceReader
from cityrel.model import Span

SMALL_JOINT = r"[a-z]{2,6}(?=[ \t\xa0]+[A-Z(])"
RUN = re.compile(
    rf"(?:[ \t\xa0]*(?:[A-Z(][\w()/'’&.-]*|&|{SMALL_JOINT}|,(?=[ \t\xa0]*(?:&|{SMALL_JOINT})))){{1,16}}"
)
ACRONYM = re.compile(r"(?:[ \t\xa0][A-Z][a-z]+){1,4}[ \t\xa0]([A-Z]{3,8})(?=[ \t\xa0][A-Z][a-z])")
JOINT = re.compile(r"[ \t\xa0]*(?:,[ \t\xa0]*(?:&|[a-z]{2,6}(?=[ \t\xa0]))?|/|&)[ \t\xa0]*")
LONGEST_COMMON = 5
"""Words of the longest name of a body in small letters."""

SHORTEST_UNIT = 3
LONGEST_UNIT = 8
FULL = 2
"""Words of a full name."""

STEPS = 12
"""Parts of the longest tail."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a title: it ends at `end`, the title with its unit at `title_end`.

    `places` are the names of places in order and `hosts` those where the holder is posted; `body` is the
    organisation from its first word to its last.
    """

    end: int
    title_end: int
    places: tuple[Span, ...] = ()
    hosts: tuple[Span, ...] = ()
    body: Span | None = None
    unit: bool = False


class TailReader:
    """Reads tails in one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names
        self._places = PlaceReader(marks, names)

    def read(self, offset: int, takes_unit: bool) -> Tail:
        """Give the tail of a title that ends at an offset; `takes_unit` for titles that units follow."""
        tail = Tail(offset, offset)
        for _ in range(STEPS):
            longer = self._step(tail, takes_unit)
            if longer is None or longer.end <= tail.end:
                break
            tail = longer
        return tail

    def body_at(self, offset: int) -> Span | None:
        """Give the name of the organisation that begins at an offset, with the place in it, or None."""
        tail = self._body(Tail(offset, offset), offset)
        for _ in range(STEPS):
            longer = self._body_step(tail) if tail else None
            if longer is None:
                break
            tail = longer
        return tail.body if tail else None

    def _body_step(self, tail: Tail) -> Tail | None:
        start = self._marks.skip_blanks(tail.end)
        return (
            self._announced(tail, start) or self._body(tail, start) or self._place(tail, start, linked=False)
        )

    def _step(self, tail: Tail, takes_unit: bool) -> Tail | None:
        """Read one more part, or None."""
        named = tail.body is not None and tail.body.end == tail.end
        aside = aside_end(self._marks, tail.end, tail.end > tail.title_end, named)
        if aside is not None:
            return replace(tail, end=aside)
        start = self._marks.skip_blanks(tail.end)
        return (
            (self._unit(tail, start) if takes_unit else None)
            or self._announced(tail, start)
            or self._body(tail, start)
            or self._common(tail, start)
            or self._place(tail, start, linked=self._is_linked(start))
            or self._linked(tail, start, takes_unit)
            or self._country(tail)
            or (self._unknown(tail) or self._acronym(tail) if takes_unit else None)
        )

    def _announced(self, tail: Tail, start: int) -> Tail | None:
        """Read a place known by its name and by the word before it ("Kerajaan Maroko")."""
        word = self._marks.at("place", start)
        known = word and self._marks.skip_blanks(word.end) in self._marks.places
        return self._place(tail, start, linked=False) if known else None

    def _unit(self, tail: Tail, start: int) -> Tail | None:
        """Read words for what a unit deals with; a joint only where such a word follows."""
        end, offset = start, start
        while word := WORD.match(self._text, offset):
            if not self._goes_on(word, tail.end) or (offset > start and self._marks.at("title", offset)):
                break
            end = word.end()
            joint = JOINT.match(self._text, end)
            offset = joint.end() if joint else self._marks.skip_blanks(end)
        if end == start:
            return None
        return replace(tail, end=end, title_end=end, unit=True)

    def _is_short_unit(self, word: re.Match[str]) -> bool:
        """Say whether a word is the short form of a unit ("Kadis PUPR"), and not of a place or a body."""
        written = word.group()
        if not (SHORTEST_UNIT <= len(written) <= LONGEST_UNIT and written.isupper()):
            return False
        known = word.start() in self._marks.places or self._marks.at("organisation", word.start())
        return not known and not self._marks.is_capitals(word.start())

    def _follows_small(self, offset: int) -> bool:
        """Say whether the word before an offset is written in small letters."""
        word = self._marks.document.word_before(offset)
        return word is not None and self._text[word.start].islower()

    def _goes_on(self, word: re.Match[str], title_end: int) -> bool:
        """Say whether a word goes on the name of a unit, behind a title that ends at an offset.

        A word in small letters does so before another one, or where the title has small letters too.
        """
        if self._is_short_unit(word):
            return True
        if not self._is_field(word.start()) or self._is_place_word(word):
            return False
        return word.group()[0].isupper() or self._follows_small(title_end) or self._is_joined(word)

    def _is_place_word(self, word: re.Match[str]) -> bool:
        """Say whether a word announces a place here ("Kota Semarang")."""
        place = self._marks.at("place", word.start())
        if place is None:
            return False
        behind = self._marks.skip_blanks(place.end)
        return behind in self._marks.places and self._marks.at("place", behind) is None

    def _is_joined(self, word: re.Match[str]) -> bool:
        """Say whether a word in small letters stands between two words for a field."""
        return self._is_field(self._marks.skip_blanks(word.end()))

    def _is_field(self, offset: int) -> bool:
        word = WORD.match(self._text, offset)
        if word is None or self._is_initial(word):
            return False
        small = word.group().casefold()
        known = small in self._marks.lexicon.fields
        return known or (
            self._marks.lexicon.is_field(small) and self._marks.at("organisation", offset) is None
        )

    def _is_initial(self, word: re.Match[str]) -> bool:
        """Say whether a letter belongs to the first name behind it, and is no number ("Kadis X I Putu Y")."""
        following = WORD.match(self._text, self._marks.skip_blanks(word.end()))
        first = following is not None and following.group().casefold() in self._marks.lexicon.first_names
        return len(word.group()) == 1 and first

    def _body(self, tail: Tail, start: int) -> Tail | None:
        """Read the name of an organisation, with the place in it."""
        head = self._marks.at("organisation", start)
        if head is None or not self._text[start : start + 1].isupper():
            return self._ended(tail, start)
        named = self._unit(replace(tail, end=head.end), self._marks.skip_blanks(head.end))
        end = named.end if named else head.end
        end = self._proper(end) or self._after_particle(end) or end
        body = Span(tail.body.start if tail.body else start, end)
        longer = replace(tail, end=end, body=body, unit=True)
        behind = self._marks.skip_blanks(end)
        linked = end == head.end and self._marks.ending("link:of", end) is not None
        return self._place(longer, behind, linked=True) or longer if linked else longer

    def _is_linked(self, start: int) -> bool:
        """Say whether a title that goes on with "of" ends here."""
        return self._marks.ending("link:of", self._marks.before_blanks(start)) is not None

    def _common(self, tail: Tail, start: int) -> Tail | None:
        """Read words in small letters that end in one for bodies ("of the sister city society")."""
        end = start
        for _ in range(LONGEST_COMMON):
            word = WORD.match(self._text, end)
            if word is None or not self._is_linked(start) or not self._is_small(word, first=end == start):
                return None
            if (kind := self._marks.at("tail", word.start())) is not None and word.start() > start:
                whose = () if self._text[start].islower() else (Span(start, self._word_end(start)),)
                return replace(tail, end=kind.end, unit=True, places=(*tail.places, *whose))
            end = self._marks.skip_blanks(word.end())
        return None

    def _is_small(self, word: re.Match[str], first: bool) -> bool:
        """Say whether a word is in small letters, or is first and tells a country ("the Chinese embassy")."""
        country = first and word.group().casefold() in self._marks.lexicon.adjectives
        return word.group().islower() or country

    def _word_end(self, offset: int) -> int:
        word = WORD.match(self._text, offset)
        return word.end() if word else offset

    def _ended(self, tail: Tail, start: int) -> Tail | None:
        """Read a name that is known as an organisation's by its last words ("... Trade Council")."""
        run = RUN.match(self._text, start) if self._text[start : start + 1].isupper() else None
        if run is None:
            return None
        last = None
        linked = self._follows_small(start)
        for word in WORD.finditer(self._text, start, run.end()):
            if self._marks.at("title", word.start()) or not (linked or word.group()[0].isupper()):
                break
            last = self._marks.at("tail", word.start()) or last
        if last is None or last.start == start or not self._text[last.start].isupper():
            return None
        inside = tuple(self._marks.places_in(start, last.start))[:1]
        places = (*tail.places, *inside)
        return replace(tail, end=last.end, body=Span(start, last.end), places=places, unit=True)

    def _unknown(self, tail: Tail) -> Tail | None:
        """Read words with a capital up to a comma behind which a full name stands."""
        run = RUN.match(self._text, tail.end)
        if run is None or not self._name_follows(run.end()) or self._is_name_behind_place(tail, run.end()):
            return None
        if any(
            self._marks.at("title", word.start()) for word in WORD.finditer(self._text, tail.end, run.end())
        ):
            return None
        if tail.unit and tail.body is None:
            return replace(tail, end=run.end(), title_end=run.end())
        start = self._marks.skip_blanks(tail.end)
        body = Span(tail.body.start if tail.body else start, run.end())
        return replace(tail, end=run.end(), body=body, unit=True)

    def _is_name_behind_place(self, tail: Tail, end: int) -> bool:
        """Say whether a full name stands right behind the place with which a tail ends."""
        name = self._names.read(self._marks.skip_blanks(tail.end))
        closed = bool(tail.places) and tail.places[-1].end == tail.end
        return closed and name is not None and len(name.words) >= FULL and name.whole.end == end

    def _acronym(self, tail: Tail) -> Tail | None:
        """Read words with a capital up to a body's short form that parts them from a full name."""
        found = ACRONYM.match(self._text, tail.end)
        if found is None or tail.body or self._marks.is_capitals(tail.end):
            return None
        words = WORD.finditer(self._text, found.start(), found.start(1))
        if any(self._marks.at("title", word.start()) for word in words):
            return None
        name = self._names.read(self._marks.skip_blanks(found.end()))
        if name is None or len(name.words) < FULL or self._names.is_degree(found.start(1)):
            return None
        return replace(tail, end=found.end(), title_end=found.end(), unit=True)

    def _proper(self, offset: int) -> int | None:
        """Give the end of the capitalised words that complete a body's name, where a short form follows."""
        start = self._marks.skip_blanks(offset)
        if start in self._marks.places or self._marks.at("place", start):
            return None
        run = self._places.run(start)
        if run is None:
            return None
        return run.end if SHORT.match(self._text, run.end) or self._name_follows(run.end) else None

    def _after_particle(self, offset: int) -> int | None:
        """Give the end of what follows the small word in a foreign name ("Universidad de Manila")."""
        small = WORD.match(self._text, self._marks.skip_blanks(offset))
        if small is None or small.group() not in self._marks.lexicon.particles:
            return None
        start = self._marks.skip_blanks(small.end())
        word = WORD.match(self._text, start)
        known = self._marks.places.get(start)
        return known.end if known else (word.end() if word and word.group()[0].isupper() else None)

    def _name_follows(self, offset: int) -> bool:
        """Say whether a comma and a full name stand here."""
        if self._text[offset : offset + 1] != ",":
            return False
        name = self._names.read(self._marks.skip_blanks(offset + 1))
        return name is not None and (name.honoured or len(name.words) > 1)

    def _place(self, tail: Tail, start: int, linked: bool) -> Tail | None:
        """Read a place with the words before it; `linked` where a preposition stands before."""
        word = self._marks.at("place", start)
        begin = self._marks.skip_blanks(word.end) if word else start
        first = not tail.places or self._text[tail.end - 1] == ")"
        linked = linked or (tail.unit and self._closes(start))
        span = self._places.at(begin, word is not None or linked, first) or self._places.at(
            start, False, first
        )
        doubtful = tail.unit and not linked and word is None and not self._is_mission(tail)
        if span and doubtful and self._places.is_first_name(span):
            return None
        if span is None:
            return None
        named, span = span, self._places.with_kind(span)
        end = self._tail_end(span.end) if tail.body else span.end
        body = Span(tail.body.start, end) if tail.body else None
        longer = replace(tail, end=end, places=(*tail.places, span), body=body)
        kinds = (self._marks.at("tail", self._marks.skip_blanks(one.end)) for one in (named, span))
        kind = next((one for one in kinds if one), None)
        if kind is None or not linked or self._text[kind.start].isupper():
            return longer
        return replace(longer, end=kind.end, body=Span(span.start, kind.end))

    def _is_mission(self, tail: Tail) -> bool:
        """Say whether a tail ends in the word for a mission; its city follows ("KBRI Tokyo")."""
        body = tail.body
        return (
            body is not None and self._text[body.start : body.end].casefold() in self._marks.lexicon.missions
        )

    def _tail_end(self, offset: int) -> int:
        """Give the end of what a body's name goes on with behind a place ("... Kent County Council")."""
        tail = self._marks.at("tail", self._marks.skip_blanks(offset))
        return tail.end if tail and self._text[tail.start].isupper() else offset

    def _closes(self, start: int) -> bool:
        """Say whether a place ends what the commas set apart ("Minister for Housing Sarawak, A")."""
        known = self._marks.places.get(start)
        if known is None:
            return False
        ends = self._text[known.end : known.end + 1] in (",", ";", ")", ".")
        return ends or self._marks.at("link:and", self._marks.skip_blanks(known.end)) is not None

    def _linked(self, tail: Tail, start: int, takes_unit: bool) -> Tail | None:
        """Read a preposition with the place, body or unit behind it."""
        link = self._marks.at("link:tail", start)
        if link is None:
            return None
        begin = self._marks.skip_blanks(link.end)
        longer = (
            self._announced(tail, begin)
            or self._body(tail, begin)
            or self._common(tail, begin)
            or (self._unit(tail, begin) if takes_unit and not tail.places else None)
            or self._place(tail, begin, linked=True)
        )
        return _posted(tail, longer) if longer and self._marks.at("link:host", start) else longer

    def _country(self, tail: Tail) -> Tail | None:
        """Read ", Australia" behind a place, where something more follows."""
        if not tail.places or not self._text.startswith(",", tail.end):
            return None
        start = self._marks.skip_blanks(tail.end + 1)
        word = self._marks.at("place", start)
        known = self._marks.places.get(self._marks.skip_blanks(word.end) if word else start)
        if known is None or self._text[known.end : known.end + 1] != ",":
            return None
        return replace(tail, end=known.end, places=(*tail.places, known))


def _posted(tail: Tail, longer: Tail) -> Tail:
    """Give a tail whose last places are where its holder is posted."""
    new = longer.places[len(tail.places) :]
    return replace(longer, places=tail.places, hosts=(*tail.hosts, *new))
