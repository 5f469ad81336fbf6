"""Reading the name of a place behind a title: known, announced by a word, foreign, or a short form."""

import re

from cityrel.extraction.people_asides import SHORT
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, Name, NameReader
from cityrel.extraction.people_places import is_at_home, is_country
from cityrel.model import Span

CAPITALS = re.compile(r"[A-Z][A-Z0-9.]{1,7}(?![\w'’-])")
LONGEST_PLACE = 4
"""Words of the longest place that no gazetteer knows, with one for the honorific behind it."""

LONGEST_WORD = 40


class PlaceReader:
    """Reads places behind titles in one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names
        self._before_only = marks.document.pack.roles.place_before

    def at(self, offset: int, sure: bool, first: bool) -> Span | None:
        """Give the place that begins here: a known one, a name behind a word for places, or a short form."""
        if self._text[offset : offset + 1].islower() or self._marks.at("title", offset):
            return None
        known = self._marks.places.get(offset)
        if known and (sure or (not self._before_only and self._is_place(known, first))):
            return self._whole(known)
        return self._foreign(offset) or self._before_honorific(offset) or (self.run(offset) if sure else None)

    def with_kind(self, place: Span) -> Span:
        """Add the word for its kind behind a place ("Bengo Province")."""
        word = WORD.match(self._text, self._marks.skip_blanks(place.end))
        is_kind = word is not None and word.group().casefold() in self._marks.lexicon.kinds
        return Span(place.start, word.end()) if word and is_kind else place

    def is_first_name(self, place: Span) -> bool:
        """Say whether a place abroad behind a unit is rather the first name of who heads it."""
        if self._text[place.end : place.end + 1] == ",":
            return False
        name = self._names.read(place.start)
        if name is None or name.span.end <= place.end:
            return False
        abroad = not is_at_home(self._text[place.start : place.end], self._marks.document.pack.home_countries)
        return abroad or self._are_two_names(place, name)

    def _are_two_names(self, place: Span, name: Name) -> bool:
        """Say whether a name is made of two places' names, of which the text speaks nowhere ("Bima Arya")."""
        second = self._marks.places.get(self._marks.skip_blanks(place.end))
        if second is None or second.end != name.span.end:
            return False
        written = (self._text[span.start : span.end].casefold() for span in (place, second))
        return not any(one in self._marks.sure_places for one in written)

    def run(self, offset: int) -> Span | None:
        """Give the words with a capital that begin here, where no name can follow without a comma."""
        end = offset
        while word := WORD.match(self._text, self._marks.skip_blanks(end)):
            if not word.group()[0].isupper() or self._marks.at("title", word.start()):
                break
            end = word.end()
        follows = self._text[end : end + 1] in (",", "(", "", "\n")
        return Span(offset, end) if end > offset and (follows or SHORT.match(self._text, end)) else None

    def _whole(self, place: Span) -> Span:
        """Stretch a known name to the end of its word, where the text spells it otherwise."""
        if self._text[place.end : place.end + 1] not in ("-", "'", "’"):
            return place
        words = WORD.finditer(self._text, place.start, place.end + LONGEST_WORD)
        ends = (word.end() for word in words if word.end() >= place.end)
        return Span(place.start, next(ends, place.end))

    def _before_honorific(self, offset: int) -> Span | None:
        """Give the words with a capital between a title and the honorific with which a name begins."""
        end = offset
        for _ in range(LONGEST_PLACE):
            word = WORD.match(self._text, self._marks.skip_blanks(end))
            if word is None or not word.group()[0].isupper() or self._marks.at("title", word.start()):
                return None
            if self._names.begins_anew(word.start()):
                return Span(offset, end) if end > offset else None
            end = word.end()
        return None

    def _is_place(self, place: Span, first: bool) -> bool:
        """Say whether a known name is the place of the title and not the first name of its holder."""
        if not first:
            name = self._text[place.start : place.end]
            sure = name.casefold() in self._marks.sure_places or is_country(name)
            return sure or self._text[place.end : place.end + 1] == ","
        rest = self._names.read(self._marks.skip_blanks(place.end))
        if self._marks.is_surely_place(place):
            return rest is None or not self._is_first_of_two(place, rest)
        if rest and (rest.honoured or (len(rest.words) > 1 and self._ends_in_place_word(place.start))):
            return True
        return self._text[place.end : place.end + 1] == ","

    def _is_first_of_two(self, place: Span, rest: Name) -> bool:
        """Say whether a place abroad, named nowhere else, rather begins a name ("Rizal Marsaoly")."""
        name = self._text[place.start : place.end]
        if rest.honoured or len(rest.words) > 1 or name.casefold() in self._marks.sure_places:
            return False
        at_home = is_at_home(name, self._marks.document.pack.home_countries)
        return not at_home and len(re.findall(rf"\b{re.escape(name)}\b", self._text)) == 1

    def _ends_in_place_word(self, offset: int) -> bool:
        """Say whether the title before ends in a word for places ("Wali Kota Wewak John Nawas")."""
        return self._marks.ending("place", self._marks.before_blanks(offset)) is not None

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
