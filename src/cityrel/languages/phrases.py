"""Finding the phrases of a pack in a text: one pass over its words, whatever the number of phrases.

A phrase is written as words; `*` inside a word stands for any letters ("*jajak*" is menjajaki, dijajaki,
penjajakan). Case, and whether a space or a hyphen joins the words, make no difference.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WORD = re.compile(r"\w+", re.UNICODE)
CACHED_WORDS = 200_000
"""How many distinct words a phrase book remembers; more than a language has in daily use."""


class Word(NamedTuple):
    """A word of a text in small letters, with its offsets."""

    start: int
    end: int
    text: str


class PhraseMatch(NamedTuple):
    """A phrase in a text: `group` and `key` say what it stands for ("stage", "signed").

    `first` and `last` are the numbers of its words.
    """

    start: int
    end: int
    group: str
    key: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase behind its first word; `second` is the next one, empty where there is none or it has a `*`."""

    group: str
    key: str
    rest: tuple[str | re.Pattern[str], ...]
    second: str


def words(text: str) -> tuple[Word, ...]:
    """Give the words of a text; a hyphen or an apostrophe parts two words."""
    return tuple(Word(m.start(), m.end(), m.group().casefold()) for m in WORD.finditer(text))


def words_of(phrase: str) -> list[str]:
    """Give the words of a phrase in small letters."""
    return WORD.findall(phrase.casefold())


class PhraseBook:
    """The phrases of one language, by group and key."""

    def __init__(self, groups: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._wild: list[tuple[re.Pattern[str], _Entry]] = []
        self._known: dict[str, tuple[_Entry, ...]] = {}
        for group, keys in groups.items():
            for key, phrases in keys.items():
                for phrase in phrases:
                    self._add(group, key, phrase)

    def find(self, text_words: Sequence[Word]) -> Iterator[PhraseMatch]:
        """Give every phrase, in order; within a group the longest one wins and none overlap."""
        taken: dict[str, int] = {}
        following = [*(word.text for word in text_words[1:]), ""]
        for index, word in enumerate(text_words):
            for entry in self._entries(word.text):
                if entry.second and entry.second != following[index]:
                    continue
                if taken.get(entry.group, -1) < index and _follows(entry.rest, text_words, index):
                    taken[entry.group] = last = index + len(entry.rest)
                    yield PhraseMatch(word.start, text_words[last].end, entry.group, entry.key, index, last)

    def _add(self, group: str, key: str, phrase: str) -> None:
        first, *rest = (match.group() for match in re.finditer(r"[\w*]+", phrase.casefold()))
        second = rest[0] if rest and "*" not in rest[0] else ""
        entry = _Entry(group, key, tuple(_pattern(word) if "*" in word else word for word in rest), second)
        if "*" in first:
            self._wild.append((_pattern(first), entry))
        else:
            self._exact.setdefault(first, []).append(entry)

    def _entries(self, word: str) -> tuple[_Entry, ...]:
        """Give the phrases that may begin with a word, the longest first."""
        known = self._known.get(word)
        if known is None:
            wild = (entry for pattern, entry in self._wild if pattern.fullmatch(word))
            found = [*self._exact.get(word, ()), *wild]
            known = tuple(sorted(found, key=lambda entry: -len(entry.rest)))
            if len(self._known) < CACHED_WORDS:
                self._known[word] = known
        return known


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word).replace(r"\*", r"\w*"))


def _follows(rest: tuple[str | re.Pattern[str], ...], text_words: Sequence[Word], index: int) -> bool:
    if index + len(rest) >= len(text_words):
        return False
    for wanted in rest:
        index += 1
        text = text_words[index].text
        if text != wanted and (isinstance(wanted, str) or not wanted.fullmatch(text)):
            return False
    return True
