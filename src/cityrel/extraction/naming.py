"""Pairs that are named as such: "X's sister city, Y", "Y, a twin town of X", "twinned with Y".

The words for a kind of tie stand right beside a name: before it ("sister city of Y") or behind it ("Y, its
twin town"). Names on both sides are partners of each other, as are two names before them ("A and B, which
are twin towns") and two that are joined behind them ("a sister city agreement between A and B"), and the name
behind them and those that it is told to have ("sister cities of X include A and B"); else names on one side
are partners of the article's home.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import has_own, is_glue, kinds_in, plain
from cityrel.extraction.links import stands_between
from cityrel.extraction.partners import Partner
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Span

TWO = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """Two places that words for a kind of tie join; `one` is none where it can only be the home."""

    one: Partner | None
    other: Partner


def namings(document: Document, sentence: Span, groups: Sequence[Sequence[Partner]]) -> Iterator[Naming]:
    """Give the pairs that a sentence names, where `groups` are its names, list by list."""
    for kind in plain(kinds_in(document, sentence)):
        left, right = _before(document, kind, groups), _behind(document, kind, groups)
        listed = _listed(document, right, groups)
        if left and right:
            yield from _both(left, right)
        elif listed:
            yield from _both(right, listed)
        elif right and stands_between(document, right):
            yield Naming(right[0], right[-1])
        elif right:
            yield from (Naming(None, partner) for partner in right)
        elif left and _is_one_of_home(document, left[-1], kind):
            yield from (Naming(None, partner) for partner in left)
        elif len(left) == TWO:
            yield Naming(left[0], left[1])


def _both(left: Sequence[Partner], right: Sequence[Partner]) -> Iterator[Naming]:
    """Pair the names before the words with those behind; of two lists nothing can be said."""
    if len(left) > 1 and len(right) > 1:
        return
    for one in left:
        for other in right:
            if one.place != other.place:
                yield Naming(one, other)


def _before(document: Document, kind: PhraseMatch, groups: Sequence[Sequence[Partner]]) -> Sequence[Partner]:
    """Give the list that ends right before the words for a kind, or none."""
    before = [group for group in groups if group[-1].extent.end <= kind.start]
    if not before:
        return ()
    gap = Span(before[-1][-1].extent.end, kind.start)
    return before[-1] if is_glue(document, gap, "before") else ()


def _behind(document: Document, kind: PhraseMatch, groups: Sequence[Sequence[Partner]]) -> Sequence[Partner]:
    """Give the list that begins right behind the words for a kind, or none."""
    behind = [group for group in groups if group[0].extent.start >= kind.end]
    if not behind:
        return ()
    gap = Span(kind.end, behind[0][0].span.start)
    return behind[0] if is_glue(document, gap, "behind") else ()


def _listed(
    document: Document, owner: Sequence[Partner], groups: Sequence[Sequence[Partner]]
) -> Sequence[Partner]:
    """Give the list behind a name whose ties it tells: "sister cities of X include A and B"; or none."""
    behind = [group for group in groups if owner and group[0].span.start > owner[-1].span.start]
    if len(owner) != 1 or not behind:
        return ()
    words = document.words_in(Span(owner[0].extent.end, behind[0][0].span.start))
    allowed = document.pack.ties.naming.get("listing", ())
    return behind[0] if words and all(word.text in allowed for word in words) else ()


def _is_one_of_home(document: Document, partner: Partner, kind: PhraseMatch) -> bool:
    """Say whether "its", "a" or the like makes a name that stands before the words for a tie a partner."""
    return has_own(document, Span(partner.extent.end, kind.start))
