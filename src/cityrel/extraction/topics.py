"""Which fields of cooperation an article is about."""

from collections.abc import Sequence

from cityrel.extraction.document import Document
from cityrel.extraction.topic_signs import OF_TIES, topic_signs
from cityrel.extraction.topic_words import TopicWord, topic_words
from cityrel.extraction.weighing import chance, log_odds
from cityrel.model import Evidence, Span, TopicClaim

MODEL = "topic"
"""The model that weighs the signs of a topic."""

ENOUGH = 0.42
"""The probability from which a topic counts: where precision and recall are about the same."""

SUREST = 0.95

OF_RELATIONS = ("stage", "event")
"""Groups of phrases, beside those for ties, without which an article has nothing to do with any relation."""


def topics(document: Document, titles: Sequence[Span] = ()) -> tuple[TopicClaim, ...]:
    """Give the topics for which enough signs speak, in order of their first mention.

    A word inside a title ("Kepala Dinas Pendidikan") names an office, not a topic: `titles` are left out. An
    article without any words for co-operation, its stages or what is held for it has no topics.
    """
    if not any(document.cues.get(group) for group in (*OF_TIES, *OF_RELATIONS)):
        return ()
    words = topic_words(document, titles)
    firsts = _firsts(words)
    chances = {topic: chance(log_odds(signs, MODEL)) for topic, signs in topic_signs(document, words).items()}
    return tuple(
        TopicClaim(topic, (_evidence(document, firsts[topic], chances[topic]),))
        for topic in firsts
        if chances[topic] >= ENOUGH
    )


def _firsts(words: Sequence[TopicWord]) -> dict[str, TopicWord]:
    """Give the first word of each topic that speaks of it by itself, else the first one."""
    firsts: dict[str, TopicWord] = {}
    for word in words:
        known = firsts.setdefault(word.topic, word)
        if word.plain and not known.plain:
            firsts[word.topic] = word
    return dict(sorted(firsts.items(), key=lambda item: item[1].first))


def _evidence(document: Document, word: TopicWord, probability: float) -> Evidence:
    return document.evidence(word.span, "topic-signs", min(SUREST, round(probability, 2)))
