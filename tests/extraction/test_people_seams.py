"""Where the unknown name of a body or a place ends and the name of its head begins, with no comma between."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article


def held(text: str) -> list[tuple[str, str | None]]:
    """Give the persons of an Indonesian text with whose office they hold, in the order of the text."""
    found = extract(Article("test", text, "id")).holdings
    return [(one.person.name, one.of.name if one.of else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rektor Universitas Melati Rani hadir.", ("Rani", "Universitas Melati")),
        ("Rektor Universitas Melati Rani Lestari hadir.", ("Rani Lestari", "Universitas Melati")),
        ("Rektor Universitas Bunga Melati Rani Lestari hadir.", ("Rani Lestari", "Universitas Bunga Melati")),
        ("Direktur PDAM Tirta Melati Rani Lestari hadir.", ("Rani Lestari", "PDAM Tirta Melati")),
        ("Camat Melati Rani Lestari hadir.", ("Rani Lestari", "Melati")),
        ("Keuchik Gampong Melati Rani hadir.", ("Rani", "Melati")),
    ],
)
def test_how_many_words_a_name_usually_has_parts_it_from_its_body(
    text: str, expected: tuple[str, str]
) -> None:
    assert held(text) == [expected]


def test_a_name_that_stands_first_begins_the_person() -> None:
    assert held("Camat Quorno Putih Muhammad Rani Lestari hadir.") == [
        ("Muhammad Rani Lestari", "Quorno Putih")
    ]


def test_a_full_name_behind_a_title_that_lacks_its_place_stays_whole() -> None:
    assert [name for name, _ in held("Camat Rani Lestari hadir.")] == ["Rani Lestari"]
    assert [name for name, _ in held("Camat Muhammad Rani Lestari hadir.")] == ["Muhammad Rani Lestari"]


def test_what_the_text_says_elsewhere_of_the_words_goes_first() -> None:
    text = "Camat Quorno Melati Rani hadir. Di Quorno Melati ada pasar."
    assert held(text) == [("Rani", "Quorno Melati")]
    text = "Rektor Universitas Melati Rani Ayu Lestari hadir. Kata Rani, kampus siap."
    assert held(text)[0] == ("Rani Ayu Lestari", "Universitas Melati")


def test_the_city_of_a_mission_is_no_name() -> None:
    assert held("Atase Perdagangan KBRI Tokyo Rani Lestari hadir.") == [("Rani Lestari", "KBRI Tokyo")]


def test_a_comma_leaves_nothing_to_part() -> None:
    assert held("Rektor Universitas Bunga Melati, Rani Lestari, hadir.") == [
        ("Rani Lestari", "Universitas Bunga Melati")
    ]
