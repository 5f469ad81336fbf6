"""What is made of the data: towns once, their short names, counties."""

import pytest

from cityrel.places.counties import counties
from cityrel.places.entry import Entry
from cityrel.places.gazetteer import find
from cityrel.places.merging import merged
from cityrel.places.shortening import short_names
from cityrel.places.sources import spellings


def town(key: str, division: str, latitude: float, people: int) -> Entry:
    return Entry(key, "Aville", "city", "PH", division, latitude, 120.0, people, names=(f"Aville {key}",))


def test_a_town_that_the_data_have_twice_is_one_with_all_names() -> None:
    [one] = merged([town("1", "10", 8.20, 100), town("2", "10", 8.25, 900)])
    assert (one.id, one.names) == ("2", ("Aville 2", "Aville 1"))


@pytest.mark.parametrize(
    "other", [town("2", "10", 9.5, 100), town("2", "12", 8.25, 900)], ids=["far away", "other division"]
)
def test_namesakes_stay_apart(other: Entry) -> None:
    assert len(list(merged([town("1", "10", 8.20, 100), other]))) == 2


def test_one_spot_with_as_many_people_is_one_town_whatever_the_division() -> None:
    assert len(list(merged([town("1", "10", 8.20, 100), town("2", "12", 8.25, 95)]))) == 1


@pytest.mark.parametrize(
    ("name", "country", "people", "short"),
    [
        ("Cosne-Cours-sur-Loire", "FR", 11_000, ["Cosne-Cours", "Cosne"]),
        ("Frankfurt am Main", "DE", 700_000, ["Frankfurt"]),
        ("Halle (Saale)", "DE", 230_000, ["Halle"]),
        ("Rychnov nad Kněžnou", "CZ", 11_000, ["Rychnov"]),
        ("Saint-Denis-en-Val", "FR", 20_000, []),
        ("Cosne-Cours-sur-Loire", "FR", 900, []),
        ("Stratford-upon-Avon", "GB", 27_000, []),
    ],
)
def test_a_large_town_is_known_by_its_short_name(
    name: str, country: str, people: int, short: list[str]
) -> None:
    assert list(short_names(name, country, people)) == short


def test_a_county_has_a_key_of_its_own_and_no_word_for_its_level() -> None:
    found = {county.id: county for county in counties()}
    assert (found["US55131"].name, found["US55131"].division) == ("Washington", "WI")
    assert found["US22071"].name == "Orleans"
    assert len(found) > 3000


def test_the_gazetteer_has_each_philippine_city_once() -> None:
    assert [place.id for place in find("Iligan", "PH")] == ["1711084"]


def test_saints_and_possessives_are_spelt_in_each_way() -> None:
    assert set(spellings("Saint Davids")) >= {"saint davids", "st davids", "st. davids", "st david's"}
    assert "kings lynn" in set(spellings("King's Lynn"))
    assert "ste anne" in set(spellings("Sainte-Anne"))


def test_a_chinese_name_is_known_without_the_mark_between_its_syllables() -> None:
    assert "Lin’an" in [place.name for place in find("Lin-an", "CN")]
    assert "Lin’an" in [place.name for place in find("Linan", "CN")]
