"""Which of the places that bear a name is meant, or none.

Each candidate has a score; the best one is taken if it is good enough for the words beside the name, and
clearly better than the second. The weights were set on the articles of the development corpus.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cityrel.places.beside import Name
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Candidate, Known
from cityrel.places.lexicon import Lexicon
from cityrel.places.likeliness import ACCEPTED, KNOWN_CITY, Signs, Stand, is_likely
from cityrel.places.setting import Setting
from cityrel.places.undecided import one_of

USUAL_NAME = 1.0
OWN_NAME = 2.0
FULL_NAME = 0.3
"""How much more a place counts whose whole name it is, not a short one ("Bergen", not "Bergen auf Rügen")."""

NAMED_COUNTRY = 1.5
HOME = 1.0
HINTED = 1.2
CHARTERED = 1.5
CITY_FIRST = 0.9
"""How much less a division counts than its largest city where nothing tells the level."""

SURE = ("country-beside", "division-beside", "word-beside")
"""The rules by which a name beside a part of other names is a place all the same."""

CLEAR = 0.3
"""How much better the best candidate must be than one elsewhere."""

SLIGHT = 0.05
"""How much better it must be where a place is to be expected."""

ANY = 0.0
"""How much better it must be where the country is told: the greater of two namesakes in it is meant."""

NAMED_DIVISION = 1.2
"""How much more a place counts whose province or state the article names."""


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


def choose(name: Name, setting: Setting, words: Lexicon, stand: Stand) -> Choice | None:
    """Choose the place that a name stands for, or none."""
    if _means_country(name, words):
        return None if stand.inside else _country(name, words, stand)
    if name.foreign:
        return None
    demand = _demand(name, setting)
    fitting = _fitting(_standing_apart(name, setting, words), demand)
    scores = {id(c): _score(c, name, demand, setting, words) for c in fitting}
    best = _best(fitting, scores, _margin(demand, stand))
    if best is None:
        return None
    rule, confidence = _rule(name, best, setting, words)
    if stand.inside and rule not in SURE:
        return None
    signs = _signs(best, name, setting, words, stand)
    return Choice(best.known, rule, confidence) if is_likely(rule, best, name, signs) else None


def _margin(demand: _Demand, stand: Stand) -> float:
    """Tell how much better the best candidate must be than one elsewhere."""
    if demand.country:
        return ANY
    return SLIGHT if stand.expected else CLEAR


def _signs(best: Candidate, name: Name, setting: Setting, words: Lexicon, stand: Stand) -> Signs:
    common = name.folded in words.never or name.folded in setting.small
    country = best.known.place.country
    return Signs(
        own=best.known in words.names.get(name.folded, ()),
        near=_is_near(country, setting, words, stand),
        common=common and not _is_listed(best, stand),
        placed=name.folded in setting.places_in and name.folded not in setting.small,
        capitals=name.match.name.isupper() and name.folded not in setting.mixed,
        stand=stand,
    )


def _is_near(country: str, setting: Setting, words: Lexicon, stand: Stand) -> bool:
    """Say whether an article is likely to speak of places of a country."""
    spoken = country in setting.countries or setting.hints_most_at(country)
    return spoken or country in words.home or country in stand.beside


def _is_listed(best: Candidate, stand: Stand) -> bool:
    """Say whether a known city stands in a list of places, so that its name is no common word there."""
    known = best.main and best.known.prominence >= KNOWN_CITY and best.known.place.level == "city"
    return known and bool(stand.beside) and not stand.opening


def _means_country(name: Name, words: Lexicon) -> bool:
    """Say whether a country's name stands for it, not for a division of that name ("Atlanta, Georgia")."""
    return name.folded in words.countries and not (name.country or name.holds or name.level == "province")


def _country(name: Name, words: Lexicon, stand: Stand) -> Choice | None:
    code = words.countries[name.folded]
    city = words.city_states.get(code)
    if city and _means_city(name, stand):
        return Choice(city, "country-name", 0.95)
    known = next((known for known in words.names.get(name.folded, ()) if known.place.id == code), None)
    return Choice(known, "country-name", 0.95) if known else None


def _means_city(name: Name, stand: Stand) -> bool:
    """Say whether a city that is a country is meant as a city: among partners, or by the word beside it."""
    return name.level == "city" or (stand.expected and name.word is None)


def _best(fitting: list[Candidate], scores: dict[int, float], margin: float) -> Candidate | None:
    """Give the best candidate, or what it shares with others that are as good but for less than a margin."""
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    best, *others = sorted(fitting, key=lambda c: (-scores[id(c)], c.known.place.id))
    close = [other for other in others if scores[id(best)] - scores[id(other)] < margin]
    return one_of([best, *close], fitting) if any(_rivals(best, other) for other in close) else best


def _demand(name: Name, setting: Setting) -> _Demand:
    alone = name.folded in setting.apart
    return _Demand(
        level="province" if name.holds else name.level or setting.levels.get(name.folded),
        country=name.country or (None if alone else setting.places_in.get(name.folded)),
        division=name.division or (None if alone else setting.divisions.get(name.folded)),
    )


def _standing_apart(name: Name, setting: Setting, words: Lexicon) -> list[Candidate]:
    """Give the places of a name without those that a namesake beside it in the article is told to be."""
    found = _candidates(name, words)
    other = None if name.country else setting.apart.get(name.folded)
    return [candidate for candidate in found if candidate.known.place.country != other]


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
    score += FULL_NAME * (fold(known.place.name) == name.folded)
    score += OWN_NAME * (known in words.names.get(name.folded, ()))
    score += NAMED_COUNTRY * (known.place.country in setting.countries)
    score += NAMED_DIVISION * setting.named_divisions.get((known.place.country, known.division), 0)
    score += HINTED * setting.hinted.get(known.place.country, 0)
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
    if name.level is not None:
        return "word-beside", 0.9
    if place.country == setting.places_in.get(name.folded, place.country) and (
        name.folded in setting.places_in or name.folded in setting.levels
    ):
        return "said-elsewhere", 0.85
    if best.known in words.names.get(name.folded, ()):
        return "usual-name", 0.85
    return "prominence", 0.7
