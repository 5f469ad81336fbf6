"""Places that the gazetteer lacks, as an article names them: "Melamchi Municipality" in a line on Nepal.

Only where a word for a level stands beside the name, or, in a stretch where names of places are likely, a
country or a division right behind it; and only when the text tells the country. No word of the language is
such a name. Such a place has a key of its own, made of its country and its name, and no coordinates.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cityrel.model import Level, Place, Span
from cityrel.places.beside import joined, words_before, words_behind
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer
from cityrel.places.lexicon import Lexicon
from cityrel.places.mention import PlaceMention
from cityrel.places.setting import Setting, begins
from cityrel.places.spelling import overlaps_any
from cityrel.places.units import own_key

CONFIDENCE = 0.5
NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’']+(?:-[\w’']+)*(?: [^\W\d_a-z][\w’']+(?:-[\w’']+)*){0,2}")
QUOTES = ('"', "'", "“", "‘", "«")
SET_OFF = (",", ")", " (")
TITLE = re.compile(r" [A-Z]")
"""What makes a country behind a name a part of somebody's title ("Dwight Eisenhower, U.S. President")."""

LAST_WORD = re.compile(r"([^\W\d_]+) $")
WORD = re.compile(r"\S+")
ENDINGS = {"JP": ("cho", "machi", "mura", "son", "shi", "gun"), "KR": ("gun", "si", "gu", "eup", "myeon")}
"""Words for levels behind a hyphen, by the countries that write them so in Latin letters."""

SHORTEST, LONGEST = 4, 40
LEVELS: dict[str | None, Level] = {"regency": "regency", "province": "province", "district": "district"}
CONTAINERS = ("country", "province")
"""The levels of what may stand behind the name of a town: not another town ("Friends of Bath")."""


@dataclass(frozen=True, eq=False)
class Scene:
    """An article as far as it has been read.

    `masked` are the spans of names of persons, in any order; in the `expected` stretches, in order, names of
    places are likely.
    """

    text: str
    masked: Sequence[Span]
    expected: Sequence[Span]
    around: Setting
    words: Lexicon


@dataclass(frozen=True, eq=False)
class _Known(Scene):
    """The same with its places: `mentions` in order, where they start, what is `taken`, their names.

    `ties` are the masked spans in order.
    """

    mentions: Sequence[PlaceMention]
    starts: Sequence[int]
    taken: Sequence[Span]
    names: Collection[str]
    ties: Sequence[Span]

    def beside(self, span: Span) -> tuple[PlaceMention | None, PlaceMention | None]:
        """Give the mention before a span and the one behind it."""
        index = bisect_left(self.starts, span.end)
        before = self.mentions[index - 1] if index else None
        return before, self.mentions[index] if index < len(self.mentions) else None


def written(scene: Scene, mentions: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """Give the places that are named plainly though the gazetteer lacks them.

    `mentions` are the places found already, in any order. A country or a division behind a name is enough
    where a place is expected; elsewhere a word for a level has to stand beside it. What the first such place
    tells holds wherever the name stands.
    """
    known = _known(scene, mentions)
    places: dict[str, Place] = {}
    spans: list[tuple[Span, str]] = []
    for found in NAME.finditer(scene.text):
        span = _bare(found, scene)
        if span is None or overlaps_any(span, known.taken):
            continue
        name = scene.text[span.start : span.end]
        spans.append((span, name))
        if name not in places and fold(name) not in known.names and (place := _told(span, name, known)):
            places[name] = place
    for span, name in spans:
        if name in places:
            yield PlaceMention(span, span, places[name], None, "as-written", CONFIDENCE)


def _told(span: Span, name: str, known: _Known) -> Place | None:
    """Give the place that the text makes of a name, or None where it is not to be kept."""
    level = _level(span, known)
    country = _country(span, level, known)
    if country is None or _is_in_gazetteer(name, country):
        return None
    bare = _without_ending(name, country)
    return Place(own_key(bare, country), bare, level or "city", country)


def _without_ending(name: str, country: str) -> str:
    """Give a name of Japan or Korea without the word for its level, as the gazetteer has such names."""
    bare, _, ending = name.rpartition("-")
    return bare if bare and ending in ENDINGS.get(country, ()) else name


def _known(scene: Scene, mentions: Iterable[PlaceMention]) -> _Known:
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    wholes = [mention.whole for mention in ordered]
    return _Known(
        scene.text, scene.masked, scene.expected, scene.around, scene.words, ordered,
        starts=[whole.start for whole in wholes],
        taken=sorted((*wholes, *scene.masked), key=lambda span: span.start),
        names=frozenset(fold(scene.text[mention.span.start : mention.span.end]) for mention in ordered),
        ties=sorted(scene.masked, key=lambda span: span.start),
    )  # fmt: skip


def _bare(found: re.Match[str], scene: Scene) -> Span | None:
    """Give the words of a name that are no others of the language, before a word for a level or the end.

    None where nothing is left, or where another word with a capital stands before or behind it: then it is a
    part of something else ("New Caledonia").
    """
    start = end = found.start()
    dropped = ""
    for word in WORD.finditer(found.group()):
        folded = fold(word.group())
        if not _is_own(word.group(), scene.around, scene.words):
            if end > start:
                return _span(start, end) if folded in scene.words.first_after else None
            start, dropped = found.start() + word.end() + 1, folded
        end = found.start() + word.end()
    return _span(start, end) if not dropped or dropped in scene.words.last_before else None


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if SHORTEST <= end - start <= LONGEST else None


def _is_own(word: str, around: Setting, words: Lexicon) -> bool:
    """Say whether a word can be part of the name of a place: none of the language, and none in capitals."""
    folded = fold(word.removesuffix("'s").removesuffix("’s"))
    return not (word.isupper() or folded in words.ordinary or folded in around.small)


def _level(span: Span, known: _Known) -> Level | None:
    """Give the level that the word beside a name tells; one for an office, or of another name, tells none."""
    before = words_before(known.text, span.start, known.words)
    behind = words_behind(known.text, span.end, known.words)
    if before and known.text[max(0, before[0] - 1) : before[0]] in QUOTES:
        before = None  # "City of Destiny" is a by-name
    if behind and overlaps_any(Span(span.end, behind[0]), known.taken):
        behind = None
    for found in (before, behind):
        if found and found[1].level and not found[1].office:
            return LEVELS.get(found[1].level, "city")
    return None


def _country(span: Span, level: Level | None, known: _Known) -> str | None:
    """Give the country that the text tells for a name, or None where it is not to be kept."""
    before, behind = known.beside(span)
    follows = _behind(span, behind, known)
    if level is None:
        told = _has_office(span, known) or _is_plain(span, behind, known)
        return (follows if told else None) or _by_ending(span, known)
    found = _right_before(span, before, known) or follows
    return found if found or _is_partner(span, known) else _before(span, before, known)


def _by_ending(span: Span, known: _Known) -> str | None:
    """Give the country that the article names and whose word for a level a name ends in ("Harima-cho")."""
    ending = known.text[span.start : span.end].rpartition("-")[2]
    return next(
        (code for code, own in ENDINGS.items() if ending in own and code in known.around.countries), None
    )


def _has_office(span: Span, known: _Known) -> bool:
    """Say whether an office right before a name makes it a place ("the mayor of X")."""
    before = words_before(known.text, span.start, known.words)
    return before is not None and before[1].office


def _is_plain(span: Span, behind: PlaceMention | None, known: _Known) -> bool:
    """Say whether a name with its country behind stands where a place is expected.

    At the beginning of a sentence a single word is one only where the country is set off ("X, Japan, has").
    """
    if not overlaps_any(span, known.expected) or behind is None:
        return False
    single = " " not in known.text[span.start : span.end] and begins(known.text, span.start)
    return not single or known.text.startswith(SET_OFF, behind.whole.end)


def _is_partner(span: Span, known: _Known) -> bool:
    """Say whether the word before a name is one for a tie: a "twin town of X" lies elsewhere."""
    before = words_before(known.text, span.start, known.words)
    return before is not None and overlaps_any(Span(before[0], span.start), known.ties)


def _behind(span: Span, behind: PlaceMention | None, known: _Known) -> str | None:
    """Give the country that follows or that the division which follows lies in, parted by a mark or "in"."""
    if behind is None or behind.place.level not in CONTAINERS:
        return None
    found = words_behind(known.text, span.end, known.words)
    gap = known.text[found[0] if found else span.end : behind.whole.start]
    if TITLE.match(known.text, behind.whole.end):
        return None
    return behind.place.country if gap.strip() and joined(gap, known.words) else None


def _is_in_gazetteer(name: str, country: str) -> bool:
    """Say whether places of the country bear a name: if none was chosen, it is not told which is meant."""
    candidates = gazetteer().candidates(fold(name))
    return any(candidate.main and candidate.known.place.country == country for candidate in candidates)


def _right_before(span: Span, before: PlaceMention | None, known: _Known) -> str | None:
    """Give the country that only the word for the level parts from a name ("Peru Kota Tarma")."""
    word = words_before(known.text, span.start, known.words)
    if word is None:
        return None
    found = LAST_WORD.search(known.text, max(0, word[0] - LONGEST), word[0])
    if found and (code := known.words.adjectives.get(fold(found.group(1)))):
        return code
    if before is None or before.place.level != "country":
        return None
    return None if known.text[before.whole.end : word[0]].strip() else before.place.country


def _before(span: Span, before: PlaceMention | None, known: _Known) -> str | None:
    """Give the country of the last place named before, on the same line."""
    if before is None or "\n" in known.text[before.whole.end : span.start]:
        return None
    return before.place.country
