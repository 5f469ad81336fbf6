"""What is known of a place beyond its name: whether it is a capital, and whether it lies in a division."""

import pytest

from cityrel.places import find, is_capital, lies_in


@pytest.mark.parametrize(("name", "country", "answer"), [("Beijing", "CN", True), ("Shanghai", "CN", False)])
def test_a_capital_is_known_as_such(name: str, country: str, *, answer: bool) -> None:
    assert is_capital(find(name, country, "city")[0]) is answer


def test_a_city_lies_in_its_division_and_in_no_other() -> None:
    bandung = find("Bandung", "ID", "city")[0]
    assert lies_in(bandung, find("West Java", "ID", "province")[0])
    assert not lies_in(bandung, find("Central Java", "ID", "province")[0])


def test_provinces_of_one_region_do_not_lie_in_each_other() -> None:
    ilocos = [find(name, "PH", "province")[0] for name in ("Ilocos Norte", "Ilocos Sur")]
    assert not lies_in(*ilocos)
