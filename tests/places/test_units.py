"""Units that the lists of GeoNames lack are places with a key of their own."""

import pytest

from cityrel.places import by_id, find
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer, lies_in
from cityrel.places.sources import DATA
from cityrel.places.units import own_key, units

ROWS = [
    line.split("\t")
    for line in (DATA / "units.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Vale Royal", "GB", "district"),
        ("Campaspe", "AU", "district"),
        ("Banteay Meanchey", "KH", "province"),
        ("Vizcaya", "ES", "regency"),
    ],
)
def test_a_unit_is_found_by_each_of_its_names(name: str, country: str, level: str) -> None:
    assert [place.level for place in find(name, country)] == [level]


def test_a_unit_has_the_key_that_an_article_would_give_it() -> None:
    assert own_key("Vale Royal", "GB") == "GBvaleroyal"
    assert by_id("GBvaleroyal").name == "Vale Royal"


def test_provinces_of_one_country_do_not_lie_in_each_other() -> None:
    assert not lies_in(by_id("KHbanteaymeanchey"), by_id("KHmondulkiri"))


def test_keys_of_names_in_other_letters_are_plain_too() -> None:
    assert own_key("Þingeyjarsveit", "IS").isascii()
    assert own_key("Жуков", "RU").isascii()


def test_every_row_is_a_place_of_a_known_level_with_a_key_of_its_own() -> None:
    entries = list(units(ROWS))
    assert {entry.level for entry in entries} <= {"province", "regency", "district", "city"}
    assert len({entry.id for entry in entries}) == len(entries) > 1000


def test_no_unit_has_the_usual_name_of_a_place_that_geonames_has_in_that_country() -> None:
    for entry in units(ROWS):
        namesakes = [
            candidate.known.place
            for candidate in gazetteer().candidates(fold(entry.name))
            if candidate.main and candidate.known.place.country == entry.country
        ]
        assert [place.id for place in namesakes] == [entry.id]
