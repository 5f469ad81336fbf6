"""Which places of an article are partners of each other.

All that an article says of two places is gathered (`traces`), told by signs that need no language (`signs`),
and weighed (`weighing`). A pair that stays doubtful is left out, because a wrong edge costs more than a
missing one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import fmean

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import kinds_in
from cityrel.extraction.partners import Partner
from cityrel.extraction.presence import Presence, cast
from cityrel.extraction.signs import Surroundings, links_of, signs
from cityrel.extraction.traces import Trace, traces
from cityrel.extraction.weighing import Signs, chance, log_odds
from cityrel.model import Place, Span
from cityrel.places import lies_in

LIKELY = 0.5
"""The probability from which a pair counts."""

NAMESAKE = "namesake"
"""The rule by which a place was found that is called but a namesake: its partner has the same name."""

HOMES = 2
"""Places of an article that a place named alone may be a partner of."""

HOME = 1.0
"""The weight from which a place can be one of them: one that ties are only "with" cannot."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners, all that names them as such, in order, and how likely they are partners."""

    a: Place
    b: Place
    mentions: tuple[Trace, ...]
    weight: float


def pairs(
    document: Document, candidates: Sequence[Partner], known: Mapping[str, Presence]
) -> tuple[Pair, ...]:
    """Give the pairs of an article, in the order in which they are first named; `known` are its places."""
    if not kinds_in(document, Span(0, len(document.text))):
        return ()
    homes = homes_of(known)
    found = candidate_pairs(document, candidates, known)
    likely = weighed([(own, log_odds(told, "pair")) for own, told in found])
    return tuple(make_pair(own, homes, weight) for own, weight in likely if weight >= LIKELY)


def weighed(found: Sequence[tuple[tuple[Trace, ...], float]]) -> Iterator[tuple[tuple[Trace, ...], float]]:
    """Give how likely each pair is, from its log-odds and those of the list that it stands in.

    What stands in one list is most often of one kind, so the others say half of what is said of each.
    """
    lists: dict[object, list[float]] = {}
    for own, odds in found:
        for key in _lists(own):
            lists.setdefault(key, []).append(odds)
    for own, odds in found:
        beside = [fmean(lists[key]) for key in _lists(own)]
        yield own, chance((odds + max(beside)) / 2 if beside else odds)


def _lists(own: Sequence[Trace]) -> set[object]:
    """Give the lists, by the sentence that announces each and the home, in which a pair stands."""
    return {(trace.announced, trace.a.id) for trace in own if trace.rule == "listed-for-home"}


def candidate_pairs(
    document: Document, candidates: Sequence[Partner], known: Mapping[str, Presence]
) -> tuple[tuple[tuple[Trace, ...], Signs], ...]:
    """Give the traces and the signs of every two places that may be partners."""
    homes = homes_of(known)
    alike = {candidate.place.id for candidate in candidates if candidate.mention.rule == NAMESAKE}
    found: dict[frozenset[str], list[Trace]] = {}
    for trace in traces(document, candidates, homes):
        if alike.isdisjoint((trace.a.id, trace.b.id)) or trace.a.name == trace.b.name:
            found.setdefault(frozenset({trace.a.id, trace.b.id}), []).append(trace)
    found = {key: own for key, own in found.items() if not _is_nested(own[0])}
    links = links_of(chain.from_iterable(found.values()))
    dashes = len({one.sentence for own in found.values() for one in own if one.rule == "pair-by-dash"})
    around = Surroundings(document, known, homes, links, cast(candidates), dashes)
    return tuple((tuple(own), signs(own, around)) for own in found.values())


def _is_nested(trace: Trace) -> bool:
    """Say whether one of two places lies in the other: a city and its province are no partners."""
    return lies_in(trace.a, trace.b) or lies_in(trace.b, trace.a)


def homes_of(known: Mapping[str, Presence]) -> tuple[Place, ...]:
    """Give the places that the article may be written from, the likeliest first."""
    ranked = sorted(known.values(), key=lambda one: -one.home)
    return tuple(one.place for one in ranked[:HOMES] if one.home >= HOME)


def home(known: Mapping[str, Presence]) -> Place | None:
    """Give the place that an article is written from, or tells the ties of; None where it names no place."""
    return next(iter(homes_of(known)), None)


def make_pair(own: Sequence[Trace], homes: Sequence[Place], weight: float) -> Pair:
    """Join the traces of one pair, which is as likely as `weight` says; the home stands first."""
    a, b = own[0].a, own[0].b
    if b in homes and (a not in homes or homes.index(b) < homes.index(a)):
        a, b = b, a
    return Pair(a, b, tuple(own), weight)
