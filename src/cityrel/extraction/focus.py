"""The focus points of a cooperation that an article lists, in the order of the list."""

import re
from collections.abc import Iterator, Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.topic_words import topic_words
from cityrel.model import Focus, Span

LONGEST_FOCUS = 160
ITEM_END = re.compile(r"\s*[,;]\s*")


def focus_points(document: Document, sentences: Sequence[int]) -> tuple[Focus, ...]:
    """Give the focus points of the first sentence, of those given, that lists most, and at least two."""
    lists = [tuple(_listed(document, document.sentences[index])) for index in sentences]
    longest = max(lists, key=len, default=())
    return longest if len(longest) > 1 else ()


def _listed(document: Document, sentence: Span) -> Iterator[Focus]:
    """Give the items that follow the last word announcing a list, where each names a topic."""
    announced = document.cues_in("focus", sentence)
    if not announced:
        return
    words = [word for word in topic_words(document, within=sentence) if word.plain]
    number = _announced_number(document, sentence)
    for item in _items(document, Span(announced[-1].end, sentence.end), number):
        topics = [word.topic for word in words if item.start <= word.span.start < item.end]
        if topics and item.end - item.start <= LONGEST_FOCUS:
            text = document.text[item.start : item.end]
            yield Focus(text, tuple(dict.fromkeys(topics)), (document.evidence(item, "focus-list", 0.9),))


def _items(document: Document, span: Span, number: int | None) -> list[Span]:
    """Cut a list at its commas and, unless that gives the announced number, before its last "and"."""
    items = list(_cut(document.text, span, ITEM_END))
    if number is not None and len(items) == number:
        return items
    return [*items[:-1], *_cut(document.text, items[-1], _conjunction(document))] if items else []


def _cut(text: str, span: Span, mark: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for match in [*mark.finditer(text, span.start, span.end), None]:
        end = match.start() if match else span.end
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip(" :,;\t"))
        right = end - (len(piece) - len(piece.rstrip(" .,;:\t")))
        if left < right:
            yield Span(left, right)
        start = match.end() if match else end


def _conjunction(document: Document) -> re.Pattern[str]:
    joined = "|".join(map(re.escape, document.pack.ties.between.get("and", ("and",))))
    return re.compile(rf"\s+(?:{joined})\s+|^(?:{joined})\s+", re.IGNORECASE)


def _announced_number(document: Document, sentence: Span) -> int | None:
    """Give the number told in the sentence or in the one before ("four points")."""
    numbers = document.pack.topics.numbers
    index = document.sentence_index(sentence.start)
    before = document.sentences[index - 1].start if index else sentence.start
    for word in reversed(document.words_in(Span(before, sentence.end))):
        if word.text in numbers:
            return numbers.index(word.text) + 1
    return None
