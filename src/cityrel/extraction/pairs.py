"""Which places of an article are partners of each other: sentence by sentence, then over the whole article.

Five patterns name a pair: words for a tie right beside names (`naming`), two names joined by a dash, one name
*with* another, names in a list, and the article's home beside a foreign place where a tie is spoken of. Each
sentence that names a pair adds weight; a pair that stays light is left out, because a wrong edge costs more
than a missing one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import cue_weight
from cityrel.extraction.naming import namings
from cityrel.extraction.partners import Partner
from cityrel.model import Place, Span

Link = Literal["dash", "with", "and", "far"]

ENOUGH = 2.0
"""The weight from which a pair counts."""

LONGEST_WITH = 12
"""Words that may stand between two places that "with" joins."""

TOGETHER = 0.7
"""The weight of a sentence in which a foreign government meets the home, without a word for a tie."""

NAMED = 1.5
"""How much more a pair weighs that words for a kind of tie name as such."""

HEADLINE = 1.5
"""How much more the headline weighs."""

LIST_GAP = 3
"""Sentences after which a list of partners is no longer the one announced."""

LIST_SHARE = 0.35
"""The share of words that belong to places in a sentence that is little but names."""

TWO = 2
DASH = re.compile(r"\s*[-–—/]\s*")


@dataclass(frozen=True, slots=True)
class PairMention:
    """A sentence's word that two places are partners: where, by which pattern, how weighty.

    `cue` says how plainly ties are spoken of there (`cue_weight`), `announced` which sentence
    does, where it is one before a list.
    """

    a: Place
    b: Place
    span: Span
    sentence: int
    rule: str
    weight: float
    cue: float
    announced: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What a sentence is read in: the article's home, how plainly ties are spoken of, and its number.

    `listing` says that the sentence is little but names, `at_home` that it names the home, `announced` is
    the number of the sentence that speaks of ties: this one, or one before that announces a list.
    """

    home: Place | None
    cue: float
    index: int
    listing: bool
    at_home: bool
    announced: int

    @property
    def inherited(self) -> bool:
        """Say whether not the sentence itself speaks of ties, but one before it."""
        return self.announced != self.index


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners and all that names them as such, in order."""

    a: Place
    b: Place
    mentions: tuple[PairMention, ...]

    @property
    def weight(self) -> float:
        """How much speaks for the pair."""
        return sum(mention.weight for mention in self.mentions)


def pairs(document: Document, candidates: Sequence[Partner], home: Place | None) -> tuple[Pair, ...]:
    """Give the pairs of an article, in the order in which they are first named."""
    if "kind" not in document.cues:
        return ()
    found: dict[frozenset[str], list[PairMention]] = {}
    for context, here in _context(document, candidates, home):
        for mention in _in_sentence(document, context, here):
            found.setdefault(frozenset({mention.a.id, mention.b.id}), []).append(mention)
    named = [_pair(mentions, home) for mentions in found.values()]
    return tuple(_without_shadows([pair for pair in named if pair.weight >= ENOUGH], home))


def _context(
    document: Document, candidates: Sequence[Partner], home: Place | None
) -> Iterator[tuple[_Context, list[Partner]]]:
    """Give each sentence that names places with what it is read in.

    A sentence that is little but names goes on with the list that one of those before it announced.
    """
    listed: dict[int, tuple[float, int]] = {}
    for index, group in groupby(candidates, key=lambda partner: partner.sentence):
        here = list(group)
        own = cue_weight(document, document.sentences[index])
        cue, announced = own, index
        listing = _is_list(document, index, here) and (own > 0 or not any(name.scene for name in here))
        if listing:
            cue, announced = listed[index] = max(
                (own, index), _announced(document, index, listed), key=_by_cue
            )
        yield _Context(home, cue, index, listing, _has(here, home), announced), here


def _by_cue(told: tuple[float, int]) -> float:
    return told[0]


def _announced(document: Document, index: int, listed: Mapping[int, tuple[float, int]]) -> tuple[float, int]:
    """Give how plainly the few sentences before one speak of ties or go on with a list, and which does."""
    before = range(index - 1, max(0, index - LIST_GAP) - 1, -1)
    told = (
        listed.get(number, (cue_weight(document, document.sentences[number]), number)) for number in before
    )
    return max(told, key=_by_cue, default=(0.0, index))


def _is_list(document: Document, index: int, here: Sequence[Partner]) -> bool:
    """Say whether a sentence is little but names of places."""
    sentence = document.sentences[index]
    named = sum(len(document.words_in(partner.extent)) for partner in here)
    return named >= LIST_SHARE * len(document.words_in(sentence))


def _in_sentence(document: Document, context: _Context, here: list[Partner]) -> Iterator[PairMention]:
    """Give the pairs that one sentence names."""
    linked: set[str] = set()
    groups = _groups(document, here)
    for mention in _named(document, context, groups):
        linked |= {mention.a.id, mention.b.id}
        yield mention
    for mention in () if linked else _linked(document, context, groups):
        linked |= {mention.a.id, mention.b.id}
        yield mention
    for partner in here:
        if partner.place.id not in linked:
            yield from _with_home(document, context, partner, here)


def _named(
    document: Document, context: _Context, groups: Sequence[tuple[Link, list[Partner]]]
) -> Iterator[PairMention]:
    """Give the pairs that words for a kind of tie name, each once."""
    seen: set[frozenset[str]] = set()
    sentence = document.sentences[context.index]
    for naming in namings(document, sentence, [group for _, group in groups]):
        place = naming.one.place if naming.one else context.home
        if place is None or place == naming.other.place:
            continue
        key = frozenset({place.id, naming.other.place.id})
        if key not in seen:
            seen.add(key)
            span = _span(naming.one or naming.other, naming.other)
            weight = NAMED + context.cue
            yield _told(context, (place, naming.other.place), span, "pair-by-naming", weight)


def _with_home(
    document: Document, context: _Context, partner: Partner, here: Sequence[Partner]
) -> Iterator[PairMention]:
    """Pair a place with the article's home: where a tie is spoken of, or where both governments meet."""
    home = context.home
    if home is None or partner.place == home or not _may_pair_with_home(partner, home, context):
        return
    if context.cue:
        rule, weight = "tie-with-home", _home_weight(document, context, partner)
    elif _has(here, home) and (partner.official or context.index == 0):
        rule, weight = "met-with-home", TOGETHER
    else:
        return
    if context.index == 0:
        weight *= HEADLINE
    yield _told(context, (home, partner.place), partner.span, rule, weight)


def _may_pair_with_home(partner: Partner, home: Place, context: _Context) -> bool:
    """Say whether a place is foreign and no mere scene; in a plain list of partners every place counts."""
    if context.listing and context.cue > 1:
        return True
    return partner.place.country != home.country and not partner.scene


def _home_weight(document: Document, context: _Context, partner: Partner) -> float:
    """Weigh a foreign place beside a word for a tie: more after "with", and where both governments stand."""
    before = document.word_before(partner.span.start)
    joined = before is not None and before.text in document.pack.ties.between.get("with", ())
    plain = context.cue if context.cue > 1 else TOGETHER * context.cue
    met = TOGETHER if partner.official and context.at_home else 0.0
    return plain + met + (1.5 if joined else 0.0)


def _groups(document: Document, here: Sequence[Partner]) -> list[tuple[Link, list[Partner]]]:
    """Gather the names of a list into one group each; say how a group is linked to the one before."""
    groups: list[tuple[Link, list[Partner]]] = [("far", [here[0]])]
    for left, right in pairwise(here):
        link = _link(document, left, right)
        if link == "and":
            groups[-1][1].append(right)
        else:
            groups.append((link, [right]))
    return groups


def _linked(
    document: Document, context: _Context, groups: Sequence[tuple[Link, list[Partner]]]
) -> Iterator[PairMention]:
    """Give the pairs that the words between the names make."""
    for (_, left), (link, right) in pairwise(groups):
        if link == "dash" or (link == "with" and context.cue):
            yield from _across(context, link, left, right)
    for _, group in groups:
        actors = [partner for partner in group if not partner.scene]
        if context.cue and len(actors) > 1:
            yield from _inside(document, context, actors)


def _across(
    context: _Context, link: Link, left: list[Partner], right: list[Partner]
) -> Iterator[PairMention]:
    """Pair the two sides of a dash or of "with": the home, or the name next to the link, with all others."""
    one, others = (left[-1], right) if not _has(right, context.home) else (right[0], left)
    rule, weight = ("pair-by-dash", 1.0) if link == "dash" else ("pair-by-with", 2.0)
    for other in others:
        if other.place != one.place:
            yield _mention(context, one, other, rule, weight)


def _inside(document: Document, context: _Context, group: list[Partner]) -> Iterator[PairMention]:
    """Pair the names of a list: the home with each, or a pair of strangers from two countries."""
    anchor = next((partner for partner in group if partner.place == context.home), None)
    if anchor is not None:
        for other in group:
            if other.place != anchor.place:
                yield _mention(context, anchor, other, "pair-in-list", 1.0)
    elif not context.at_home and not context.inherited and _are_strangers(document, group, context.home):
        yield _mention(context, group[0], group[1], "pair-of-others", 0.5)


def _are_strangers(document: Document, group: Sequence[Partner], home: Place | None) -> bool:
    """Say whether a list is two places of two countries that the article's home has no part in."""
    if len(group) != TWO or group[0].place.country == group[1].place.country:
        return False
    return home is None or home.country not in document.pack.home_countries


def _has(group: Sequence[Partner], place: Place | None) -> bool:
    return any(partner.place == place for partner in group)


def _mention(context: _Context, one: Partner, other: Partner, rule: str, weight: float) -> PairMention:
    return _told(context, (one.place, other.place), _span(one, other), rule, weight + context.cue)


def _told(context: _Context, both: tuple[Place, Place], span: Span, rule: str, weight: float) -> PairMention:
    return PairMention(*both, span, context.index, rule, weight, context.cue, context.announced)


def _span(one: Partner, other: Partner) -> Span:
    return Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))


def _link(document: Document, left: Partner, right: Partner) -> Link:
    """Say how the words between two names join them."""
    gap = Span(left.extent.end, right.extent.start)
    text = document.text[gap.start : gap.end]
    if DASH.fullmatch(text):
        return "dash"
    between = document.pack.ties.between
    filler = between.get("filler", ())
    gap_words = [word.text for word in document.words_in(gap) if word.text not in filler]
    if all(word in between.get("and", ()) for word in gap_words) and not set(text) & set(":.!?"):
        return "and"
    if 0 < len(gap_words) <= LONGEST_WITH and gap_words[-1] in between.get("with", ()):
        return "with"
    return "far"


def _pair(mentions: list[PairMention], home: Place | None) -> Pair:
    """Join the mentions of one pair; the home stands first."""
    first = mentions[0]
    a, b = (first.a, first.b) if first.b != home else (first.b, first.a)
    return Pair(a, b, tuple(mentions))


def _without_shadows(found: Sequence[Pair], home: Place | None) -> Iterator[Pair]:
    """Leave out pairs that only stand beside another one.

    Such are the province of a weightier partner, and a neighbour of the home beside the home's own partner.
    """
    own = {pair.b for pair in found if pair.a == home}
    for pair in found:
        beside = home is not None and home not in (pair.a, pair.b) and bool(own & {pair.a, pair.b})
        if not beside and not any(_is_shadow(pair, other) for other in found):
            yield pair


def _is_shadow(pair: Pair, other: Pair) -> bool:
    return (
        pair.a == other.a
        and pair.b.country == other.b.country
        and pair.b.level == "province" != pair.a.level
        and other.b.level != "province"
        and pair.weight <= other.weight
    )
