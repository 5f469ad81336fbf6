"""Which phrases of a pack match nothing in its examples and in a corpus."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cityrel.checking.finding import Finding
from cityrel.checking.listing import Phrase, phrases
from cityrel.languages import Pack
from cityrel.languages.phrases import PhraseBook, words


def unused(pack: Pack, texts: Iterable[str]) -> Iterator[Finding]:
    """Give, key by key, the phrases that match nowhere in the texts."""
    known = [phrase for phrase in phrases(pack) if phrase.has_words]
    used = _used(known, texts)
    idle = (phrase for number, phrase in enumerate(known) if number not in used)
    for (file, where), group in groupby(idle, key=lambda phrase: (phrase.file, phrase.where)):
        named = tuple(phrase.text for phrase in group)
        yield Finding("unused", file, where, "match nothing in the texts looked at", named)


def _used(known: list[Phrase], texts: Iterable[str]) -> set[int]:
    """Give the numbers of the phrases that win somewhere, each in its group."""
    groups: dict[str, dict[str, tuple[str]]] = {}
    for number, phrase in enumerate(known):
        groups.setdefault(f"{phrase.file} {phrase.group}", {})[str(number)] = (phrase.text,)
    book = PhraseBook(groups)
    return {int(match.key) for text in texts for match in book.find(words(text))}
