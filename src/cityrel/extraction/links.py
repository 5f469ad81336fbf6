"""How the names of a sentence are joined: by a dash, by "with", in a list, or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from cityrel.extraction.document import Document
from cityrel.extraction.partners import Partner
from cityrel.languages.phrases import Word
from cityrel.model import Place, Span

Link = Literal["dash", "with", "toward", "and", "far"]

LONGEST_WITH = 12
"""Words that may stand between two places that "with" joins."""

DASH = re.compile(r"\s*[-–—/]\s*")
STOPS = frozenset(":.!?")

BRACKET = re.compile(r"\([^()\n]{1,60}\)")

YEAR = re.compile(r"(?:1[89]|20)\d\d")
TWO = 2

Group = tuple[Link, list[Partner]]
"""The names of one list, and how it is linked to the list before."""


def groups(document: Document, here: Sequence[Partner]) -> list[Group]:
    """Gather the names of a list into one group each; say how a group is linked to the one before."""
    found: list[Group] = [("far", [here[0]])]
    for left, right in pairwise(here):
        link = link_between(document, left, right)
        if link == "far" and _repeats(document, here, left, right):
            link = "with"
        if link == "and":
            found[-1][1].append(right)
        else:
            found.append((link, [right]))
    return found


def link_between(document: Document, left: Partner, right: Partner) -> Link:
    """Say how the words between two names join them."""
    gap = Span(left.extent.end, right.extent.start)
    if DASH.fullmatch(document.text, gap.start, gap.end):
        return "dash"
    between = document.pack.ties.between
    gap_words = _telling(document, gap)
    if all(word in between.get("and", ()) for word in gap_words) and not _is_stopped(document, gap):
        return "and"
    if not 0 < len(gap_words) <= LONGEST_WITH:
        return "far"
    joins = [word in between.get("with", ()) for word in gap_words]
    if joins[-1] or " ".join(gap_words[-2:]) in between.get("with", ()):
        return "with"
    return "toward" if any(joins) else "far"


def _repeats(document: Document, here: Sequence[Partner], left: Partner, right: Partner) -> bool:
    """Say whether the last word of an earlier "linked to" stands between ("A is linked to B, C to D")."""
    last = _telling(document, Span(left.extent.end, right.extent.start))
    if len(last) != 1 or left.scene:
        return False
    before = document.words_in(Span(here[0].extent.end, left.span.start))
    joining = document.pack.ties.between.get("with", ())
    ends = [(f"{one.text} {other.text}", other.text) for one, other in pairwise(before)]
    return any(phrase in joining and end == last[0] for phrase, end in ends)


def _is_stopped(document: Document, gap: Span) -> bool:
    """Say whether a stop parts two names, but for those of an entry in brackets."""
    outside = BRACKET.sub("", document.text[gap.start : gap.end])
    return not STOPS.isdisjoint(outside)


def _telling(document: Document, gap: Span) -> list[str]:
    """Give the words between two names, but for those that say nothing, a government or a list's entry."""
    filler = document.pack.ties.between.get("filler", ())
    governments = (Span(cue.start, cue.end) for cue in document.cues_in("government", gap))
    passed = [*governments, *_entries(document, gap)]
    return [
        word.text
        for word in document.words_in(gap)
        if word.text not in filler and not any(span.start <= word.start < span.end for span in passed)
    ]


def _entries(document: Document, gap: Span) -> Iterator[Span]:
    """Give what a list says of the name before a gap alone: "(LoI 2011)", "in 1992", "since 1992"."""
    for bracket in BRACKET.finditer(document.text, gap.start, gap.end):
        inside = Span(bracket.start(), bracket.end())
        if YEAR.search(bracket[0]) or document.cues_in("instrument", inside):
            yield inside
    opening = document.words_in(gap)[:2]
    if opening and YEAR.fullmatch(opening[-1].text) and _leads_to_year(document, opening[0]):
        yield Span(opening[0].start, opening[-1].end)


def _leads_to_year(document: Document, word: Word) -> bool:
    """Say whether a word may stand before a year: "in", "since"; or is the year itself."""
    if YEAR.fullmatch(word.text) or word.text in document.pack.ties.scene.get("words", ()):
        return True
    here = document.cues_in("founding", Span(word.start, word.end))
    return any(cue.key == "since" for cue in here)


def is_behind_with(document: Document, group: Sequence[Partner]) -> bool:
    """Say whether "with" stands before a list: whom a tie is with, not whose it is."""
    before = document.word_before(group[0].extent.start)
    return before is not None and before.text in document.pack.ties.between.get("with", ())


def stands_between(document: Document, group: Sequence[Partner]) -> bool:
    """Say whether a list is two names with "between" before them: "an agreement between A and B"."""
    if len({partner.place.id for partner in group}) != TWO:
        return False
    opening = document.word_before(group[0].extent.start)
    skipped = document.pack.ties.between.get("filler", ())
    while opening is not None and opening.text in skipped:
        opening = document.word_before(opening.start)
    return opening is not None and opening.text in document.pack.ties.between.get("between", ())


def with_scenes(document: Document, candidates: Sequence[Partner]) -> tuple[Partner, ...]:
    """Give the mentions; a whole list is but a scene if its first name is ("from Oslo, Madrid and Rome")."""
    found: list[Partner] = list(candidates[:1])
    for partner in candidates[1:]:
        last = found[-1]
        listed = last.scene and not partner.official and last.sentence == partner.sentence
        listed &= not _holds(last.place, partner.place)
        in_list = listed and link_between(document, last, partner) == "and"
        found.append(replace(partner, scene=True) if in_list else partner)
    return tuple(found)


def _holds(outer: Place, inner: Place) -> bool:
    """Say whether one place may be the division that the other lies in ("in Minnesota, Duluth")."""
    return outer.level == "province" and inner.level != "province" and outer.country == inner.country


def goes_on(document: Document, left: Partner, right: Partner) -> bool:
    """Say whether the words between two names go on with what was said of the one before ("and with")."""
    first = next(iter(document.words_in(Span(left.extent.end, right.extent.start))), None)
    return first is not None and first.text in document.pack.ties.between.get("and", ())


def names(group: Sequence[Partner], place: Place | None) -> bool:
    """Say whether a place is among the names of a list."""
    return any(partner.place == place for partner in group)
