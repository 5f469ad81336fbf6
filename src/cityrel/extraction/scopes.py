"""Which sentences speak of a pair, and how closely.

"near" are those that name the pair in words for a tie, and those that announce the list in which it stands;
"named" the others that name or mean both, or one beside the home; "free" those that name no other partner,
where the pair is the one that the article is about, or go on about its ties; "after" those that go on, in the
same paragraph, behind the names of another pair.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Literal

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import PLAIN, WEAK
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.traces import LOOSE, OUTRIGHT, Trace

REFERRING = ("ties", "all", "other")
"""The words that go on about the ties, or the partner, that the sentence before names."""

Closeness = Literal["near", "named", "free", "after", "other"]


@dataclass(frozen=True)
class Scope:
    """The numbers of the sentences that speak of one pair, by closeness."""

    near: frozenset[int]
    named: frozenset[int]
    free: frozenset[int]
    after: frozenset[int] = frozenset()

    def closeness(self, sentence: int) -> Closeness:
        """Say how closely a sentence speaks of the pair."""
        if sentence in self.near:
            return "near"
        if sentence in self.named:
            return "named"
        if sentence in self.free:
            return "free"
        return "after" if sentence in self.after else "other"

    @cached_property
    def own(self) -> frozenset[int]:
        """All sentences that name or mean the pair."""
        return self.near | self.named

    @cached_property
    def every(self) -> frozenset[int]:
        """All sentences that speak of the pair."""
        return self.near | self.named | self.free | self.after

    @cached_property
    def all(self) -> tuple[int, ...]:
        """All sentences that speak of the pair, in order."""
        return tuple(sorted(self.every))


def scope(
    document: Document, pairs: Sequence[Pair], pair: Pair, candidates: Sequence[Partner], *, is_main: bool
) -> Scope:
    """Give the sentences that speak of a pair; `is_main` says that the article is about it."""
    own = _own_mentions(pairs, pair)
    near = set(_telling(document, own))
    named = {mention.sentence for mention in own} | set(_continuing(document, candidates, pair))
    free = set(_unclaimed(document, pairs, pair, candidates)) if is_main else set()
    after = set() if is_main else set(_after(document, candidates, pair))
    return Scope(frozenset(near), frozenset(named), frozenset(free), frozenset(after))


def _own_mentions(pairs: Sequence[Pair], pair: Pair) -> Sequence[Trace]:
    """Give the traces of a pair, but for loose ones in a sentence that joins another pair outright."""
    joined = {
        mention.sentence
        for other in pairs
        if other is not pair
        for mention in other.mentions
        if mention.rule in OUTRIGHT
    }
    own = (one for one in pair.mentions if one.rule not in LOOSE or one.sentence not in joined)
    return tuple(own) or pair.mentions


def _telling(document: Document, mentions: Sequence[Trace]) -> Iterator[int]:
    """Give the sentences that tell of the pair as such; where none does, those that come nearest to it.

    An entry of a list has the stage that its own sentence tells, else that of the sentence that announces it.
    """
    spoken = [mention for mention in mentions if mention.cue >= WEAK]
    plainly = [mention for mention in spoken if mention.rule not in LOOSE or mention.cue >= PLAIN]
    for mention in plainly or spoken:
        own = document.sentences[mention.sentence]
        if mention.announced == mention.sentence or document.cues_in("stage", own):
            yield mention.sentence
        else:
            yield mention.announced


def _unclaimed(
    document: Document, pairs: Sequence[Pair], pair: Pair, candidates: Sequence[Partner]
) -> Iterator[int]:
    """Give the sentences that name no other partner, nor go on from one that names but strangers."""
    naming = _naming(candidates)
    others = {key for other in pairs for key in (other.a.id, other.b.id)} - {pair.a.id, pair.b.id}
    acting = _naming([candidate for candidate in candidates if not candidate.scene])
    strange = False
    for index in range(len(document.sentences)):
        here = acting.get(index)
        if here is not None:
            strange = not here & {pair.a.id, pair.b.id}
        if (here is not None or not strange) and not naming.get(index, set()) & others:
            yield index


def _naming(candidates: Sequence[Partner]) -> Mapping[int, set[str]]:
    """Give the ids of the places that each sentence names."""
    found: dict[int, set[str]] = {}
    for candidate in candidates:
        found.setdefault(candidate.sentence, set()).add(candidate.place.id)
    return found


def _continuing(document: Document, candidates: Sequence[Partner], pair: Pair) -> Iterator[int]:
    """Give the sentences that name no place and refer back to ties, or partners, of the sentence before."""
    for index in sorted({mention.sentence + 1 for mention in pair.mentions if mention.cue >= WEAK}):
        if index < len(document.sentences) and not _names_partner(candidates, index):
            cues = document.cues_in("reference", document.sentences[index])
            if any(cue.key in REFERRING for cue in cues):
                yield index


def _after(document: Document, candidates: Sequence[Partner], pair: Pair) -> Iterator[int]:
    """Give the sentences behind those that name the pair which name no partner, in the same paragraph."""
    for index in sorted({mention.sentence + 1 for mention in pair.mentions}):
        if index < len(document.sentences) and not _names_partner(candidates, index):
            gap = document.text[document.sentences[index - 1].end : document.sentences[index].start]
            if "\n" not in gap:
                yield index


def _names_partner(candidates: Sequence[Partner], index: int) -> bool:
    """Say whether a sentence names a place that is no mere scene; the candidates stand in order."""
    at = bisect_left(candidates, index, key=lambda candidate: candidate.sentence)
    here = takewhile(lambda candidate: candidate.sentence == index, candidates[at:])
    return any(not candidate.scene for candidate in here)
