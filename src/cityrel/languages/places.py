"""What a pack says about places (`places.toml`)."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Places:
    """How a language speaks of places.

    Four tables give words by the level they tell ("city", "regency", "province", "district", "country", or
    "any"): `before` those before a name ("Kota"), `offices` those of an office or a government before it
    ("Wali Kota"), `after` those behind it ("City"), `offices_after` the offices behind it ("Mayor").

    `joints` are what may part a place from the country or the division it lies in, beside punctuation.
    `namesakes` are words for another place of the same name, before its country ("its namesake in Malta").
    `never` are words that are no place unless a word for a level or a country stands beside them. `persons`
    are likewise, as frequent names of persons, and what stands right beside one is a name of a person too.
    `inside` are words that make a name before or behind them a part of something else ("Universitas").

    `countries` give everyday names and `adjectives` the words for what belongs to a country, by ISO 3166-1
    alpha-2 code, and `hints` single words that newsrooms of a country use more than others. `cities` and
    `divisions` give the names of this language, the usual one first, by the English name of GeoNames and the
    country ("Moscow, RU").
    """

    before: dict[str, tuple[str, ...]] = field(default_factory=dict)
    offices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    after: dict[str, tuple[str, ...]] = field(default_factory=dict)
    offices_after: dict[str, tuple[str, ...]] = field(default_factory=dict)
    joints: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    countries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    divisions: dict[str, tuple[str, ...]] = field(default_factory=dict)
