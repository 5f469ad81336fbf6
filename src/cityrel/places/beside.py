"""What stands beside a name: words for a level or an office, the country, the division it lies in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cityrel.model import Span
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Candidate, Gazetteer, Known
from cityrel.places.lexicon import Lexicon, Word
from cityrel.places.mention import NameMatch

REACH = 56
"""Characters before and behind a name in which words beside it are looked for."""

CACHED_OFFSETS = 1_000
"""How many offsets the words before them are remembered of: several steps ask for those of one article."""

LONGEST_WORDS = 5
GREAT = 6.0
"""The prominence (a million people) of a city whose parts are named with it."""

GAP = 40
"""Characters that may part a name from its country or division."""

WORDS_BEFORE = re.compile(r"[\w.'/]+|[^\w\s]")
WORDS_AFTER = re.compile(r"[ ]?(\w+(?:['.]\w+)*)")
MARKS = " ,(;"
BRACKETS = "()"


@dataclass(frozen=True)
class Name:
    """A name in its surroundings.

    `whole` has the words for the level with it; `trigger` are the words beside it, `word` what they tell.
    `country` is a country code, `division` a division as (country, code), both where they stand right
    behind; `upto` is where that ends, `container` the number of the name that tells it, and `tight` says that
    only a space lies between. `foreign` says that a country in brackets behind has no such place. `holds`
    says that the name before lies in this division.
    """

    match: NameMatch
    folded: str
    candidates: tuple[Candidate, ...]
    whole: Span
    trigger: str | None = None
    word: Word | None = None
    country: str | None = None
    division: tuple[str, str] | None = None
    upto: int = 0
    tight: bool = False
    container: int | None = None
    holds: bool = False
    foreign: bool = False

    @property
    def level(self) -> str | None:
        """The level that the words beside the name tell."""
        return self.word.level if self.word else None

    @property
    def is_followed_by_level(self) -> bool:
        """Say whether the word for the level stands behind the name ("Cook County")."""
        return self.whole.end > self.match.span.end


def names(text: str, matches: Sequence[NameMatch], places: Gazetteer, words: Lexicon) -> list[Name]:
    """Give the names with what stands beside them, in order."""
    found = [_name(text, _without_office(text, match, places, words), places, words) for match in matches]
    for index in range(len(found) - 2, -1, -1):
        found[index] = _contained(text, found[index], found[index + 1], index + 1, words)
        if found[index].division:
            found[index + 1] = replace(found[index + 1], holds=True)
    return found


def _without_office(text: str, match: NameMatch, places: Gazetteer, words: Lexicon) -> NameMatch:
    """Part a town's name from its council: "Delaware City Council" is hardly the council of Delaware City."""
    short, _, last = match.name.rpartition(" ")
    end = _word_end(text, match.span.end)
    if not short or end is None or fold(last + text[match.span.end : end]) not in words.after:
        return match
    if _greatest(places, short) <= _greatest(places, match.name):
        return match
    return NameMatch(Span(match.span.start, match.span.start + len(short)), short)


def _greatest(places: Gazetteer, name: str) -> float:
    """Give the prominence of the greatest place of which a name is the usual one."""
    return max((one.known.prominence for one in places.candidates(fold(name)) if one.main), default=0.0)


def _name(text: str, match: NameMatch, places: Gazetteer, words: Lexicon) -> Name:
    """Give a name with the words for its level or its office."""
    folded, span = fold(match.name), match.span
    whole = span
    trigger: str | None = None
    word: Word | None = None
    if behind := words_behind(text, span.end, words):
        end, word = behind
        trigger = text[span.end : end].strip(" -")
        whole = span if word.office else Span(span.start, end)
    if before := words_before(text, span.start, words):
        start, word = before
        trigger = text[start : span.start].strip()
        whole = whole if word.office else Span(start, whole.end)
    return Name(match, folded, places.candidates(folded), whole, trigger, word, upto=whole.end)


@lru_cache(CACHED_OFFSETS)
def words_before(text: str, end: int, words: Lexicon) -> tuple[int, Word] | None:
    """Give the longest words for a level or an office that end right before an offset: where they begin."""
    begin = max(0, end - REACH)
    begin = max(begin, text.rfind("\n", begin, end) + 1)
    if not _may_end(text[begin:end], words):
        return None
    found = [token for token in WORDS_BEFORE.finditer(text, begin, end) if token.group() not in BRACKETS]
    tokens = found[-LONGEST_WORDS:]
    folded = [fold(token.group()) for token in tokens]
    for first, token in enumerate(tokens):
        phrase = " ".join(folded[first:])
        if phrase in words.before:
            return token.start(), words.before[phrase]
    return None


def _may_end(head: str, words: Lexicon) -> bool:
    """Say quickly whether the last word is one that words for a level end with."""
    head = head.rstrip(" ()-")
    last = head[max(map(head.rfind, " (-\t")) + 1 :]
    return fold(last) in words.last_before


def words_behind(text: str, start: int, words: Lexicon) -> tuple[int, Word] | None:
    """Give the longest words for a level or an office right behind an offset: where they end."""
    first = _word_end(text, start)
    if first is None or fold(text[start:first]).strip() not in words.first_after:
        return None
    ends = [first]
    while len(ends) < LONGEST_WORDS - 1 and (end := _word_end(text, ends[-1])):
        ends.append(end)
    for last in reversed(ends):
        phrase = fold(text[start:last]).strip()
        if phrase in words.after and _is_level_word(text, start, words.after[phrase]):
            return last, words.after[phrase]
    return None


def _word_end(text: str, offset: int) -> int | None:
    """Give the end of the word that a blank, a hyphen or nothing parts from an offset."""
    word = WORDS_AFTER.match(text, offset + text.startswith("-", offset))
    return word.end() if word else None


def _is_level_word(text: str, start: int, word: Word) -> bool:
    """Say whether a word behind a name belongs to it: by a hyphen or a capital ("Mapo-gu", "Nansha City")."""
    following = text[start : start + 2]
    return following.startswith("-") or following[1:].isupper() or word.office


def _contained(text: str, name: Name, following: Name, index: int, words: Lexicon) -> Name:
    """Give a name with the country or the division that follows it."""
    gap = text[name.whole.end : following.whole.start]
    if not joined(gap, words):
        return name
    name = replace(name, tight=not gap.strip())
    code = words.countries.get(following.folded)
    if code and _has(name, country=code):
        return replace(name, country=code, upto=_closed(text, following.whole.end), container=index)
    if code and gap.strip() == "(":
        return replace(name, foreign=True)
    return _in_division(text, name, following, index)


def _in_division(text: str, name: Name, following: Name, index: int) -> Name:
    for candidate in following.candidates:
        outer = candidate.known
        if not _can_hold(outer, name, following) or following.country not in (None, outer.place.country):
            continue
        if _has(name, country=outer.place.country, division=outer.division):
            return replace(
                name,
                country=outer.place.country,
                division=(outer.place.country, outer.division),
                upto=_closed(text, following.upto),
                container=index,
            )
    return name


def _can_hold(outer: Known, name: Name, following: Name) -> bool:
    """Say whether a name can lie in a place: a division, or a great city for what is called a part of one.

    A regency or a county can where no town bears its name, as in a list of towns ("Newport, Pembrokeshire").
    """
    if outer.place.level == "city":
        return name.level is not None and outer.prominence >= GREAT
    if outer.place.level == "regency":
        return all(c.known.place.level != "city" for c in following.candidates)
    return outer.place.level == "province"


def _has(name: Name, country: str, division: str | None = None) -> bool:
    """Say whether the name can stand for something within a country or a division of it."""
    return any(
        candidate.known.place.country == country
        and candidate.known.place.level != "country"
        and (
            division is None
            or (candidate.known.division == division and candidate.known.place.level != "province")
        )
        for candidate in name.candidates
    )


def joined(gap: str, words: Lexicon) -> bool:
    """Say whether what stands between two names may stand between a place and where it lies."""
    if len(gap) > GAP or "\n" in gap or ")" in gap:
        return False
    return not gap.strip(MARKS) or fold(gap.strip(MARKS)) in words.joints


def _closed(text: str, end: int) -> int:
    """Take in the bracket that closes a country in brackets."""
    return end + 1 if text[end : end + 1] == ")" else end
