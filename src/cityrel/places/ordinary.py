"""The words of a language as its pack shows them: none of them is the name of a place that nobody knows."""

from collections.abc import Iterable, Iterator, Mapping

from cityrel.languages import Pack
from cityrel.places.folding import fold

ANY_LETTERS = "*"


def ordinary_words(pack: Pack) -> frozenset[str]:
    """Give the single words of all phrases for ties, topics, events, titles and bodies, folded.

    Words with letters left open are none, and those of one letter neither.
    """
    return frozenset(
        word
        for phrase in _phrases(pack)
        for word in fold(phrase).split()
        if ANY_LETTERS not in word and len(word) > 1
    )


def _phrases(pack: Pack) -> Iterator[str]:
    names, bodies, ties = pack.names, pack.organisations, pack.ties
    yield from (*names.honorifics, *names.never, *bodies.heads, *bodies.tails, *bodies.fields)
    for tables in (ties.kinds, ties.stages, ties.instruments, ties.government, ties.mission):
        yield from _values(tables)
    for tables in (pack.topics.topics, pack.events.types, pack.roles.titles, pack.roles.units):
        yield from _values(tables)


def _values(table: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for phrases in table.values():
        yield from phrases
