"""The gazetteer knows cities, regencies, divisions and countries, each by its ids and names."""

import pytest

from cityrel.errors import NotFound
from cityrel.languages import load
from cityrel.places import ATTRIBUTION, by_id, find
from cityrel.places.folding import fold
from cityrel.places.gazetteer import gazetteer
from cityrel.places.sources import DATA

PROVINCES = 38
"""Of Indonesia, since 2022; Jakarta is one of them, and stands as a city."""

REGENCIES = 416
"""Of Indonesia, with the administrative regency of the Thousand Islands."""


def test_a_city_is_found_by_its_geonames_id_with_coordinates_and_country() -> None:
    place = by_id("1645528")
    assert (place.name, place.level, place.country) == ("Denpasar", "city", "ID")
    assert place.latitude == pytest.approx(-8.65)
    assert place.longitude == pytest.approx(115.21667)


def test_a_country_is_found_by_its_code_with_its_name_in_the_languages_of_the_packs() -> None:
    place = by_id("JP")
    assert (place.name, place.level, dict(place.labels)["id"]) == ("Japan", "country", "Jepang")


@pytest.mark.parametrize("key", ["0", "XX", "no such place", ""])
def test_an_unknown_id_is_refused_by_name(key: str) -> None:
    with pytest.raises(NotFound, match=f"no place {key!r}"):
        by_id(key)


def test_a_division_has_its_english_name_and_its_own_as_a_label() -> None:
    place = by_id("1642672")
    assert (place.name, place.level, place.labels) == ("West Java", "province", (("id", "Jawa Barat"),))


@pytest.mark.parametrize(
    ("name", "country", "level", "english"),
    [
        ("jawa barat", "ID", "province", "West Java"),
        ("Kotawaringin Timur", "ID", "regency", "East Kotawaringin"),
        ("Gyeongsangbuk-do", "KR", "province", "North Gyeongsang"),
        ("Anyang", "KR", "city", "Anyang"),
        ("Gangbuk", "KR", "district", "Gangbuk"),
        ("Siquijor", "PH", "province", "Siquijor"),
        ("California", "US", "province", "California"),
        ("Shiga", "JP", "province", "Shiga"),
        ("Selangor", "MY", "province", "Selangor"),
        ("Fujian", "CN", "province", "Fujian"),
        ("Northern Territory", "AU", "province", "Northern Territory"),
        ("Moskow", "RU", "city", "Moscow"),
        ("krakow", "PL", "city", "Krakow"),
    ],
)
def test_a_place_is_found_by_name_country_and_level(
    name: str, country: str, level: str, english: str
) -> None:
    assert find(name, country, level)[0].name == english


def test_namesakes_come_with_the_most_prominent_first() -> None:
    countries = [place.country for place in find("Barcelona", level="city")]
    assert countries[0] == "ES"
    assert "VE" in countries


def test_a_name_that_nothing_bears_finds_nothing() -> None:
    assert find("Qwertyville") == ()


def test_every_province_and_regency_of_indonesia_is_there() -> None:
    rows = [line.split("\t") for line in (DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()]
    levels = [row[3] for row in rows if len(row) > 1 and row[1] == "ID"]
    assert levels.count("province") == PROVINCES - 1
    assert levels.count("regency") == REGENCIES


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_line_of_a_pack_names_a_place_of_the_gazetteer(language: str) -> None:
    places = load(language).places
    for table, levels in ((places.cities, {"city"}), (places.divisions, {"province", "regency"})):
        for key in table:
            name, _, country = key.rpartition(", ")
            found = {
                candidate.known.place.level
                for candidate in gazetteer().candidates(fold(name))
                if candidate.main and candidate.known.place.country == country
            }
            assert found & levels, key


def test_geonames_is_attributed_in_words_and_beside_the_data() -> None:
    assert "GeoNames" in ATTRIBUTION
    assert "CC BY 4.0" in ATTRIBUTION
    assert "Creative Commons Attribution 4.0" in (DATA / "README.md").read_text(encoding="utf-8")
