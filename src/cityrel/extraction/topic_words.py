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


def topic_words(
    document: Document, titles: Sequence[Span] = (), within: Span | None = None
) -> tuple[TopicWord, ...]:
    """Give the words for topics, in the whole article or within a span, in order of the text.

    A word inside a title ("Kepala Dinas Pendidikan") names an office, not a topic: `titles` are left out.
    """
    cues = tuple(_cues(document, within or Span(0, len(document.text))))
    longest = _longest(cues)
    starts = {index for title in titles for index in document.word_numbers(title)}
    return tuple(
        sorted(
            (
                _word(document, cue)
                for cue in cues
                if cue.group != GROUP and cue.first not in starts and _is_longest(cue, longest)
            ),
            key=lambda word: (word.first, not word.plain, word.topic),
        )
    )


def _cues(document: Document, within: Span) -> Iterator[PhraseMatch]:
    for group in document.cues:
        if group.startswith(GROUP):
            yield from document.cues_in(group, within)


def _longest(cues: Sequence[PhraseMatch]) -> dict[int, int]:
    """Give, by the number of each word inside a phrase, how long the longest phrase over it is."""
    longest: dict[int, int] = {}
    for cue in cues:
        for index in range(cue.first, cue.last + 1):
            longest[index] = max(longest.get(index, 0), _length(cue))
    return longest


def _length(cue: PhraseMatch) -> int:
    """Give how much a phrase covers; one that only looks like a topic wins over another of its length."""
    return 2 * (cue.last - cue.first + 1) + (cue.group == GROUP)


def _is_longest(cue: PhraseMatch, longest: dict[int, int]) -> bool:
    return any(longest[index] <= _length(cue) for index in range(cue.first, cue.last + 1))


def _word(document: Document, cue: PhraseMatch) -> TopicWord:
    return TopicWord(
        topic=cue.group.removeprefix(GROUP),
        span=Span(cue.start, cue.end),
        text=document.text[cue.start : cue.end].casefold(),
        first=cue.first,
        last=cue.last,
        plain=cue.key == PLAIN,
    )
