"""What a language knows about places, ready for use: its own names, stop-names, the words beside names."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from cityrel.languages import Pack
from cityrel.places.folding import fold
from cityrel.places.gazetteer import Known, gazetteer
from cityrel.places.ordinary import ordinary_words
from cityrel.places.sources import city_states, country_names

NO_LEVEL = ("any", "country")
"""Words for these stand before cities too ("KBRI Tokyo")."""

POSTAL = 2
"""Letters of a state's or a province's code in addresses."""

WIDE = ("wide", "abbreviated")
"""The forms in which CLDR names months and weekdays."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word beside a name: the level it tells, or None for any, and whether it is that of an office."""

    level: str | None
    office: bool


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A pack's words for places, folded; there is one of each pack.

    `names` are the places that the language has names of its own for; `acronyms` those names that are
    always in capitals. `before` and `after` are the words beside names, `of` those of the former that end in
    "of", `last_before` the last word of each of the former, `first_after` the first of each of the latter.
    `persons` are frequent names of persons; they and other common words are in `never`, which holds what is
    no place by itself; `ordinary` are these and all other words of the pack: no unknown place is
    named so.
    `namesakes` are words for another place of the same name, `partners` those that join one place to another.
    `city_states` are the cities that are countries too, by country code.
    """

    names: Mapping[str, tuple[Known, ...]]
    countries: Mapping[str, str]
    adjectives: Mapping[str, str]
    acronyms: frozenset[str]
    before: Mapping[str, Word]
    after: Mapping[str, Word]
    of: frozenset[str]
    last_before: frozenset[str]
    first_after: frozenset[str]
    joints: frozenset[str]
    links: frozenset[str]
    namesakes: frozenset[str]
    partners: frozenset[str]
    never: frozenset[str]
    persons: frozenset[str]
    ordinary: frozenset[str]
    inside: frozenset[str]
    home: tuple[str, ...]
    hints: Mapping[str, tuple[str, ...]]
    city_states: Mapping[str, Known]


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Give the lexicon of a pack."""
    places = pack.places
    countries = country_names(pack)
    before = _words(places.before, office=False) | _words(places.offices, office=True)
    after = _words(places.after, office=False) | _words(places.offices_after, office=True)
    inside, names = frozenset(map(fold, places.inside)), _names(pack, countries)
    never = _never(pack, names.keys()) | before.keys() | after.keys()
    return Lexicon(
        names=names,
        countries=_codes(countries),
        adjectives=_codes(places.adjectives),
        acronyms=frozenset(fold(name) for name in _own_names(pack) if name.isupper() and name.isalpha()),
        before=before,
        after=after,
        of=frozenset(phrase for phrase in before if phrase.endswith(" of")),
        last_before=frozenset(phrase.rpartition(" ")[2] for phrase in before),
        first_after=frozenset(phrase.partition(" ")[0] for phrase in after),
        joints=frozenset(map(fold, places.joints)),
        links=frozenset(map(fold, pack.ties.between.get("and", ()))),
        namesakes=frozenset(map(fold, places.namesakes)),
        partners=frozenset(map(fold, pack.ties.between.get("with", ()))),
        never=never,
        persons=frozenset(map(fold, places.persons)),
        ordinary=never
        | ordinary_words(pack)
        | inside
        | _codes(countries).keys()
        | _codes(places.adjectives).keys(),
        inside=inside,
        home=pack.home_countries,
        hints=_hints(places.hints),
        city_states={
            code: known for code, key in city_states().items() if (known := gazetteer().by_key(key))
        },
    )


def _own_names(pack: Pack) -> Iterable[str]:
    places = pack.places
    for table in (places.countries, places.cities, places.divisions):
        for names in table.values():
            yield from names


def _never(pack: Pack, names: Set[str]) -> frozenset[str]:
    """Give what is no place by itself: common words and names, months, short forms of states."""
    own = frozenset(map(fold, (*pack.places.never, *pack.places.persons, *_short_names(pack))))
    others = frozenset(map(fold, pack.names.never)) - names
    return own | others | _calendar(pack.code)


def _short_names(pack: Pack) -> Iterator[str]:
    """Give the short forms of divisions that stand only behind a town ("Calif.", "CA")."""
    for names in pack.places.divisions.values():
        yield from filter(_is_short, names)


def _is_short(name: str) -> bool:
    return name.endswith(".") or (len(name) == POSTAL and name.isupper())


def _names(pack: Pack, countries: Mapping[str, list[str]]) -> dict[str, tuple[Known, ...]]:
    """Give the places by the pack's names for them."""
    found: dict[str, list[Known]] = {}
    tables = ((countries, ("country",)), (pack.places.cities, ("city",)), (pack.places.divisions, DIVISIONS))
    for table, levels in tables:
        for key, names in table.items():
            for known in _by_key(key, levels):
                for name in names:
                    if not _is_only_shortened(known, name, names):
                        found.setdefault(fold(name), []).append(known)
    return {name: tuple(dict.fromkeys(known)) for name, known in found.items()}


def _is_only_shortened(known: Known, name: str, names: Iterable[str]) -> bool:
    """Say whether a division's own name stands with its short ones: "Victoria" may as well be a city."""
    return known.place.level in DIVISIONS and name == known.place.name and any(map(_is_short, names))


DIVISIONS = ("province", "regency")


def _by_key(key: str, levels: tuple[str, ...]) -> list[Known]:
    """Give the place that a line of a pack speaks of: by country code, or by "English name, country"."""
    if levels == ("country",):
        known = gazetteer().by_key(key)
        return [known] if known else []
    name, _, country = key.rpartition(", ")
    namesakes = [
        candidate.known
        for candidate in gazetteer().candidates(fold(name))
        if candidate.main
        and candidate.known.place.country == country
        and candidate.known.place.level in levels
    ]
    return sorted(namesakes, key=lambda known: -known.prominence)[:1]


def _hints(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Give, for each word, the countries that it hints at."""
    found: dict[str, tuple[str, ...]] = {}
    for code, own in words.items():
        for word in own:
            found[fold(word)] = (*found.get(fold(word), ()), code)
    return found


def _codes(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold(name): code for code, own in names.items() for name in own}


def _words(levels: Mapping[str, Iterable[str]], *, office: bool) -> dict[str, Word]:
    return {
        fold(word): Word(None if level in NO_LEVEL else level, office)
        for level, words in levels.items()
        for word in words
    }


def _calendar(language: str) -> frozenset[str]:
    """Give the names of months and weekdays."""
    from babel import Locale

    locale = Locale(language)
    named = (
        name
        for table in (locale.months, locale.days)
        for context in table.values()
        for width in WIDE
        for name in context.get(width, {}).values()
    )
    return frozenset(fold(name.rstrip(".")) for name in named)
