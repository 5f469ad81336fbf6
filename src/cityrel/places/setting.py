"""What the article as a whole says about its places, beyond the words beside each name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cityrel.places.beside import Name
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Known
from cityrel.places.lexicon import DIVISIONS, Lexicon
from cityrel.places.namesakes import apart

SMALL_WORDS = re.compile(r"(?<![^\W_])[^\W\d_]{2,}")
OPENING = re.compile(r"(?:^|[.!?|•·\n])[\s\"'“”‘’«»(*-]*$")
"""What stands before the first word of a sentence, a line or an item."""

ENOUGH_HINTS = 3
"""Words of a country's manner of speaking from which on they count fully: one alone is met anywhere."""

LOOK_BACK = 12
"""Characters before a word in which that is looked for."""

IMPLIED = 0.5
"""How much less a division counts that a place lies in than the one that is named most."""

ADJECTIVE = re.compile(r"(?<![^\W_])[A-Z]\w+(?: [A-Z]\w+)?")


@dataclass(frozen=True)
class Setting:
    """`countries` are the codes of all countries that the article names or belongs to.

    `levels`, `places_in` and `divisions` tell of a folded name which level, country and division stand
    beside it anywhere in the article. `named_divisions` are those that the article names anywhere, as
    (country, code), with how often it does, 1 for the most frequent one. `small` are the words that the
    article also writes without a capital, `mixed` the names that stand somewhere outside of words in
    capitals, `inner` those that stand somewhere else than at the beginning of a sentence. `hinted` are the
    countries whose manner of speaking the article has, 1 for the one that most of its words hint at. `apart`
    tells of a folded name in which country it does not lie where it is bare.
    """

    countries: frozenset[str]
    levels: Mapping[str, str]
    places_in: Mapping[str, str]
    divisions: Mapping[str, tuple[str, str]]
    named_divisions: Mapping[tuple[str, str], float]
    small: frozenset[str]
    mixed: frozenset[str]
    inner: frozenset[str]
    hinted: Mapping[str, float] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)

    def hints_most_at(self, country: str) -> bool:
        """Say whether no country is hinted at more than this one."""
        return self.hinted.get(country, 0.0) == max(self.hinted.values(), default=1.0)

    def wider(self, chosen: Iterable[Known]) -> "Setting":
        """Give the setting with some places known: the countries of two of them, the divisions of all."""
        places = {known.place.id: known for known in chosen if known.place.level != "country"}.values()
        counts = Counter(known.place.country for known in places)
        implied = {(known.place.country, known.division): IMPLIED for known in places}
        return replace(
            self,
            countries=self.countries | {country for country, count in counts.items() if count > 1},
            named_divisions={**implied, **self.named_divisions},
        )


def begins(text: str, offset: int) -> bool:
    """Say whether a sentence, a line or an item of a list begins at an offset."""
    return OPENING.search(text[max(0, offset - LOOK_BACK) : offset]) is not None


def setting(text: str, names: Sequence[Name], words: Lexicon) -> Setting:
    """Read the setting from the names of an article."""
    levels: dict[str, Counter[str]] = defaultdict(Counter)
    places_in: dict[str, str] = {}
    divisions: dict[str, tuple[str, str]] = {}
    for name in names:
        if name.level:
            levels[name.folded][name.level] += 1
        if name.country:
            places_in.setdefault(name.folded, name.country)
        if name.division:
            divisions.setdefault(name.folded, name.division)
    met = {word: fold(word) for word in set(SMALL_WORDS.findall(text))}
    return Setting(
        apart=apart(text, names, words),
        hinted=_hinted(set(met.values()), words),
        countries=frozenset(_countries(text, names, words)),
        levels={folded: counts.most_common(1)[0][0] for folded, counts in levels.items()},
        places_in=places_in,
        divisions=divisions,
        named_divisions=_shares(_named_divisions(names, words)),
        small=frozenset([folded for word, folded in met.items() if word.islower()]),
        mixed=frozenset(name.folded for name in names if not name.match.name.isupper()),
        inner=frozenset(name.folded for name in names if not begins(text, name.whole.start)),
    )


def _hinted(met: Iterable[str], words: Lexicon) -> dict[str, float]:
    """Give the countries that words of the article hint at, as shares of the likeliest one or of enough."""
    counts = Counter(code for word in met for code in words.hints.get(word, ()))
    most = max([ENOUGH_HINTS, *counts.values()])
    return {code: count / most for code, count in counts.items()}


def _shares(divisions: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Give how often each division is named, as a share of the most frequent one."""
    counts = Counter(divisions)
    most = max(counts.values(), default=1)
    return {division: count / most for division, count in counts.items()}


def _named_divisions(names: Sequence[Name], words: Lexicon) -> Iterator[tuple[str, str]]:
    """Give the divisions that the article names, by their name alone or behind a place that lies in them."""
    for name in names:
        if name.division:
            yield name.division
        elif known := _division(name, words):
            yield known.place.country, known.division


def _division(name: Name, words: Lexicon) -> Known | None:
    """Give the division where a name is that of one, and of no city to speak of ("Westmeath", "Calif.")."""
    if name.folded in words.never and not name.folded.endswith("."):
        return None
    own = words.names.get(name.folded, ())
    usual = own or [candidate.known for candidate in name.candidates if candidate.main]
    return usual[0] if len(usual) == 1 and usual[0].place.level in DIVISIONS else None


def _country_of_division(name: Name, words: Lexicon) -> str | None:
    known = _division(name, words)
    return known.place.country if known else None


def _countries(text: str, names: Sequence[Name], words: Lexicon) -> set[str]:
    """Give the countries that are named, or that an adjective belongs to."""
    named = {words.countries[name.folded] for name in names if name.folded in words.countries}
    named |= {country for name in names if (country := _country_of_division(name, words))}
    if words.adjectives:
        for found in set(ADJECTIVE.findall(text)):
            for phrase in (found, *found.split(" ")):
                code = words.adjectives.get(fold(phrase))
                if code:
                    named.add(code)
    return named
