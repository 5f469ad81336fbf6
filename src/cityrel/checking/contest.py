"""Which phrases of a pack stand in each other's way, or in the way of a place's name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cityrel.checking.finding import Finding, Problem
from cityrel.checking.listing import Phrase, phrases
from cityrel.languages import Pack
from cityrel.languages.phrases import PhraseBook, words
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer
from cityrel.places.lexicon import lexicon

ANY_LETTERS = "ꙮ"
"""Stands for what `*` stands for when a phrase is tried: a letter that no phrase contains, so that only
another `*` can match it."""

WELL_KNOWN = 5.3
"""The prominence (decimal logarithm of the population) of a place of 200,000, met in the news often."""


def contested(pack: Pack) -> Iterator[Finding]:
    """Give the phrases that stand twice, never match, or are the name of a well-known place."""
    known = sorted(phrases(pack), key=lambda phrase: (phrase.file, phrase.group))
    for _, group in groupby(known, key=lambda phrase: (phrase.file, phrase.group)):
        members = list(group)
        yield from _wordless(members)
        yield from _rivals([phrase for phrase in members if phrase.has_words])
    yield from _places(pack, known)


def _wordless(group: Iterable[Phrase]) -> Iterator[Finding]:
    for phrase in group:
        if not phrase.has_words:
            yield _finding("ambiguous", phrase, "there is no word in it, so it never matches")


def _rivals(group: Sequence[Phrase]) -> Iterator[Finding]:
    first: dict[str, Phrase] = {}
    for phrase in group:
        same = first.setdefault(_trial(phrase), phrase)
        if same is not phrase:
            yield _doubled(phrase, same)
    yield from _shadowed(list(first.values()))


def _doubled(phrase: Phrase, first: Phrase) -> Finding:
    if phrase.where == first.where:
        return _finding("unused", phrase, "stands there twice")
    return _finding("ambiguous", phrase, f"stands in {first.where} too, and only one can win")


def _shadowed(group: Sequence[Phrase]) -> Iterator[Finding]:
    """Try each phrase on a text that is nothing but itself."""
    everything = _book(group, range(len(group)))
    with_star = _book(group, (n for n, phrase in enumerate(group) if "*" in phrase.text))
    for phrase in group:
        winner = _winner(group, everything, phrase)
        other = winner if winner != phrase else _winner(group, with_star, phrase)
        if other and other != phrase and other.where == phrase.where:
            yield _finding("unused", phrase, f"is not needed beside “{other.text}”")
        elif winner and winner != phrase:
            yield _finding("ambiguous", phrase, f"never matches: “{winner.text}” of {winner.where} wins")


def _book(group: Sequence[Phrase], numbers: Iterable[int]) -> PhraseBook:
    """Make a book that tells by its key which phrase was found."""
    return PhraseBook({"": {str(number): (group[number].text,) for number in numbers}})


def _winner(group: Sequence[Phrase], book: PhraseBook, phrase: Phrase) -> Phrase | None:
    trial = words(_trial(phrase))
    match = next(book.find(trial), None)
    whole = match is not None and match.first == 0 and match.last == len(trial) - 1
    return group[int(match.key)] if match and whole else None


def _trial(phrase: Phrase) -> str:
    """Give the words of a phrase as a text that it matches."""
    return " ".join(word.text for word in words(phrase.text.replace("*", ANY_LETTERS)))


def _places(pack: Pack, known: Iterable[Phrase]) -> Iterator[Finding]:
    """Give the phrases that are also the usual name of a well-known place, which no list takes out."""
    never = lexicon(pack).never
    for phrase in known:
        place = "*" not in phrase.text and fold(phrase.text) not in never and _well_known(phrase.text)
        if place:
            yield _finding(
                "ambiguous", phrase, f"is the name of {place} too, and not in never of places.toml"
            )


def _well_known(text: str) -> str | None:
    """Give the name and the country of the well-known place that a phrase is the usual name of."""
    usual = [candidate.known for candidate in gazetteer().candidates(fold(text)) if candidate.main]
    largest = max(usual, key=lambda known: known.prominence, default=None)
    if largest is None or largest.prominence < WELL_KNOWN:
        return None
    return f"{largest.place.name}, {largest.place.country}"


def _finding(problem: Problem, phrase: Phrase, message: str) -> Finding:
    return Finding(problem, phrase.file, phrase.where, message, (phrase.text,))
