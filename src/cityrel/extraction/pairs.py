"""Which places of an article are partners of each other: sentence by sentence, then over the whole article.

Four patterns name a pair: two names joined by a dash, one name *with* another, names in a list, and the
article's home beside a foreign place where a tie is spoken of. Each sentence that names a pair adds weight;
a pair that stays light is left out, because a wrong edge costs more than a missing one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from cityrel.extraction.document import Document
from cityrel.extraction.partners import Partner
from cityrel.model import Place, Span

Link = Literal["dash", "with", "and", "far"]

ENOUGH = 2.0
"""The weight from which a pair counts."""

LONGEST_WITH = 12
"""Words that may stand between two places that "with" joins."""

DASH = re.compile(r"\s*[-–—/]\s*")
WEAK_KIND = "cooperation"


@dataclass(frozen=True, slots=True)
class PairMention:
    """A sentence's word that two places are partners: where, by which pattern, and how weighty."""

    a: Place
    b: Place
    span: Span
    sentence: int
    rule: str
    weight: float


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
    for index, group in groupby(candidates, key=lambda partner: partner.sentence):
        for mention in _in_sentence(document, index, list(group), home):
            found.setdefault(frozenset({mention.a.id, mention.b.id}), []).append(mention)
    named = [_pair(mentions, home) for mentions in found.values()]
    return tuple(_without_containers([pair for pair in named if pair.weight >= ENOUGH]))


def cue_weight(document: Document, sentence: Span) -> float:
    """How plainly a sentence speaks of ties: 2 by a kind of its own, 1 by co-operation or a stage, else 0."""
    kinds = document.cues_in("kind", sentence)
    if any(kind.key != WEAK_KIND for kind in kinds):
        return 2.0
    return 1.0 if kinds or document.cues_in("stage", sentence) else 0.0


def _in_sentence(
    document: Document, index: int, here: list[Partner], home: Place | None
) -> Iterator[PairMention]:
    """Give the pairs that one sentence names."""
    cue = cue_weight(document, document.sentences[index])
    linked: set[str] = set()
    groups = _groups(document, here)
    for mention in _linked(document, groups, home, cue, index):
        linked |= {mention.a.id, mention.b.id}
        yield mention
    if home is None or not cue:
        return
    for partner in here:
        foreign = partner.place.country != home.country
        if foreign and not partner.scene and partner.place.id not in linked:
            weight = _home_weight(document, partner, cue)
            yield PairMention(home, partner.place, partner.span, index, "tie-with-home", weight)


def _home_weight(document: Document, partner: Partner, cue: float) -> float:
    """Weigh a foreign place beside a word for a tie: more in the headline, and more after "with"."""
    before = document.word_before(partner.span.start)
    joined = before is not None and before.text in document.pack.ties.between.get("with", ())
    plain = cue if cue > 1 else 0.7 * cue
    return plain * (1.0 if partner.sentence else 1.5) + (1.5 if joined else 0.0)


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
    document: Document,
    groups: Sequence[tuple[Link, list[Partner]]],
    home: Place | None,
    cue: float,
    index: int,
) -> Iterator[PairMention]:
    """Give the pairs that the words between the names make."""
    for (_, left), (link, right) in pairwise(groups):
        if link == "dash" or (link == "with" and cue):
            yield from _across(left, right, home, link, cue, index)
    for _, group in groups:
        if cue and len(group) > 1:
            yield from _inside(document, group, home, cue, index)


def _across(
    left: list[Partner], right: list[Partner], home: Place | None, link: Link, cue: float, index: int
) -> Iterator[PairMention]:
    """Pair the two sides of a dash or of "with": the home, or the name next to the link, with all others."""
    one, others = (left[-1], right) if not _has(right, home) or _has(left, home) else (right[0], left)
    anchor = next((partner for partner in left + right if partner.place == home), one)
    for other in others:
        if other.place != anchor.place:
            rule = "pair-by-dash" if link == "dash" else "pair-by-with"
            yield _mention(anchor, other, index, rule, (2.0 if link == "with" else 1.0) + cue)


def _inside(
    document: Document, group: list[Partner], home: Place | None, cue: float, index: int
) -> Iterator[PairMention]:
    """Pair the names of a list: the home with each, or a pair of strangers from two countries."""
    anchor = next((partner for partner in group if partner.place == home), None)
    if anchor is not None:
        for other in group:
            if other.place != home:
                yield _mention(anchor, other, index, "pair-in-list", 1.0 + cue)
    elif _are_strangers(document, group, home):
        yield _mention(group[0], group[1], index, "pair-of-others", 0.5 + cue)


def _are_strangers(document: Document, group: Sequence[Partner], home: Place | None) -> bool:
    """Say whether a list is two places of two countries that the article's home has no part in."""
    if len(group) != len(("one", "other")) or group[0].place.country == group[1].place.country:
        return False
    return home is None or home.country not in document.pack.home_countries


def _has(group: Sequence[Partner], place: Place | None) -> bool:
    return any(partner.place == place for partner in group)


def _mention(one: Partner, other: Partner, index: int, rule: str, weight: float) -> PairMention:
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return PairMention(one.place, other.place, span, index, rule, weight)


def _link(document: Document, left: Partner, right: Partner) -> Link:
    """Say how the words between two names join them."""
    gap = Span(left.span.end, right.span.start)
    text = document.text[gap.start : gap.end]
    if DASH.fullmatch(text):
        return "dash"
    between = document.pack.ties.between
    gap_words = [word.text for word in document.words_in(gap)]
    if all(word in between.get("and", ()) for word in gap_words) and not set(text) & set(":.;!?"):
        return "and"
    if len(gap_words) <= LONGEST_WITH and gap_words[-1] in between.get("with", ()):
        return "with"
    return "far"


def _pair(mentions: list[PairMention], home: Place | None) -> Pair:
    """Join the mentions of one pair; the home stands first."""
    first = mentions[0]
    a, b = (first.a, first.b) if first.b != home else (first.b, first.a)
    return Pair(a, b, tuple(mentions))


def _without_containers(found: Sequence[Pair]) -> Iterator[Pair]:
    """Leave out a pair whose partner is the province of another, weightier partner of the same place."""
    for pair in found:
        if not any(_is_shadow(pair, other) for other in found):
            yield pair


def _is_shadow(pair: Pair, other: Pair) -> bool:
    return (
        pair.a == other.a
        and pair.b.country == other.b.country
        and pair.b.level == "province" != pair.a.level
        and other.b.level != "province"
        and pair.weight <= other.weight
    )
