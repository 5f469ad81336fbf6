"""Which fields of cooperation an article speaks of, and the focus points that it lists."""

import re
from collections.abc import Iterator, Sequence

from cityrel.extraction.document import Document
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Evidence, Focus, Span, TopicClaim

ENOUGH = 1.0
"""The weight from which a topic counts."""

IN_CONTEXT, BESIDE_OTHERS, ALONE = 1.0, 1.0, 0.5
"""How much a topic word weighs beside words for cooperation, beside other topics, and by itself."""

NO_TOPIC = "none"
"""The key of phrases that only look like a topic."""

LONGEST_FOCUS = 160
ITEM_END = re.compile(r"\s*[,;]\s*")


def topics(document: Document, titles: Sequence[Span] = ()) -> tuple[TopicClaim, ...]:
    """Give the topics for which enough words of the article speak, in order of their first mention.

    A word inside a title ("Kepala Dinas Pendidikan") names an office, not a topic: `titles` are left out.
    """
    weights: dict[str, float] = {}
    cues: dict[str, list[PhraseMatch]] = {}
    for sentence in document.sentences:
        here = [cue for cue in _topic_cues(document, sentence) if not _inside(cue, titles)]
        weight = _sentence_weight(document, sentence, here)
        for cue in here:
            weights[cue.key] = weights.get(cue.key, 0.0) + weight
            cues.setdefault(cue.key, []).append(cue)
    return tuple(
        TopicClaim(key, (_evidence(document, found[0], weights[key]),))
        for key, found in cues.items()
        if weights[key] >= ENOUGH
    )


def focus_points(document: Document, sentences: Sequence[int]) -> tuple[Focus, ...]:
    """Give the focus points of the first sentence, of those given, that lists at least two."""
    for index in sentences:
        points = tuple(_listed(document, document.sentences[index]))
        if len(points) > 1:
            return points
    return ()


def _topic_cues(document: Document, span: Span) -> list[PhraseMatch]:
    return [cue for cue in document.cues_in("topic", span) if cue.key != NO_TOPIC]


def _inside(cue: PhraseMatch, spans: Sequence[Span]) -> bool:
    return any(span.start <= cue.start < span.end for span in spans)


def _sentence_weight(document: Document, sentence: Span, here: Sequence[PhraseMatch]) -> float:
    if any(document.cues_in(group, sentence) for group in ("field", "focus", "kind")):
        return IN_CONTEXT
    return BESIDE_OTHERS if len({cue.key for cue in here}) > 1 else ALONE


def _listed(document: Document, sentence: Span) -> Iterator[Focus]:
    """Give the items that follow the last word announcing a list, where each names a topic."""
    announced = document.cues_in("focus", sentence)
    if not announced:
        return
    number = _announced_number(document, sentence)
    for item in _items(document, Span(announced[-1].end, sentence.end), number):
        cues = _topic_cues(document, item)
        if cues and item.end - item.start <= LONGEST_FOCUS:
            text = document.text[item.start : item.end]
            keys = tuple(dict.fromkeys(cue.key for cue in cues))
            yield Focus(text, keys, (document.evidence(item, "focus-list", 0.9),))


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


def _evidence(document: Document, cue: PhraseMatch, weight: float) -> Evidence:
    confidence = min(0.95, 0.5 + 0.15 * weight)
    return document.evidence(Span(cue.start, cue.end), "topic-words", round(confidence, 2))
