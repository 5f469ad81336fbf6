"""The words of an article that speak of fields of cooperation.

A word may speak of several topics ("batik" of culture and of crafts); a longer phrase hides the topics of the
words inside it ("creative economy" is no economy).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.languages.phrases import PhraseMatch
from cityrel.languages.topics import GROUP, PLAIN
from cityrel.model import Span


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word or phrase for a topic; `plain` where it speaks of it by itself.

    `first` and `last` are the numbers of its words in the article.
    """

    topic: str
    span: Span
    text: str
    first: int
    last: int
    plain: bool


def topic_words(document: Document, titles: Sequence[Span] = ()) -> tuple[TopicWord, ...]:
    """Give the words for topics, in order of the text.

    A word inside a title ("Kepala Dinas Pendidikan") names an office, not a topic: `titles` are left out.
    """
    longest = _longest(document)
    starts = {index for title in titles for index in _numbers(document, title)}
    return tuple(
        sorted(
            (
                _word(document, cue)
                for cue in _cues(document)
                if cue.group != GROUP and cue.first not in starts and _is_longest(cue, longest)
            ),
            key=lambda word: (word.first, not word.plain, word.topic),
        )
    )


def _cues(document: Document) -> Iterator[PhraseMatch]:
    for group, cues in document.cues.items():
        if group.startswith(GROUP):
            yield from cues


def _longest(document: Document) -> dict[int, int]:
    """Give, by the number of each word inside a phrase, how many words the longest phrase over it has."""
    longest: dict[int, int] = {}
    for cue in _cues(document):
        # A phrase that only looks like a topic wins over one of its own length.
        length = 2 * (cue.last - cue.first + 1) + (cue.group == GROUP)
        for index in range(cue.first, cue.last + 1):
            longest[index] = max(longest.get(index, 0), length)
    return longest


def _is_longest(cue: PhraseMatch, longest: dict[int, int]) -> bool:
    length = 2 * (cue.last - cue.first + 1)
    return any(longest[index] <= length for index in range(cue.first, cue.last + 1))


def _numbers(document: Document, span: Span) -> Iterator[int]:
    words = document.words_in(span)
    if words:
        first = document.words.index(words[0])
        yield from range(first, first + len(words))


def _word(document: Document, cue: PhraseMatch) -> TopicWord:
    return TopicWord(
        topic=cue.group.removeprefix(GROUP),
        span=Span(cue.start, cue.end),
        text=document.text[cue.start : cue.end].casefold(),
        first=cue.first,
        last=cue.last,
        plain=cue.key == PLAIN,
    )
