"""Which of the places that bear a name is meant, or none.

Each candidate has a score; the best one is taken if it is good enough for the words beside the name, and
clearly better than the second. The weights were set on the articles of the development corpus.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cityrel.places.beside import Name
from cityrel.places.gazetteer import Candidate, Known
from cityrel.places.lexicon import Lexicon
from cityrel.places.setting import Setting

ACCEPTED = {
    "city": ("city",),
    "regency": ("regency",),
    "province": ("province",),
    "district": ("district", "city", "regency"),
    "country": ("country",),
}
"""The levels of the gazetteer that a word for a level can mean, best first."""

USUAL_NAME = 1.0
OWN_NAME = 2.0
NAMED_COUNTRY = 1.5
HOME = 1.0
CHARTERED = 1.5
CITY_FIRST = 0.9
"""How much less a division counts than its largest city where nothing tells the level."""

CLEAR = 0.3
"""How much better the best candidate must be than one elsewhere."""

KNOWN_TOWN = 4.0
"""The prominence (10,000 people) that a bare name needs in a country that the article names."""

KNOWN_CITY = 4.7
"""The prominence (50,000 people) that a bare name needs anywhere else."""

GREAT_CITY = 5.0
"""The prominence (100,000 people) that a name needs which may be a part of another, or stands in capitals."""


@dataclass(frozen=True)
class Choice:
    """A place with what decided for it."""

    known: Known
    rule: str
    confidence: float


@dataclass(frozen=True)
class _Demand:
    """What a place must be, from beside the name or from elsewhere in the article."""

    level: str | None
    country: str | None
    division: tuple[str, str] | None


def choose(name: Name, setting: Setting, words: Lexicon, *, doubtful: bool) -> Choice | None:
    """Choose the place that a name stands for.

    `doubtful` says that the name may be a part of something else.
    """
    demand = _demand(name, setting)
    fitting = _fitting(_candidates(name, words), demand)
    if not fitting:
        return None
    scores = {id(c): _score(c, name, demand, setting, words) for c in fitting}
    best, *others = sorted(fitting, key=lambda c: (-scores[id(c)], c.known.place.id))
    if any(_rivals(best, other) and scores[id(best)] - scores[id(other)] < CLEAR for other in others):
        return None
    rule, confidence = _rule(name, best, setting, words)
    if rule == "prominence" and not _is_known(best, name, setting, words, doubtful=doubtful):
        return None
    return Choice(best.known, rule, confidence)


def _demand(name: Name, setting: Setting) -> _Demand:
    return _Demand(
        level=name.level or setting.levels.get(name.folded),
        country=name.country or setting.places_in.get(name.folded),
        division=name.division or setting.divisions.get(name.folded),
    )


def _candidates(name: Name, words: Lexicon) -> list[Candidate]:
    """Give all places of a name; those that only the language of the article calls so are among them."""
    own = {known.place.id for known in words.names.get(name.folded, ())}
    known = [c for c in name.candidates if c.main or c.known.place.level == "city" or c.known.place.id in own
             or c.known.place.level == "regency"]  # fmt: skip
    return list({c.known.place.id: c for c in known}.values())


def _fitting(candidates: Iterable[Candidate], demand: _Demand) -> list[Candidate]:
    """Keep what has the country, the division and the level that the text tells, if anything has."""
    fitting = list(candidates)
    if demand.country:
        fitting = [c for c in fitting if c.known.place.country == demand.country] or fitting
    if demand.division:
        fitting = [c for c in fitting if c.known.division == demand.division[1]] or fitting
    for level in ACCEPTED.get(demand.level or "", ()):
        at_level = [c for c in fitting if c.known.place.level == level]
        if at_level:
            return at_level
    return fitting


def _score(candidate: Candidate, name: Name, demand: _Demand, setting: Setting, words: Lexicon) -> float:
    known = candidate.known
    score = known.prominence + USUAL_NAME * candidate.main
    score += OWN_NAME * (known in words.names.get(name.folded, ()))
    score += NAMED_COUNTRY * (known.place.country in setting.countries)
    score += HOME * (known.place.country in words.home)
    if demand.level is None:
        score += CHARTERED * known.chartered - CITY_FIRST * (known.place.level == "province")
    return score


def _rivals(one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates are different places, and not a city and the land around it."""
    a, b = one.known, other.known
    return (a.place.country, a.division) != (b.place.country, b.division) or a.place.level == b.place.level


def _rule(name: Name, best: Candidate, setting: Setting, words: Lexicon) -> tuple[str, float]:
    """Tell what decided, and how sure that is."""
    place = best.known.place
    if place.level == "country":
        return "country-name", 0.95
    if name.country == place.country:
        return ("division-beside", 0.95) if name.division else ("country-beside", 0.95)
    if name.word is not None:
        return "word-beside", 0.9
    if name.folded in setting.places_in or name.folded in setting.levels:
        return "said-elsewhere", 0.85
    if best.known in words.names.get(name.folded, ()):
        return "usual-name", 0.85
    return "prominence", 0.7


def _is_known(best: Candidate, name: Name, setting: Setting, words: Lexicon, *, doubtful: bool) -> bool:
    """Say whether a bare name is likely enough to be a place at all, and this one."""
    if name.folded in words.never or name.folded in setting.small:
        return False
    if doubtful or (name.match.name.isupper() and name.folded not in setting.mixed):
        return best.known.prominence >= GREAT_CITY and best.main
    near = best.known.place.country in (*setting.countries, *words.home)
    return best.known.prominence >= (KNOWN_TOWN if near else KNOWN_CITY) and (best.main or near)
