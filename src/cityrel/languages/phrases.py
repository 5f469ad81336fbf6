"""Finding the phrases of a pack in a text: one pass over its words, whatever the number of phrases.

A phrase is written as words; `*` inside a word stands for any letters ("*jajak*" is menjajaki, dijajaki,
penjajakan). Case, and whether a space or a hyphen joins the words, make no difference.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cityrel.languages.word_trees import NOTHING

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
    """A phrase behind its first word.

    `second` is the next one, empty where there is none or it has a `*`; `beyond` says that there is more to
    a phrase than a plain second word.
    """

    group: str
    key: str
    rest: tuple[str | re.Pattern[str], ...]
    second: str
    beyond: bool


def words(text: str) -> tuple[Word, ...]:
    """Give the words of a text; a hyphen or an apostrophe parts two words."""
    return tuple([Word(m.start(), m.end(), m.group().casefold()) for m in WORD.finditer(text)])


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
        self._any_wild = re.compile(
            "|".join(dict.fromkeys(pattern.pattern for pattern, _ in self._wild)) or NOTHING
        )

    def find(self, text_words: Sequence[Word]) -> Iterator[PhraseMatch]:
        """Give every phrase, in order; within a group the longest one wins and none overlap."""
        taken: dict[str, int] = {}
        for index, entries in self._begun(text_words):
            following = text_words[index + 1].text if index + 1 < len(text_words) else ""
            for entry in entries:
                if entry.second and entry.second != following:
                    continue
                if entry.beyond and not _follows(entry.rest, text_words, index):
                    continue
                if taken.get(entry.group, -1) < index:
                    taken[entry.group] = last = index + len(entry.rest)
                    start, end = text_words[index].start, text_words[last].end
                    yield PhraseMatch(start, end, entry.group, entry.key, index, last)

    def _begun(self, text_words: Sequence[Word]) -> Iterator[tuple[int, tuple[_Entry, ...]]]:
        """Give the phrases that may begin with each word, with its number; most words begin none."""
        known = self._known
        for index, (_, _, word) in enumerate(text_words):
            entries = known.get(word)
            if entries is None:
                entries = self._entries(word)
            if entries:
                yield index, entries

    def _add(self, group: str, key: str, phrase: str) -> None:
        first, *rest = (match.group() for match in re.finditer(r"[\w*]+", phrase.casefold()))
        second = rest[0] if rest and "*" not in rest[0] else ""
        wanted = tuple(_pattern(word) if "*" in word else word for word in rest)
        entry = _Entry(group, key, wanted, second, beyond=len(rest) > bool(second))
        if "*" in first:
            self._wild.append((_pattern(first), entry))
        else:
            self._exact.setdefault(first, []).append(entry)

    def _entries(self, word: str) -> tuple[_Entry, ...]:
        """Give the phrases that may begin with a word, the longest first, and remember them."""
        found = [*self._exact.get(word, ())]
        if self._any_wild.fullmatch(word):
            found += [entry for pattern, entry in self._wild if pattern.fullmatch(word)]
        entries = tuple(sorted(found, key=lambda entry: -len(entry.rest)))
        if len(self._known) < CACHED_WORDS:
            self._known[word] = entries
        return entries


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
