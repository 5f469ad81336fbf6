"""An article cut into lines, sentences and tokens: what every rule looks at.

The cutting is linear in the length of the text and never changes it: all spans are offsets into
`Article.text`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cityrel.languages import Pack
from cityrel.languages.phrases import PhraseMatch, Word, words
from cityrel.model import Article, Evidence, Span

LINE = re.compile(r"[^\n]+")
BREAK = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$|[A-Z“\"][a-z])|[。！？]+[」』”]*")
WORD_BEFORE = re.compile(r"(\w[\w.]{0,11})$")
LONGEST_SENTENCE = 2_000
NO_STAGE = ("stage", "none")
"""The group and key of phrases that only look like a stage ("signed the guest book")."""


@dataclass(frozen=True, eq=False)
class Document:
    """An article with its language pack.

    It is no other document than itself, so that what is worked out from it is found again at once.
    """

    article: Article
    pack: Pack

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order; a sentence never crosses a line."""
        return tuple(
            sentence
            for line in LINE.finditer(self.text)
            for sentence in self._sentences_of(line.start(), line.end())
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in small letters, in order; a hyphen parts two."""
        return words(self.text)

    @cached_property
    def cues(self) -> dict[str, tuple[PhraseMatch, ...]]:
        """The pack's phrases in the text, by group, in order, without what only looks like a stage."""
        found: dict[str, list[PhraseMatch]] = {}
        for match in self.pack.cues.find(self.words):
            if (match.group, match.key) == NO_STAGE:
                continue
            found.setdefault(match.group, []).append(match)
        return {group: tuple(matches) for group, matches in found.items()}

    def cues_of(self, group: str, sentence: int) -> tuple[PhraseMatch, ...]:
        """Give the phrases of a group that begin in the sentence of a number."""
        return self.cues_in(group, self.sentences[sentence])

    def count_words(self, start: int, end: int) -> int:
        """Give how many words begin between two offsets."""
        return len(self.word_numbers(Span(start, end)))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [word.end for word in self.words]

    def words_between(self, one: Span, other: Span) -> int:
        """Give how many words part two spans, in whatever order."""
        start, end = sorted((one, other), key=lambda span: span.start)
        return self.count_words(start.end, end.start)

    @cached_property
    def _cue_starts(self) -> dict[str, list[int]]:
        return {group: [cue.start for cue in cues] for group, cues in self.cues.items()}

    def word_before(self, offset: int) -> Word | None:
        """Give the last word that ends at an offset or before it, on the same line."""
        index = bisect_right(self._word_ends, offset) - 1
        if index < 0 or "\n" in self.text[self.words[index].end : offset]:
            return None
        return self.words[index]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Give the words that begin inside a span."""
        numbers = self.word_numbers(span)
        return self.words[numbers.start : numbers.stop]

    def word_numbers(self, span: Span) -> range:
        """Give the numbers of the words that begin inside a span."""
        first = bisect_left(self._word_starts, span.start)
        return range(first, bisect_left(self._word_starts, span.end, first))

    def cues_in(self, group: str, span: Span) -> tuple[PhraseMatch, ...]:
        """Give the phrases of a group that begin inside a span."""
        cues = self.cues.get(group)
        if cues is None:
            return ()
        starts = self._cue_starts[group]
        return cues[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def sentence_index(self, offset: int) -> int:
        """Give the number of the sentence at an offset, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence at an offset, or the last one before it."""
        return self.sentences[self.sentence_index(offset)]

    def introduces(self, sentence: Span) -> bool:
        """Say whether a sentence ends in a colon, so that a list may follow."""
        return self.text[sentence.start : sentence.end].rstrip().endswith(":")

    def evidence(self, span: Span, rule: str, confidence: float = 1.0) -> Evidence:
        """Give the words of a span as evidence, with the rest of its sentence around them."""
        sentence = self.sentence_at(span.start)
        return Evidence(
            start=span.start,
            end=span.end,
            quote=self.text[span.start : span.end],
            prefix=self.text[min(sentence.start, span.start) : span.start],
            suffix=self.text[span.end : max(sentence.end, span.end)],
            rule=rule,
            confidence=confidence,
        )

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def _sentences_of(self, start: int, end: int) -> Iterator[Span]:
        """Cut one line at its full stops, and at last where it is too long to be looked at as one."""
        stops = [m.end() for m in BREAK.finditer(self.text, start, end) if self._ends_sentence(m)]
        for left, right in pairwise([start, *stops, end]):
            for cut in range(left, right, LONGEST_SENTENCE):
                yield from self._trimmed(cut, min(cut + LONGEST_SENTENCE, right))

    def _ends_sentence(self, stop: re.Match[str]) -> bool:
        """Say whether a stop ends a sentence: not after an abbreviation, not before a small letter."""
        if stop.group()[0] != ".":
            return True
        word = WORD_BEFORE.search(self.text, max(0, stop.start() - 12), stop.start())
        following = self.text[stop.end() : stop.end() + 2].lstrip()
        if following[:1].islower():
            return False
        return not (word and self._is_abbreviation(word.group()))

    def _is_abbreviation(self, word: str) -> bool:
        return (len(word) == 1 and word.isupper()) or word.casefold() in self.pack.sentences.abbreviations

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            yield Span(start, end)
