"""How an article as a whole speaks of each place: whether it is the home, or a partner at all.

The flags of all mentions of a place are gathered into signs, which the model "partner" weighs (`weighing`):
how likely the place has part in any tie. Which place is the home, whose ties an article tells, is a plain
sum: most articles tell one tie, and cannot teach which of its two places is the home.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import MEETING, PLAIN, WEAK, cue_weight, has_own, is_glue, kinds_in
from cityrel.extraction.partners import Partner, has_beside, is_in_dateline
from cityrel.extraction.weighing import Signs, log_odds
from cityrel.model import Place, Span
from cityrel.places import division_of, is_capital

LEADS = 0.75
"""How much more a mention before the first word for a tie makes its place the home."""

GOVERNED = 1.0
"""How much more a word for its government does."""

OWNER = 2.0
"""How much more words that say a tie to be its own do."""

JOINED = 0.3
"""The share that is left of a mention with "with" before it."""

UNKNOWN = 0.5
"""The share that is left of a mention of a place that no gazetteer has."""

ABROAD = 0.6
"""The share that is left of a place named with its country: readers know where their own town lies."""

DIVISION = 0.5
"""The share that is left of a division beside a place in it that has that share at least."""

NEWSROOM = 0.4
"""The share that is left of a capital that only the dateline names."""

AT_HOME = 3.0
"""How much more a mention counts in the country that most articles in the language are written from."""

EARLY = 2
"""Sentences that say what an article is about."""

Flags = Mapping[str, bool]
"""What is true of a mention, by name."""


@dataclass(frozen=True)
class Presence:
    """How an article speaks of one place.

    `scenes`, `official` and `missions` count the mentions so marked, `first` is the number of the first
    sentence that names it; `home` is the weight of what makes it the home, `partner` are log-odds.
    """

    place: Place
    mentions: int
    scenes: int
    official: int
    missions: int
    first: int
    home: float
    partner: float


class Cast:
    """All places of an article, with what is asked of them together, counted once."""

    def __init__(self, found: Mapping[str, Sequence[Partner]]) -> None:
        self.counts = sorted(len(own) for own in found.values())
        self.countries = Counter(own[0].place.country for own in found.values())
        self.total = sum(self.counts)
        self.first = min((own[0].span.start for own in found.values()), default=0)
        self.most: dict[str, int] = {}
        self.most_town: dict[str, int] = {}
        for own in found.values():
            place = own[0].place
            self.most[place.country] = max(self.most.get(place.country, 0), len(own))
            if place.level != "province":
                self.most_town[place.country] = max(self.most_town.get(place.country, 0), len(own))

    def rank(self, mentions: int) -> int:
        """Give how many places are named more often."""
        return len(self.counts) - bisect_right(self.counts, mentions)

    def most_beside(self, *mentions: int) -> int:
        """Give how often the most frequent place is named beside those with these numbers of mentions."""
        left = list(mentions)
        for count in reversed(self.counts):
            if count not in left:
                return count
            left.remove(count)
        return 0


def cast(candidates: Sequence[Partner]) -> Cast:
    """Give the places of an article together."""
    return Cast(_by_place(candidates))


def presences(document: Document, candidates: Sequence[Partner]) -> dict[str, Presence]:
    """Give how an article speaks of each place, by its id."""
    found = _by_place(candidates)
    together = Cast(found)
    known = {key: _presence(document, own, together) for key, own in found.items()}
    towns = _homes_of_towns(known.values())
    return {key: _beside_its_towns(one, towns) for key, one in known.items()}


def _homes_of_towns(known: Iterable[Presence]) -> dict[tuple[str, str], float]:
    """Give, by division, how much its likeliest place is the home."""
    homes: dict[tuple[str, str], float] = {}
    for one in known:
        division = division_of(one.place) if one.place.level != "province" else None
        if division:
            homes[division] = max(homes.get(division, 0.0), one.home)
    return homes


def _beside_its_towns(one: Presence, towns: Mapping[tuple[str, str], float]) -> Presence:
    """Let a division be the home less where the article speaks as much of a place in it."""
    division = division_of(one.place) if one.place.level == "province" else None
    if division is None or towns.get(division, 0.0) < one.home * DIVISION:
        return one
    return replace(one, home=one.home * DIVISION)


def place_signs(
    document: Document, candidates: Sequence[Partner]
) -> dict[str, tuple[tuple[Partner, ...], Signs]]:
    """Give the mentions of each place with the signs of all, by the place's id."""
    found = _by_place(candidates)
    together = Cast(found)
    return {
        key: (tuple(own), _signs(document, own, _flags_of(document, own), together))
        for key, own in found.items()
    }


def _by_place(candidates: Sequence[Partner]) -> dict[str, list[Partner]]:
    found: dict[str, list[Partner]] = {}
    for partner in candidates:
        found.setdefault(partner.place.id, []).append(partner)
    return found


def _presence(document: Document, own: Sequence[Partner], together: Cast) -> Presence:
    flags = _flags_of(document, own)
    return Presence(
        place=own[0].place,
        mentions=len(own),
        scenes=sum(mention.scene for mention in own),
        official=sum(mention.official for mention in own),
        missions=sum(mention.mission for mention in own),
        first=min(mention.sentence for mention in own),
        home=_home_weight(document, own, flags),
        partner=log_odds(_signs(document, own, flags, together), "partner"),
    )


def _home_weight(document: Document, own: Sequence[Partner], flags: Sequence[Flags]) -> float:
    """How much the mentions of a place say that it is the article's home."""
    score = sum(_home_share(document, mention, true) for mention, true in zip(own, flags, strict=True))
    score *= ABROAD if any(true["located"] for true in flags) else 1.0
    return score * (NEWSROOM if _is_newsroom(own[0].place, flags) else 1.0)


def _is_newsroom(place: Place, flags: Sequence[Flags]) -> bool:
    """Say whether a place is a capital that only the dateline names."""
    return is_capital(place) and all(true["dateline"] for true in flags)


def _home_share(document: Document, mention: Partner, true: Flags) -> float:
    """How much one mention says so."""
    at_home = mention.place.country in document.pack.home_countries
    score = 1.0 + 0.5 * (mention.official and not mention.scene) - 0.5 * mention.scene
    score += (mention.sentence == 0) + 0.5 * true["dateline"]
    score += LEADS * true["leads"] + OWNER * true["owns"]
    score += GOVERNED * true["governed"]
    score *= JOINED if true["joined"] else 1.0
    score *= UNKNOWN if true["unknown"] else 1.0
    return score * (AT_HOME if at_home else 1.0)


def _signs(document: Document, own: Sequence[Partner], flags: Sequence[Flags], together: Cast) -> Signs:
    return dict((*_shares(flags), *_of_place(document, own, together)))


def _shares(flags: Sequence[Flags]) -> Iterator[tuple[str, float]]:
    """Say of each flag whether it is true of any mention, and of how many."""
    for name in flags[0]:
        count = sum([true[name] for true in flags])
        yield f"any/{name}", float(count > 0)
        yield f"share/{name}", count / len(flags)


def _of_place(document: Document, own: Sequence[Partner], together: Cast) -> Iterator[tuple[str, float]]:
    yield "bias", 1.0
    yield "mentions", log2(min(len(own), 16))
    yield "mentions/share", len(own) / together.total
    yield "mentions/once", float(len(own) == 1)
    yield "rank", log2(1 + together.rank(len(own)))
    place = own[0].place
    countrymen = together.countries[place.country] - 1
    strangers = len(together.counts) - 1 - countrymen
    yield f"level/{place.level}", 1.0
    yield "at-home", float(place.country in document.pack.home_countries)
    yield "countrymen", log2(1 + min(7, countrymen))
    yield "strangers", log2(1 + min(7, strangers))
    yield "alone-abroad", float(not countrymen)
    yield "capital", float(is_capital(place))
    yield "first", float(own[0].span.start == together.first)
    yield "outdone", float(together.most[place.country] > len(own))


def _flags_of(document: Document, own: Sequence[Partner]) -> list[Flags]:
    """Give what is true of each mention."""
    return [dict(_flags(document, mention)) for mention in own]


def _flags(document: Document, mention: Partner) -> Iterator[tuple[str, bool]]:
    sentence = document.sentences[mention.sentence]
    cue = cue_weight(document, mention.sentence)
    yield "headline", mention.sentence == 0
    yield "early", mention.sentence <= EARLY
    yield "dateline", is_in_dateline(document, mention.mention)
    yield "scene", mention.scene
    yield "official", mention.official
    yield "governed", has_beside(document, mention.mention, "government")
    yield "mission", mention.mission
    yield "unknown", mention.mention.rule == "as-written"
    yield "unsure", mention.mention.rule in ("prominence", "one-letter-off")
    yield "located", mention.mention.rule == "country-beside"
    yield "plain", cue == PLAIN
    yield "weak", cue == WEAK
    yield "meeting", cue == MEETING
    yield "joined", _is_joined(document, mention)
    yield "leads", _leads(document, mention)
    yield "owns", _owns(document, mention)
    yield "opens", mention.span.start - sentence.start <= 1
    yield "acting", mention.official and not mention.scene


def _is_joined(document: Document, mention: Partner) -> bool:
    """Say whether "with" or words for a tie stand before: whom a tie is with is not whose tie it is."""
    before = document.word_before(mention.span.start)
    if before is None:
        return False
    kinds = document.cues_in("kind", document.sentences[mention.sentence])
    joined = before.text in document.pack.ties.between.get("with", ())
    return joined or any(kind.end == before.end for kind in kinds)


def _leads(document: Document, mention: Partner) -> bool:
    """Say whether the mention stands before the first word for a tie: whose tie it is comes first."""
    kinds = kinds_in(document, document.sentences[mention.sentence])
    return bool(kinds) and mention.span.end <= kinds[0].start


def _is_second(document: Document, mention: Partner) -> bool:
    """Say whether "and" stands before a mention."""
    before = document.word_before(mention.extent.start)
    return before is not None and before.text in document.pack.ties.between.get("and", ())


def _owns(document: Document, mention: Partner) -> bool:
    """Say whether words for a tie follow the mention as its own: "X's twin town", "X is twinned".

    What stands in a bracket behind the name is an entry of a list: "Burgas (LoI 2011)". The second name of
    "A and B are twinned" owns nothing that the first does not.
    """
    if _is_second(document, mention):
        return False
    kinds = kinds_in(document, Span(mention.extent.end, document.sentences[mention.sentence].end))
    gap = Span(mention.extent.end, kinds[0].start) if kinds else None
    if gap is None or "(" in document.text[gap.start : gap.end]:
        return False
    return is_glue(document, gap, "before") and not has_own(document, gap)
