"""What speaks for an article being about a field of cooperation, as named signs that a linear model weighs.

All topics share one set of signs, and each has a sign of its own for how readily articles speak of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import log2

from cityrel.extraction.document import Document
from cityrel.extraction.sentence_flags import Speech, sentence_flags
from cityrel.extraction.topic_words import TopicWord
from cityrel.extraction.weighing import Signs

LIST_GAP = 4
"""Words that may part the items of an enumeration."""

BESIDE = ("field", "focus", "stage", "modality", "speech", "event", "reference", "instrument")
"""Groups of phrases whose company tells how a sentence speaks of a topic."""


OF_TIES = ("kind", "field", "focus", "instrument", "reference")
"""Groups of phrases without which an article speaks of no co-operation at all."""


def topic_signs(document: Document, words: Sequence[TopicWord]) -> Mapping[str, Signs]:
    """Give the signs of each topic that any word of the article speaks of."""
    found: dict[str, list[TopicWord]] = {}
    for word in words:
        found.setdefault(word.topic, []).append(word)
    setting = _Setting(document, words)
    return {topic: dict(_signs(setting, own)) for topic, own in found.items()}


class _Setting:
    """What is asked of all topics of an article, counted once."""

    def __init__(self, document: Document, words: Sequence[TopicWord]) -> None:
        self.document = document
        self.idle = not any(document.cues.get(group) for group in OF_TIES)
        self.speech = Speech(document.text)
        self.plain = sum(word.plain for word in words)
        self.topics = len({word.topic for word in words if word.plain})
        self.flags: dict[int, frozenset[str]] = {}
        self.beside: dict[int, set[str]] = {}
        for word in words:
            if word.plain:
                self.beside.setdefault(document.sentence_index(word.span.start), set()).add(word.topic)
        self.listed = _listed(document, [word for word in words if word.plain])

    def flags_of(self, word: TopicWord) -> Iterator[str]:
        """Give what is true of the place where a word stands."""
        index = self.document.sentence_index(word.span.start)
        if index not in self.flags:
            self.flags[index] = frozenset(sentence_flags(self.document, index, BESIDE))
        yield from self.flags[index]
        others = len(self.beside.get(index, set()) - {word.topic})
        if others:
            yield "beside"
        if others > 1:
            yield "beside-several"
        if not others:
            yield "by-itself"
        if word.first in self.listed:
            yield "listed"
        if self.speech.holds(word.span):
            yield "spoken"
        if _is_named(self.document, word):
            yield "name"


def _listed(document: Document, words: Sequence[TopicWord]) -> frozenset[int]:
    """Give the numbers of the words that stand in an enumeration of at least three topics."""
    found: set[int] = set()
    run: list[TopicWord] = []
    for word in words:
        if run and not _goes_on(document, run[-1], word):
            run = []
        run.append(word)
        if len({item.topic for item in run}) > 2:  # noqa: PLR2004 - three make a list
            found |= {item.first for item in run}
    return frozenset(found)


def _goes_on(document: Document, before: TopicWord, word: TopicWord) -> bool:
    gap = document.text[before.span.end : word.span.start]
    return word.first - before.last - 1 <= LIST_GAP and not set(gap) & set(".!?\n")


def _is_named(document: Document, word: TopicWord) -> bool:
    """Say whether a word stands, with a capital, beside another in a line: part of some body's name."""
    text = document.text
    if not text[word.span.start].isupper():
        return False
    before = document.words[word.first - 1] if word.first else None
    after = document.words[word.last + 1] if word.last + 1 < len(document.words) else None
    return any(
        other is not None
        and text[other.start].isupper()
        and not set(text[min(other.end, word.span.end) : max(other.start, word.span.start)]) & set(".,;:!?\n")
        and (other.start > word.span.start or other.start != document.sentence_at(other.start).start)
        for other in (before, after)
    )


def _signs(setting: _Setting, own: Sequence[TopicWord]) -> Iterator[tuple[str, float]]:
    sure = [word for word in own if word.plain]
    yield "bias", 1.0
    yield f"topic/{own[0].topic}", 1.0
    yield "words", log2(1 + min(len(sure), 15))
    yield "words/once", float(len(sure) == 1)
    yield "words/none", float(not sure)
    yield "words/distinct", log2(1 + len({word.text for word in sure}))
    yield "words/share", len(sure) / max(1, setting.plain)
    yield "hints", log2(1 + min(len(own) - len(sure), 15))
    yield "hints/distinct", log2(1 + len({word.text for word in own if not word.plain}))
    yield "topics", log2(1 + setting.topics)
    yield "length", log2(1 + len(setting.document.sentences))
    yield "no-cooperation", float(setting.idle)
    yield from _of_flags(setting, sure, "")
    if not sure:
        yield from _of_flags(setting, own, "hint-")


def _of_flags(setting: _Setting, words: Sequence[TopicWord], kind: str) -> Iterator[tuple[str, float]]:
    counts: dict[str, int] = {}
    for word in words:
        for flag in setting.flags_of(word):
            counts[flag] = counts.get(flag, 0) + 1
    for flag, count in counts.items():
        yield f"{kind}any/{flag}", 1.0
        yield f"{kind}share/{flag}", count / len(words)
