"""Reading the name of a person from an offset: honorifics, names, initials, degrees, nicknames."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cityrel.extraction.people_marks import Marks
from cityrel.model import Span

WORD = re.compile(r"[^\W\d_]+(?:['’`´ʼ-][^\W\d_]+)*")
GAP = re.compile(r"[ \t\xa0]{0,3}")
QUOTED = re.compile(r"[ \t\xa0]?[\"“”‘'(]([^\W\d_][\w .'’-]{1,24})[\"”’')]")
LONGEST = 7
"""Words of the longest name."""

LONGEST_INITIALS = 4
"""Letters of the longest initials without full stops."""

LONGEST_TRAILING = 2
"""Letters of initials that stand behind a name ("Safrizal ZA")."""

SHORTEST_CAPITALS = 3
"""Letters of the shortest word of a name in capitals."""

LEAST_SPEAKABLE = 5
"""Letters of a word in capitals that is hardly a short form."""

LONGEST_NICKNAME = 3
MOST_PARTICLES = 3
MOST_HONORIFICS = 6
MOST_DEGREES = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text.

    `span` is the name alone and `whole` the name with honorifics and degrees; `words` are its words in small
    letters, without full stops. `nicknames` stand inside or behind it in brackets or quotation marks.
    `honoured` says that an honorific stands before it, `doubtful` that the line is a headline, where every
    word has a capital and the name may seem longer than it is.
    """

    span: Span
    whole: Span
    text: str
    words: tuple[str, ...]
    nicknames: tuple[str, ...] = ()
    honoured: bool = False
    doubtful: bool = False


class NameReader:
    """Reads names in one document."""

    def __init__(self, marks: Marks) -> None:
        self._marks, self._text, self._lexicon = marks, marks.text, marks.lexicon
        self._names: dict[int, Name | None] = {}

    def read(self, offset: int) -> Name | None:
        """Give the name that begins at an offset, or None."""
        if offset not in self._names:
            self._names[offset] = self._name(offset)
        return self._names[offset]

    def _name(self, offset: int) -> Name | None:
        start = self._skip_honorifics(offset)
        if not self._text[start : start + 1].isupper():
            return None
        pieces, nicknames, end = self._words(start)
        if not pieces:
            return None
        text = " ".join(self._written(pieces))
        whole_end = self._skip_degrees(end)
        after = self._nickname(whole_end)
        return Name(
            span=Span(pieces[0].start, end),
            whole=Span(offset, whole_end),
            text=text,
            words=tuple(WORD.findall(text.casefold())),
            nicknames=(*nicknames, *after),
            honoured=start > offset,
            doubtful=self._marks.is_headline(offset),
        )

    def _written(self, pieces: Sequence[Span]) -> list[str]:
        """Give the pieces of a name; those that stand in capitals in a text of small letters as names do."""
        written = [self._text[piece.start : piece.end] for piece in pieces]
        loud = any(_is_speakable(word) for word in written) and not self._marks.is_capitals(pieces[0].start)
        is_name = (loud and word.isupper() and len(word) >= SHORTEST_CAPITALS for word in written)
        return [word.title() if name else word for word, name in zip(written, is_name, strict=True)]

    def _skip_honorifics(self, offset: int) -> int:
        for _ in range(MOST_HONORIFICS):
            match = self._lexicon.honorific.match(self._text, offset)
            if match is None or match.end() == offset:
                break
            offset = match.end()
        return offset

    def _words(self, offset: int) -> tuple[list[Span], list[str], int]:
        """Give the pieces of a name, the nicknames between them, and where the last piece ends."""
        pieces: list[Span] = []
        nicknames: list[str] = []
        particles: list[Span] = []
        headline, shouted = self._marks.manner(offset)
        while len(pieces) < LONGEST:
            word = WORD.match(self._text, offset)
            if word is None or (pieces and self._ends_at(offset, shouted)):
                break
            if pieces and word.group() in self._lexicon.particles and len(particles) < MOST_PARTICLES:
                particles.append(Span(word.start(), word.end()))
                offset = self._after(word.end())
                continue
            if not self._belongs(word, bool(pieces), shouted, headline):
                break
            piece = self._with_stop(word)
            pieces += [*particles, piece]
            if piece.end < word.end():
                break
            particles = []
            quoted = QUOTED.match(self._text, piece.end)
            if quoted and self._goes_on(quoted.end()):
                nicknames.append(quoted.group(1))
                offset = self._after(quoted.end())
            else:
                offset = self._after(piece.end)
            if offset == piece.end and self._text[offset - 1 : offset] != ".":
                break
        return pieces, nicknames, pieces[-1].end if pieces else offset

    def _ends_at(self, offset: int, shouted: bool) -> bool:
        """Say whether a degree stands here, or an honorific with which a name can only begin."""
        return self._is_degree(offset, shouted) or self.begins_anew(offset)

    def begins_anew(self, offset: int) -> bool:
        """Say whether an honorific stands here before which no part of a name stands."""
        leading = self._lexicon.leading.match(self._text, offset)
        return leading is not None and self._text[leading.end() : leading.end() + 1].isupper()

    def _belongs(self, word: re.Match[str], inside: bool, shouted: bool, headline: bool) -> bool:
        """Say whether a word can be part of a name."""
        written, small = word.group(), word.group().casefold().removesuffix("'s").removesuffix("’s")
        initial = len(written) == 1 and (inside or self._text[word.end() : word.end() + 1] == ".")
        if not written[0].isupper():
            return False
        if self._lexicon.is_never_name(small) and not initial and not self._is_name_too(word, headline):
            return False
        if self._marks.begins_other(word.start()):
            return False
        if (headline or shouted) and small in self._marks.small_words:
            return False
        if shouted or len(written) == 1 or not written.isupper() or self._is_initials(word, inside):
            return True
        return self._is_in_capitals(word, inside)

    def _is_name_too(self, word: re.Match[str], headline: bool) -> bool:
        """Say whether a common word with a capital inside a sentence is a name ("Yang Hong")."""
        if headline or word.group().casefold() not in self._lexicon.also_names:
            return False
        before = self._text[self._marks.before_blanks(word.start()) - 1 : word.start()].strip()
        if not (before.isalnum() or before in (",", ")")):
            return False
        return self._has_neighbour(word, lambda other: other[0].isupper() and not other.isupper())

    def _is_in_capitals(self, word: re.Match[str], inside: bool) -> bool:
        """Say whether a word is part of a whole name in capitals ("RIDWAN KAMIL") and not a short form."""
        known = word.start() in self._marks.places and not inside
        if known or not _is_speakable(word.group()):
            return False
        return self._has_neighbour(word, lambda other: other.isupper() and len(other) >= SHORTEST_CAPITALS)

    def _has_neighbour(self, word: re.Match[str], fits: Callable[[str], bool]) -> bool:
        """Say whether the word before or behind, with but a blank between, is of some kind."""
        before = self._marks.document.word_before(word.start())
        behind = WORD.match(self._text, self._after(word.end()))
        near = [self._text[before.start : before.end]] if before and self._is_beside(before.end, word) else []
        near += [behind.group()] if behind and behind.start() > word.end() else []
        return any(fits(other) and not self._lexicon.is_never_name(other.casefold()) for other in near)

    def _is_beside(self, end: int, word: re.Match[str]) -> bool:
        return self._after(end) == word.start()

    def _is_initials(self, word: re.Match[str], inside: bool) -> bool:
        """Say whether a word in capitals stands for first names ("AS Tamrin"), not for a body."""
        if len(word.group()) > LONGEST_INITIALS:
            return False
        following = WORD.match(self._text, self._after(word.end()))
        if inside and (
            len(word.group()) == LONGEST_TRAILING or word.group().casefold() in self._lexicon.suffixes
        ):
            return True
        if following is None or self._after(word.end()) == word.end():
            return False
        return following.group()[0].isupper() and not self._lexicon.is_never_name(
            following.group().casefold()
        )

    def is_degree(self, offset: int) -> bool:
        """Say whether a degree stands at an offset, in a text that is not all in capitals."""
        return self._is_degree(offset, shouted=False)

    def _is_degree(self, offset: int, shouted: bool) -> bool:
        """Say whether a degree stands here, and not a part of the name."""
        degree = self._lexicon.degree.match(self._text, offset)
        if degree is None:
            return False
        following = WORD.match(self._text, self._after(degree.end()))
        if shouted or following is None or self._after(degree.end()) == degree.end():
            return True
        return not following.group().istitle() or self._lexicon.is_never_name(following.group().casefold())

    def _with_stop(self, word: re.Match[str]) -> Span:
        """Add the full stop of an initial, of a shortened name or of a suffix; leave out "'s"."""
        if word.group()[-2:] in ("'s", "’s"):
            return Span(word.start(), word.end() - 2)
        small = word.group().casefold()
        stopped = len(small) == 1 or small in self._lexicon.abbreviated or small in self._lexicon.suffixes
        dot = stopped and self._text[word.end() : word.end() + 1] == "."
        return Span(word.start(), word.end() + dot)

    def _after(self, offset: int) -> int:
        gap = GAP.match(self._text, offset)
        return gap.end() if gap else offset

    def _goes_on(self, offset: int) -> bool:
        """Say whether a name goes on behind a nickname."""
        word = WORD.match(self._text, self._after(offset))
        return word is not None and word.group()[0].isupper() and self._after(offset) > offset

    def _skip_degrees(self, offset: int) -> int:
        for _ in range(MOST_DEGREES):
            degree = self._lexicon.degree.match(self._text, offset)
            if degree is None:
                break
            offset = degree.end()
        return offset

    def _nickname(self, offset: int) -> tuple[str, ...]:
        """Give the nickname in brackets behind a name."""
        quoted = QUOTED.match(self._text, offset)
        if quoted is None or self._marks.at("title", quoted.start(1)):
            return ()
        place = self._marks.places.get(quoted.start(1))
        if place is not None and self._marks.is_surely_place(place):
            return ()
        words = WORD.findall(quoted.group(1))
        fits = 0 < len(words) <= LONGEST_NICKNAME and all(
            word[0].isupper() and not word.isupper() for word in words
        )
        return (quoted.group(1),) if fits and not self._any_never(words) else ()

    def _any_never(self, words: list[str]) -> bool:
        return any(self._lexicon.is_never_name(word.casefold()) for word in words)


def _is_speakable(word: str) -> bool:
    """Say whether a word in capitals is more than initials: long enough, and a third of it vowels."""
    vowels = sum(1 for letter in word if letter in "AEIOUY")
    return word.isupper() and len(word) >= LEAST_SPEAKABLE and vowels * 3 >= len(word)
