"""Which places of an article are partners of each other: all that speaks for a pair, over the whole article.

Each sentence that names two places, or one beside the article's home, is a trace of that pair: words for a
tie right beside names (`naming`), two names joined by a dash, one name *with* another, names in a list, names
in one sentence, or a name alone beside the home. How much the traces of a pair say together is weighed in
`weighing`; a pair that stays doubtful is left out, because a wrong edge costs more than a missing one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import cue_weight
from cityrel.extraction.links import Group, goes_on, groups, is_behind_with, names, stands_between
from cityrel.extraction.naming import namings
from cityrel.extraction.partners import Partner
from cityrel.extraction.references import references
from cityrel.model import Place, Span

LIST_GAP = 3
"""Sentences after which a list of partners is no longer the one announced."""

INTRODUCED = 8
"""The same where a sentence that ends in a colon introduces the list."""

LIST_SHARE = 0.35
"""The share of words that belong to places in a sentence that is little but names."""

TURNS = 2
"""Names behind "with" from which on a sentence joins pairs in turn."""

MANY = 4
"""Places from which on a sentence that names them is a list."""

MOST_TOGETHER = 8
"""Names in one sentence from which on only those beside the home are paired."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one sentence says for two places being partners: where, and by which pattern.

    `cue` says how plainly ties are spoken of there (`cue_weight`), `announced` which sentence does, where
    it is one before a list. `scene` says that one of the names is only where something happens, `in_turn`
    that the sentence joins several pairs in turn, `of_others` that it opens with another place of the home's
    country, `outright` that both are named and words for a tie stand beside one.
    """

    a: Place
    b: Place
    span: Span
    sentence: int
    rule: str
    cue: float
    announced: int
    scene: bool
    official: bool
    in_turn: bool = False
    of_others: bool = False
    outright: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read in: how plainly ties are spoken of, and where a list was announced."""

    cue: float
    index: int
    listing: bool
    announced: int


RULES = (
    "alone-for-home", "with-for-home", "listed-for-home", "pair-together", "pair-in-list", "pair-by-subject",
    "pair-by-toward",
    "pair-by-dash", "pair-by-between", "pair-by-with", "both-referred", "named-for-home", "pair-by-naming",
)  # fmt: skip
"""The patterns, from the one that says least to the plainest."""

ALONE = ("alone-for-home", "with-for-home", "listed-for-home", "named-for-home")
"""The patterns by which one name stands beside the home."""

OUTRIGHT = ("pair-by-naming", "pair-by-with", "pair-by-between", "pair-by-dash")
"""The patterns by which the words between two names join them."""

LOOSE = ("alone-for-home", "with-for-home", "pair-together")
"""The patterns that do not say by themselves that words for a tie are about the pair."""


def plainness(trace: Trace) -> tuple[float, int]:
    """Give how plainly a trace names its pair, for comparison."""
    return trace.cue, RULES.index(trace.rule)


def traces(document: Document, candidates: Sequence[Partner], homes: Sequence[Place]) -> Iterator[Trace]:
    """Give all traces of pairs, sentence by sentence."""
    for context, here in contexts(document, candidates):
        yield from _in_sentence(document, context, here, homes)
    for index, span, (a, b), cue in references(document, candidates, homes):
        yield Trace(a, b, span, index, "both-referred", cue, index, scene=False, official=False)


def contexts(document: Document, candidates: Sequence[Partner]) -> Iterator[tuple[Context, list[Partner]]]:
    """Give each sentence that names places with what it is read in.

    A sentence that is little but names goes on with the list that one of those before it announced.
    """
    listed: dict[int, tuple[float, int]] = {}
    for index, group in groupby(candidates, key=lambda partner: partner.sentence):
        here = list(group)
        own = cue_weight(document, index)
        cue, announced = own, index
        listing = _is_list(document, index, here, own)
        if listing:
            cue, announced = listed[index] = max(
                (own, index), _announced(document, index, listed), key=_by_cue
            )
        yield Context(cue, index, listing, announced), here


def _by_cue(told: tuple[float, int]) -> float:
    return told[0]


def _announced(document: Document, index: int, listed: Mapping[int, tuple[float, int]]) -> tuple[float, int]:
    """Give how plainly the few sentences before one speak of ties or go on with a list, and which does."""
    before = range(index - 1, max(0, index - LIST_GAP) - 1, -1)
    if any(document.introduces(document.sentences[number]) for number in before):
        before = range(index - 1, max(0, index - INTRODUCED) - 1, -1)
    told = (listed.get(number, (cue_weight(document, number), number)) for number in before)
    return max(told, key=_by_cue, default=(0.0, index))


def _is_list(document: Document, index: int, here: Sequence[Partner], own: float) -> bool:
    """Say whether a sentence names many places, or is little but names and tells of no scene."""
    if len({partner.place.id for partner in here}) >= MANY:
        return True
    sentence = document.sentences[index]
    named = sum(len(document.words_in(partner.extent)) for partner in here)
    is_dense = named >= LIST_SHARE * len(document.words_in(sentence))
    return is_dense and (own > 0 or not any(partner.scene for partner in here))


def _in_sentence(
    document: Document, context: Context, here: list[Partner], homes: Sequence[Place]
) -> Iterator[Trace]:
    """Give the traces of one sentence: of each pair that by the plainest pattern."""
    lists = groups(document, here)
    seen: set[frozenset[str]] = set()
    in_turn = tuple(_each_with_its_own(document, context, lists)) or tuple(_in_turn(document, context, lists))
    found = in_turn or (
        *_named(document, context, lists, homes),
        *_linked(document, context, lists, homes),
        *_of_subject(document, context, here),
        *_together(context, here, homes),
        *_alone(document, context, here, homes),
    )
    for trace in found:
        key = frozenset({trace.a.id, trace.b.id})
        if len(key) > 1 and key not in seen:
            seen.add(key)
            yield trace


def _each_with_its_own(document: Document, context: Context, lists: Sequence[Group]) -> Iterator[Trace]:
    """Give the pairs of two lists of the same length that a sentence joins name by name ("respectively")."""
    cues = document.cues_in("reference", document.sentences[context.index])
    if context.cue == 0 or not any(cue.key == "each" for cue in cues):
        return
    for (_, left), (_, right) in pairwise(lists):
        if len(left) == len(right) > 1:
            for one, other in zip(left, right, strict=True):
                yield _both(context, one, other, "pair-by-with", in_turn=True)


def _in_turn(document: Document, context: Context, lists: Sequence[Group]) -> Iterator[Trace]:
    """Give the pairs of a sentence that joins several in turn: "A with B and with C, D with E".

    Each name behind "with" goes with the last one that has none before it.
    """
    joined = [number for number, (link, _) in enumerate(lists) if link == "with"]
    if len(joined) < TURNS or context.cue == 0 or is_behind_with(document, lists[0][1]):
        return
    anchor = lists[0][1][-1]
    for (_, before), (link, group) in pairwise(lists):
        if link != "with":
            anchor = anchor if group[-1].scene else group[-1]
            continue
        if not (
            goes_on(document, before[-1], group[0]) or before[-1].scene or _is_other_side(document, before)
        ):
            anchor = before[-1]
        yield _both(context, anchor, group[0], "pair-by-with", in_turn=True)
        anchor = group[0] if anchor.scene else anchor


def _is_other_side(document: Document, group: Sequence[Partner]) -> bool:
    """Say whether a name stands alone behind "with", as one more to come may do."""
    return len(group) == 1 and is_behind_with(document, group)


def _named(
    document: Document, context: Context, lists: Sequence[Group], homes: Sequence[Place]
) -> Iterator[Trace]:
    """Give the pairs that words for a kind of tie name as such."""
    sentence = document.sentences[context.index]
    for naming in namings(document, sentence, [group for _, group in lists]):
        if naming.one:
            yield _both(context, naming.one, naming.other, "pair-by-naming")
        else:
            apart = [one for _, group in lists if naming.other not in group for one in group]
            yield from _named_for(context, naming.other, apart, homes)


def _named_for(
    context: Context, other: Partner, apart: Sequence[Partner], homes: Sequence[Place]
) -> Iterator[Trace]:
    """Give the pairs of a name that can only be a home's partner; `apart` are the names outside its list."""
    for home in homes:
        beside = any(one.place == home and not one.scene for one in apart)
        yield replace(_beside(context, home, other, "named-for-home"), outright=beside)


def _linked(
    document: Document, context: Context, lists: Sequence[Group], homes: Sequence[Place]
) -> Iterator[Trace]:
    """Give the pairs that the words between the names make."""
    for _, group in lists:
        if stands_between(document, group):
            yield _both(context, group[0], group[-1], "pair-by-between")
    subject: list[Partner] = []
    for (_, left), (link, right) in pairwise(lists):
        if not is_behind_with(document, left) and not (subject and all(partner.scene for partner in left)):
            subject = left
        if subject and link in ("dash", "with", "toward"):
            yield from _across(context, f"pair-by-{link}", subject, right, homes)
    for _, group in lists:
        if len(group) <= MOST_TOGETHER:
            yield from (_both(context, one, other, "pair-in-list") for one, other in combinations(group, 2))


def _across(
    context: Context, rule: str, left: list[Partner], right: list[Partner], homes: Sequence[Place]
) -> Iterator[Trace]:
    """Pair the two sides of a dash or of "with": the home, or the name next to the link, with all others."""
    at_right = any(names(right, home) for home in homes[:1])
    one, others = (right[0], left) if at_right else (left[-1], right)
    for other in others:
        yield _both(context, one, other, rule)


def _of_subject(document: Document, context: Context, here: Sequence[Partner]) -> Iterator[Trace]:
    """Pair the place that a sentence opens with and those abroad: "Faisalabad is linked to Manchester"."""
    subject = _subject(document, context.index, here)
    for other in here[1:]:
        if subject and not other.scene and other.place.country != subject.place.country:
            yield _both(context, subject, other, "pair-by-subject")


def _subject(document: Document, index: int, here: Sequence[Partner]) -> Partner | None:
    """Give the place that a sentence opens with, if it is more than its scene."""
    opens = here[0].span.start - document.sentences[index].start <= 1
    return here[0] if opens and not here[0].scene else None


def _together(context: Context, here: list[Partner], homes: Sequence[Place]) -> Iterator[Trace]:
    for one, other in combinations(here, 2):
        if len(here) <= MOST_TOGETHER or one.place in homes or other.place in homes:
            yield _both(context, one, other, "pair-together")


def _alone(
    document: Document, context: Context, here: list[Partner], homes: Sequence[Place]
) -> Iterator[Trace]:
    subject = _subject(document, context.index, here)
    for home in homes:
        others = subject is not None and subject.place.country == home.country
        if not names(here, home):
            for partner in here:
                rule = _rule_alone(document, context, partner)
                yield _beside(context, home, partner, rule, of_others=others and partner is not subject)


def _rule_alone(document: Document, context: Context, partner: Partner) -> str:
    """Tell how a name stands beside the home that its sentence does not name."""
    if context.listing:
        return "listed-for-home"
    return "with-for-home" if context.cue > 0 and is_behind_with(document, [partner]) else "alone-for-home"


def _both(context: Context, one: Partner, other: Partner, rule: str, *, in_turn: bool = False) -> Trace:
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return Trace(
        one.place, other.place, span, context.index, rule, context.cue, context.announced,
        one.scene or other.scene, one.official and other.official, in_turn,
    )  # fmt: skip


def _beside(context: Context, home: Place, partner: Partner, rule: str, *, of_others: bool = False) -> Trace:
    return Trace(
        home, partner.place, partner.span, context.index, rule, context.cue, context.announced,
        partner.scene, partner.official, of_others=of_others,
    )  # fmt: skip
