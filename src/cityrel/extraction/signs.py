"""What speaks for and against two places being partners, as named signs that a linear model weighs.

A sign is true or false of a pair in an article, or a small number; none needs to know the language, a name or
the length of the article. `weighing` says how much each one counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import MEETING, PLAIN, kinds_in, plain
from cityrel.extraction.modality import modality
from cityrel.extraction.presence import Cast, Presence
from cityrel.extraction.traces import ALONE, OUTRIGHT, Trace
from cityrel.extraction.weighing import Signs
from cityrel.model import Place
from cityrel.places import is_capital

Links = Mapping[tuple[int, str], set[str]]
"""From a sentence and a place to the places that it is joined to there."""

BESIDE_HOME = (
    "foreign", "only-abroad", "only-abroad/plain", "article/no-plain", "only-scene", "mentions",
    "mentions/once", "levels/same", "governed/both", "official", "traces/plain", "traces/weak", "both/plain",
    "mission", "rank", "shadowed", "referred/plain", "early", "article/plain", "capital",
)  # fmt: skip
"""Signs that count otherwise of a pair with the article's home."""

LOOSE = frozenset({"alone-for-home", "listed-for-home", "pair-together", "pair-in-list", "pair-by-toward"})
"""The patterns by which names merely stand near words for a tie."""

LISTED = 3
"""Sentences that join two names by a dash from which on they are a list of pairs."""

CUES = {0.0: "none", 0.5: "meeting", 1.0: "weak", 2.0: "plain"}


@dataclass(frozen=True)
class Surroundings:
    """What a pair is weighed in: all places of the article, its likely homes, what sentences join.

    `dashes` is how many sentences join two names by a dash.
    """

    document: Document
    known: Mapping[str, Presence]
    homes: Sequence[Place]
    links: Links
    together: Cast
    dashes: int


def signs(own: Sequence[Trace], around: Surroundings) -> Signs:
    """Give the signs of one pair, from its traces and what else the article says of the two."""
    a, b = around.known[own[0].a.id], around.known[own[0].b.id]
    found = dict(
        (
            *_of_traces(own, around.homes),
            *_of_links(own, around),
            *_of_denials(around.document, own),
            *_of_homes(a, b, around),
            *_of_places(a, b, around.together),
            *_of_article(a, b, around),
        )
    )
    rules = {trace.rule for trace in own}
    if "pair-by-naming" in rules:
        found["only-scene"] = 0.0  # "guests from Y, a twin town of X": that they are named as partners counts
    strangers = [one for one in (a, b) if one.place not in around.homes[:1]]
    found["capital"] = float(any(is_capital(one.place) for one in strangers))
    found["only-scene/loose"] = float(rules <= LOOSE and any(one.scenes == one.mentions for one in strangers))
    found["only-scene/both"] = float(a.scenes == a.mentions and b.scenes == b.mentions and rules <= LOOSE)
    found["dash-list"] = float("pair-by-dash" in rules and around.dashes >= LISTED)
    if found["home/first"]:
        found |= {f"home+{name}": found[name] for name in BESIDE_HOME}
    return found


def _of_denials(document: Document, own: Sequence[Trace]) -> Iterator[tuple[str, float]]:
    """Say whether sentences that name the two, or one of them, deny that there is a tie."""
    denying = [trace for trace in own if _denies(document, trace.sentence)]
    yield "denied", float(bool(denying))
    yield "denied/both", float(any(trace.rule not in ALONE for trace in denying))
    yield "denied/always", float(len(denying) == len(own))
    refused = [trace for trace in own if trace.sentence in _refusals(document)]
    yield "refused/both", float(any(trace.rule not in ALONE for trace in refused))
    yield "refused/always", float(len(refused) == len(own))


def _denies(document: Document, index: int) -> bool:
    """Say whether a sentence has words for kinds of ties, and denies all of them."""
    sentence = document.sentences[index]
    return bool(document.cues_in("kind", sentence)) and not kinds_in(document, sentence)


@lru_cache(maxsize=2)
def _refusals(document: Document) -> frozenset[int]:
    """Give the numbers of the sentences whose words for stages are all denied ("has not signed with")."""
    told: dict[int, set[str]] = {}
    for cue in document.cues.get("stage", ()):
        told.setdefault(document.sentence_index(cue.start), set()).add(modality(document, cue))
    return frozenset(index for index, modalities in told.items() if modalities == {"denied"})


def links_of(traces: Iterable[Trace]) -> Links:
    """Give, by sentence and place, the places that words between the names join it to."""
    found: dict[tuple[int, str], set[str]] = {}
    for trace in traces:
        if trace.outright:
            found.setdefault((trace.sentence, trace.b.id), set()).add(trace.a.id)
        elif trace.rule in OUTRIGHT and trace.cue > MEETING:
            found.setdefault((trace.sentence, trace.a.id), set()).add(trace.b.id)
            found.setdefault((trace.sentence, trace.b.id), set()).add(trace.a.id)
    return found


def _of_links(own: Sequence[Trace], around: Surroundings) -> Iterator[tuple[str, float]]:
    """Say whether a sentence joins one of the two outright to a third place, and not to the other.

    That the home is joined to another says nothing: it may have many partners.
    """
    both = {own[0].a.id, own[0].b.id}
    joined = [
        around.links.get((trace.sentence, key), set())
        for trace in own
        for key in both - {home.id for home in around.homes[:1]}
    ]
    claimed = [bool(others - both) and not others & both for others in joined]
    yield "claimed", float(any(claimed))
    yield "claimed/always", float(bool(claimed) and sum(claimed) >= len(own))


def _of_traces(own: Sequence[Trace], homes: Sequence[Place]) -> Iterator[tuple[str, float]]:
    side = "home" if any(home in (own[0].a, own[0].b) for home in homes[:1]) else "others"
    side += "-foreign" if own[0].a.country != own[0].b.country else "-domestic"
    counts: dict[str, int] = {}
    for trace in own:
        cue = CUES[trace.cue]
        key = f"{trace.rule}/{cue}"
        for name in (key, f"{key}/{side}", *([f"{key}/scene"] if trace.scene else ())):
            counts[name] = counts.get(name, 0) + 1
        if trace.sentence == 0:
            counts[f"headline/{trace.rule}/{cue}"] = 1
    for key, count in counts.items():
        yield key, 1.0
        if count > 1:
            yield f"{key}/again", log2(min(count, 4))
    told = [trace.cue for trace in own if trace.rule == "both-referred"]
    yield "of-others", float(any(trace.of_others for trace in own))
    yield "of-others/always", float(all(trace.of_others for trace in own))
    yield "in-turn", float(any(trace.in_turn for trace in own))
    yield "referred", log2(1 + min(4, len(told)))
    yield "referred/plain", float(PLAIN in told)
    yield "traces/plain", log2(1 + min(6, sum(trace.cue > 1 for trace in own)))
    yield "traces/weak", log2(1 + min(6, sum(trace.cue == 1 for trace in own)))
    yield "traces/meeting", log2(1 + min(6, sum(trace.cue == MEETING for trace in own)))
    yield "both/plain", log2(1 + min(4, sum(trace.cue > 1 and "home" not in trace.rule for trace in own)))
    yield "both/any", log2(1 + min(4, sum("home" not in trace.rule for trace in own)))
    yield "official/plain", float(any(trace.official and trace.cue > 0 for trace in own))
    yield "official", float(any(trace.official for trace in own))


def _of_homes(a: Presence, b: Presence, around: Surroundings) -> Iterator[tuple[str, float]]:
    homes = around.homes
    first = bool(homes) and homes[0] in (a.place, b.place)
    second = len(homes) > 1 and homes[1] in (a.place, b.place)
    yield "home/first", float(first)
    yield "home/second", float(second)
    yield "home/both", float(first and second)
    yield "home/neither", float(bool(homes) and not first and not second)
    yield "home/unknown", float(not homes)
    top = max((around.known[home.id].home for home in homes), default=1.0)
    yield "home/share", max(a.home, b.home) / top
    yield "home/lesser-share", min(a.home, b.home) / top


def _of_places(a: Presence, b: Presence, together: Cast) -> Iterator[tuple[str, float]]:
    yield "partner/lesser", min(a.partner, b.partner)
    yield "partner/greater", max(a.partner, b.partner)
    yield "foreign", float(a.place.country != b.place.country)
    yield "levels/same", float(a.place.level == b.place.level)
    yield "levels/province", float("province" in (a.place.level, b.place.level))
    yield "levels/mixed-province", float((a.place.level == "province") != (b.place.level == "province"))
    less = min(a.mentions, b.mentions)
    yield "mentions", log2(min(less, 8))
    yield "mentions/once", float(less == 1)
    yield "only-scene", float(a.scenes == a.mentions or b.scenes == b.mentions)
    yield "scenes", max(a.scenes / a.mentions, b.scenes / b.mentions)
    yield "governed", float(a.official > 0) + float(b.official > 0)
    yield "governed/both", float(a.official > 0 and b.official > 0)
    yield "mission", max(a.missions / a.mentions, b.missions / b.mentions)
    yield "early", float(a.first <= 1 and b.first <= 1)
    yield "rank", log2(1 + max(together.rank(less) - 1, 0))
    yield "shadowed", float(_is_shadowed(a, together) or _is_shadowed(b, together))
    yield "places", log2(len(together.counts))


def _is_shadowed(one: Presence, together: Cast) -> bool:
    """Say whether a province stands beside a place of its country that the article names as much."""
    return one.place.level == "province" and together.most_town.get(one.place.country, 0) >= one.mentions


def _of_article(a: Presence, b: Presence, around: Surroundings) -> Iterator[tuple[str, float]]:
    together = around.together
    kinds, plainly = _kinds(around.document)
    yield "article/plain", log2(1 + min(7, plainly))
    yield "article/kinds", log2(1 + min(7, kinds))
    yield "article/no-plain", float(not plainly)
    others = together.most_beside(a.mentions, b.mentions)
    leading = min(a.mentions, b.mentions) > others
    foreign = a.place.country != b.place.country
    yield "leading", float(leading)
    yield "leading/foreign", float(leading and foreign)
    yield "leading/plain", float(leading and foreign and plainly > 1)
    yield "only-two", float(not others)
    yield "only-two/plain", float(not others and plainly > 0)
    yield "only-two/foreign", float(not others and foreign)
    yield "only-abroad", float(foreign and _is_only_abroad(a, b, together))
    yield "only-abroad/plain", float(foreign and plainly > 0 and _is_only_abroad(a, b, together))
    yield "bias", 1.0


@lru_cache(maxsize=2)
def _kinds(document: Document) -> tuple[int, int]:
    """Give how many words for kinds of ties an article has, and how many of them are plain."""
    kinds = document.cues.get("kind", ())
    return len(kinds), len(plain(kinds))


def _is_only_abroad(a: Presence, b: Presence, together: Cast) -> bool:
    """Say whether all other places of the article lie in the country of only one of the two."""
    places = len(together.counts)
    return any(together.countries[one.place.country] == places - 1 for one in (a, b))
