"""Which mentions of places can be partners.

A place is no partner where it is only the scene ("di Jakarta"), or where it tells in which province another
place lies ("Yantai, Provinsi Shandong").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cityrel.extraction.document import Document
from cityrel.model import Place, Span
from cityrel.places import PlaceMention

CONTAINER_GAP = 16
"""Characters that may part a place from the province it lies in ("Linyi di Provinsi Shandong")."""

DATELINE_DASH = re.compile(r"[^.!?\n]{0,40}?\s*[-–—]{1,2}")
DATELINE_REACH = 48
"""Characters behind a place in which the dash of a dateline stands."""

POSSESSIVES = ("", "'s", "’s", "'", "’")

OWNING = re.compile(r"['’]s(?=\s)")
"""What may stand between a name and its government ("Truro's mayor")."""

NOTHING = " ()"
"""What may part a name from words right beside it ("Konsulat Jenderal RI (KJRI) Los Angeles")."""

GOVERNMENT_GAP = 24
"""Characters around a place in which a word for its government is looked for."""

SMALLER = {"city": 0, "district": 0, "regency": 0, "province": 1, "country": 2}


@dataclass(frozen=True, slots=True)
class Partner:
    """A mention of a place that can be a partner.

    `extent` is the mention together with the province it is said to lie in. `scene` says that the words make
    it look like a place where something happens; `official` that a word for its government or office stands
    before it, and `mission` that a word for a consulate or an embassy does: their seats are no partners.
    """

    mention: PlaceMention
    extent: Span
    sentence: int
    scene: bool
    official: bool
    mission: bool

    @property
    def place(self) -> Place:
        """The place."""
        return self.mention.place

    @property
    def span(self) -> Span:
        """The mention with the words for its level and its country."""
        return self.mention.whole


def partners(document: Document, mentions: Sequence[PlaceMention]) -> tuple[Partner, ...]:
    """Give the mentions that can be partners, in order."""
    containers = set(_containers(document, mentions))
    return tuple(
        _partner(document, mention, mentions[index + 1] if index + 1 in containers else mention)
        for index, mention in enumerate(mentions)
        if mention.place.level != "country" and index not in containers
    )


def _partner(document: Document, mention: PlaceMention, last: PlaceMention) -> Partner:
    mission = has_beside(document, mention, "mission")
    return Partner(
        mention=mention,
        extent=Span(mention.whole.start, last.whole.end),
        sentence=document.sentence_index(mention.span.start),
        scene=mission or _is_scene(document, mention),
        official=mention.trigger is not None or _is_governed(document, mention),
        mission=mission,
    )


def _is_governed(document: Document, mention: PlaceMention) -> bool:
    """Say whether a word for a government stands right before or after the mention."""
    return has_beside(document, mention, "government")


def has_beside(document: Document, mention: PlaceMention, group: str) -> bool:
    """Say whether words of a group of the pack stand right before or after a mention."""
    start, end = mention.whole.start, mention.whole.end
    if owning := OWNING.match(document.text, end):
        end = owning.end()
    around = document.cues_in(group, Span(max(start - GOVERNMENT_GAP, 0), end + GOVERNMENT_GAP))
    gaps = [Span(*gap) for cue in around for gap in ((end, cue.start), (cue.end, start)) if gap[0] <= gap[1]]
    return any(not document.text[gap.start : gap.end].strip(NOTHING) for gap in gaps)


def _is_scene(document: Document, mention: PlaceMention) -> bool:
    """Say whether the word before the mention, or a dateline, makes it a mere scene."""
    if _is_behind_scene_word(document, mention):
        return True
    opens_line = document.sentence_at(mention.span.start).start == mention.whole.start
    return opens_line and mention.trigger is None and _is_dateline(document, mention)


def _is_behind_scene_word(document: Document, mention: PlaceMention) -> bool:
    """Say whether one or two words of a scene stand before the mention ("in", "north of")."""
    scene = document.pack.ties.scene.get("words", ())
    last = document.word_before(mention.whole.start)
    if last is None:
        return False
    first = document.word_before(last.start)
    both = f"{first.text} {last.text}" if first is not None else ""
    return both in scene or (last.text in scene and both not in document.pack.ties.between.get("with", ()))


def _is_dateline(document: Document, mention: PlaceMention) -> bool:
    behind = document.text[mention.whole.end : mention.whole.end + DATELINE_REACH]
    return DATELINE_DASH.match(behind) is not None and is_in_dateline(document, mention)


def is_in_dateline(document: Document, mention: PlaceMention) -> bool:
    """Say whether the article's dateline has the name of a mention."""
    dateline = document.article.dateline
    name = document.text[mention.span.start : mention.span.end]
    return dateline is not None and name.casefold() in dateline.casefold()


def _containers(document: Document, mentions: Sequence[PlaceMention]) -> Iterator[int]:
    """Give the numbers of the mentions that only tell where the mention before them lies."""
    for index, (inner, outer) in enumerate(pairwise(mentions)):
        if _lies_in(inner, outer) and _is_apposition(document, inner, outer):
            yield index + 1
    for index, (inner, country, outer) in enumerate(zip(mentions, mentions[1:], mentions[2:], strict=False)):
        lies = country.place.level == "country" and _lies_in(inner, country) and _lies_in(inner, outer)
        if lies and _is_apposition(document, inner, country) and _is_owner(document, country, outer):
            yield index + 2


def _is_owner(document: Document, country: PlaceMention, division: PlaceMention) -> bool:
    """Say whether only a possessive parts a country from its division ("South Korea's Gyeonggi Province")."""
    return document.text[country.whole.end : division.whole.start].strip() in POSSESSIVES


def _lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Say whether the one can lie in the other; what no gazetteer has may be a division of any kind."""
    if inner.place.country != outer.place.country:
        return False
    return outer.rule == "as-written" or SMALLER[inner.place.level] < SMALLER[outer.place.level]


def _is_apposition(document: Document, inner: PlaceMention, outer: PlaceMention) -> bool:
    """Say whether the second mention follows as ", Provinsi X", "di Provinsi X", "of X" or "(X"."""
    gap = document.text[inner.whole.end : outer.whole.start]
    if len(gap) > CONTAINER_GAP or "\n" in gap:
        return False
    words_between = [word for word in gap.casefold().split() if word.strip(",(–-;")]
    levels = (word for words in document.pack.places.after.values() for word in words)
    lying = {*document.pack.ties.scene.get("words", ()), *document.pack.places.joints, *levels}
    joins = gap.strip() in {",", "(", ""} or all(word.strip(",(") in lying for word in words_between)
    return joins and gap.strip() not in {"-", "–", "/"}
