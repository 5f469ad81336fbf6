"""From the names in a text to the places they stand for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cityrel.languages import Pack
from cityrel.model import Span
from cityrel.places.beside import Name, names
from cityrel.places.choosing import Choice, choose
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer
from cityrel.places.initials import initials
from cityrel.places.lexicon import Lexicon, lexicon
from cityrel.places.likeliness import Stand
from cityrel.places.listed import listed
from cityrel.places.mention import NameMatch, PlaceMention
from cityrel.places.namesakes import named_alike
from cityrel.places.setting import Setting, setting
from cityrel.places.spelling import overlaps_any, slips
from cityrel.places.written import Scene, written

WORD_LEFT = re.compile(r"(?:^|(?<=[\s\W]))([^\W\d_][\w'’]*)[ ]$")
WORD_RIGHT = re.compile(r"[ ]([^\W\d_][\w'’]*)")
SETTLED = ("country-name", "country-beside", "division-beside")
"""The rules for which it makes no difference what else the article names."""

BEYOND = 2
"""Spaces in a name that no person's name in it can hide."""

NEIGHBOUR = 30
"""Characters in which the word next to a name is looked for."""


def resolve(
    text: str,
    pack: Pack,
    matches: Sequence[NameMatch],
    masked: Sequence[Span] = (),
    expected: Sequence[Span] = (),
) -> tuple[PlaceMention, ...]:
    """Give the places that a text names, in order.

    `matches` are what `match` found in it; those that overlap a `masked` span (the name of a person) are
    skipped. In the `expected` stretches, in order, names of places are likely, so that smaller places count.
    A name that could be several places, or none, is left out: a wrong place costs more than a missing one.
    """
    words = lexicon(pack)
    free = _free(matches, masked)
    found = names(text, free, gazetteer(), words)
    around = setting(text, found, words)
    choices = _choices(text, found, around, words, expected)
    mentions = list(_mentions(found, choices))
    taken = [*(mention.whole for mention in mentions), *masked]
    countries = [
        (name.match.span, words.countries[name.folded]) for name in found if name.folded in words.countries
    ]
    mentions += slips(text, taken, countries, words, gazetteer())
    mentions += named_alike(text, sorted(mentions, key=_start), words)
    mentions += written(Scene(text, masked, expected, around, words), list(mentions))
    mentions += initials(text, list(mentions), _taken(mentions, masked))
    return tuple(sorted(mentions, key=_start))


def _taken(mentions: Iterable[PlaceMention], masked: Iterable[Span]) -> list[Span]:
    """Give the spans that bear names already, in order."""
    return sorted((*(mention.whole for mention in mentions), *masked), key=lambda span: span.start)


def _start(mention: PlaceMention) -> int:
    return mention.span.start


def _choices(
    text: str, found: Sequence[Name], around: Setting, words: Lexicon, expected: Sequence[Span]
) -> list[Choice | None]:
    """Choose twice: the countries and the neighbours that the first round has found tell more of the rest."""
    stands = [_stand(text, name, around, words, expected) for name in found]
    choices = [choose(name, around, words, stand) for name, stand in zip(found, stands, strict=True)]
    wider = around.wider(choice.known for choice in choices if choice)
    for index, beside in enumerate(listed(text, found, choices, words)):
        choice, stand = choices[index], stands[index]
        if choice is None or choice.rule not in SETTLED:
            stand = replace(stand, beside=beside) if beside else stand
            choices[index] = choose(found[index], wider, words, stand) or choice
    return _alike(found, stands, choices, around)


def _alike(
    found: Sequence[Name], stands: Sequence[Stand], choices: Sequence[Choice | None], around: Setting
) -> list[Choice | None]:
    """Let a name that has been settled somewhere mean the same place wherever it stands for itself."""
    settled = {choice.known.place.id: choice for choice in choices if choice is not None}
    return [
        choice or (None if _may_be_other(name, stand, around) else _sole(name, settled))
        for name, stand, choice in zip(found, stands, choices, strict=True)
    ]


def _may_be_other(name: Name, stand: Stand, around: Setting) -> bool:
    """Say whether a name may be a part of another one, a common word, or one with a level of its own."""
    return stand.doubtful or stand.inside or name.level is not None or name.folded in around.small


def _sole(name: Name, settled: Mapping[str, Choice]) -> Choice | None:
    """Give the only settled place that bears a name as its usual one."""
    bearers = {candidate.known.place.id for candidate in name.candidates if candidate.main}
    known = [settled[key] for key in sorted(bearers & settled.keys())]
    return replace(known[0], rule="said-elsewhere") if len(known) == 1 else None


def _stand(text: str, name: Name, around: Setting, words: Lexicon, expected: Sequence[Span]) -> Stand:
    """Tell how a name stands in its sentence."""
    beside = _beside(text, name, words)
    return Stand(
        doubtful=_is_doubtful(beside, around, words),
        inside=_is_inside(beside, words) or _is_of_person(text, name, words),
        expected=overlaps_any(name.match.span, expected),
        opening=name.folded not in around.inner,
    )


def _free(matches: Sequence[NameMatch], masked: Sequence[Span]) -> list[NameMatch]:
    """Give the names outside the masked spans, and those that go beyond one; both are walked through once.

    "General Santos City" is no general called Santos.
    """
    spans = sorted(masked, key=lambda span: span.start)
    free, index = [], 0
    for match in sorted(matches, key=lambda match: match.span.start):
        while index < len(spans) and spans[index].end <= match.span.start:
            index += 1
        if index == len(spans) or not spans[index].overlaps(match.span) or _goes_beyond(match, spans[index]):
            free.append(match)
    return free


def _goes_beyond(match: NameMatch, masked: Span) -> bool:
    """Say whether a name of three words or more has a masked span within it, and ends behind it."""
    inside = match.span.start <= masked.start and masked.end < match.span.end
    return inside and match.name.count(" ") >= BEYOND


def _mentions(found: Sequence[Name], choices: Sequence[Choice | None]) -> Iterator[PlaceMention]:
    """Give the mentions; a country behind a place that lies in it is part of that mention."""
    taken = {
        name.container
        for name, choice in zip(found, choices, strict=True)
        if choice is not None and name.division is None and name.country == choice.known.place.country
    }
    for index, (name, choice) in enumerate(zip(found, choices, strict=True)):
        if choice is not None and index not in taken:
            in_country = name.country == choice.known.place.country and name.division is None
            yield PlaceMention(
                span=name.match.span,
                whole=Span(name.whole.start, name.upto) if in_country else name.whole,
                place=choice.known.place,
                trigger=name.trigger,
                rule=choice.rule,
                confidence=choice.confidence,
            )


def _is_inside(beside: Iterable[str], words: Lexicon) -> bool:
    """Say whether the name is part of the name of an institution, a river, a street ("Universitas X")."""
    return any(fold(word) in words.inside for word in beside)


def _is_of_person(text: str, name: Name, words: Lexicon) -> bool:
    """Say whether a name of persons stands before a name, or behind one with no word for its level."""
    left, right = _left(text, name), _right(text, name, words)
    return any(
        word[:1].isupper() and fold(word) in words.persons for word in (left, "" if name.word else right)
    )


def _is_doubtful(beside: Iterable[str], around: Setting, words: Lexicon) -> bool:
    """Say whether a word with a capital stands right beside the name, so that both may be one name."""
    return any(
        word[:1].isupper() and not word.isupper() and not _is_plain(fold(word), around, words)
        for word in beside
    )


def _is_plain(word: str, around: Setting, words: Lexicon) -> bool:
    """Say whether a folded word is no part of a name, though it may have a capital."""
    return word in words.never or word in words.countries or word in words.joints or word in around.small


def _beside(text: str, name: Name, words: Lexicon) -> list[str]:
    """Give the words right beside a name, one space away."""
    return [word for word in (_left(text, name), _right(text, name, words)) if word]


def _left(text: str, name: Name) -> str:
    start = name.match.span.start
    found = WORD_LEFT.search(text, max(0, start - NEIGHBOUR), start)
    return found.group(1) if found else ""


def _right(text: str, name: Name, words: Lexicon) -> str:
    """Give the word behind a name unless the two end in words for an office ("Mandaluyong City Hall")."""
    found = WORD_RIGHT.match(text, name.match.span.end, name.match.span.end + NEIGHBOUR)
    word = found.group(1) if found else ""
    return "" if fold(f"{name.match.name.rpartition(' ')[2]} {word}") in words.after else word
