"""Which place a name stands for: what stands beside it, what the article says elsewhere, or nothing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.languages import load
from cityrel.model import Span
from cityrel.places import PlaceMention, match, resolve, unresolved

LONG = 20.0
"""Seconds that no text of some 200,000 characters may take, on a busy machine."""


def mentions(text: str, language: str = "id") -> tuple[PlaceMention, ...]:
    pack = load(language)
    return resolve(text, pack, match(text, pack))


def places(text: str, language: str = "id") -> list[tuple[str, str, str]]:
    return [(m.place.name, m.place.country, m.place.level) for m in mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nansha City, China", ("Nansha", "CN", "city")),
        ("Kabupaten Bogor", ("Bogor", "ID", "regency")),
        ("Kota Bogor", ("Bogor", "ID", "city")),
        ("Bupati Garut", ("Garut", "ID", "regency")),
        ("Gubernur Kyoto", ("Kyoto", "JP", "province")),
        ("Wali Kota Kyoto", ("Kyoto", "JP", "city")),
        ("Pemprov Sulsel", ("South Sulawesi", "ID", "province")),
        ("Gubernur DKI Jakarta", ("Jakarta", "ID", "city")),
        ("Gubernur DIY", ("Yogyakarta", "ID", "province")),
        ("Kota Yogyakarta", ("Yogyakarta", "ID", "city")),
        ("Prefektur Shiga", ("Shiga", "JP", "province")),
        ("Pemerintah Kota (Pemkot) Kupang", ("Kupang", "ID", "city")),
        ("Kepulauan Riau", ("Riau Islands", "ID", "province")),
        ("Distrik Commewijne", ("Commewijne", "SR", "province")),
    ],
)
def test_the_words_beside_a_name_tell_its_level(text: str, expected: tuple[str, str, str]) -> None:
    assert places(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuenca, Ekuador", "EC"),
        ("Cuenca, Spanyol", "ES"),
        ("Kota Tula, Rusia", "RU"),
        ("Darwin Australia", "AU"),
        ("Melaka (Malaysia)", "MY"),
        ("Nanjing RRC", "CN"),
        ("Valencia, Venezuela", "VE"),
        ("Barcelona di Venezuela", "VE"),
    ],
)
def test_a_country_beside_a_name_decides_against_larger_namesakes(text: str, expected: str) -> None:
    (mention,) = mentions(text)
    assert mention.place.country == expected
    assert mention.rule == "country-beside"
    assert (mention.whole.start, mention.whole.end) == (0, len(text))


def test_each_of_two_cities_has_its_own_country() -> None:
    found = places("Kyoto, Jepang dan New York, Amerika Serikat")
    assert found == [("Kyoto", "JP", "city"), ("New York City", "US", "city")]


def test_a_division_beside_a_name_decides() -> None:
    assert places("Cambridge, Massachusetts", "en")[0][1] == "US"
    assert places("Cambridge, England", "en")[0][1] == "GB"
    assert places("London, Ontario", "en") == [("London", "CA", "city"), ("Ontario", "CA", "province")]


def test_a_part_of_a_great_city_is_told_from_its_namesakes() -> None:
    (part, _) = mentions("Nansha District of Guangzhou", "en")
    assert (part.place.id, part.rule) == ("8540821", "division-beside")


def test_a_division_that_bears_a_countrys_name_is_told_from_it() -> None:
    assert places("Atlanta, Georgia", "en")[1] == ("Georgia", "US", "province")
    assert places("Tbilisi, Georgia", "en") == [("Tbilisi", "GE", "city")]


def test_a_country_elsewhere_in_the_article_decides() -> None:
    assert ("Cuenca", "EC", "city") in places("Duta Besar untuk Ekuador hadir. Wali Kota Cuenca menyambut.")


def test_the_level_told_once_holds_for_the_article() -> None:
    assert places("Kabupaten Cirebon maju. Kini Cirebon punya mitra.")[1] == ("Cirebon", "ID", "regency")
    assert places("Kini Cirebon punya mitra.") == [("Cirebon", "ID", "city")]


@pytest.mark.parametrize(
    "text",
    [
        "Bagian Kerjasama",
        "Besar harapan kami.",
        "Kota ini indah. Kabupaten juga.",
        "Yang hadir dari Dalam",
        "Pemerintah Kota (Pemkot)",
        "Maret dan Senin",
        "Universitas Surabaya",
        "bahasa Inggris",
        "Kedutaan Besar Negara Timur Tengah",
    ],
)
def test_words_of_the_language_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "text", ["Reading is fun. Nice people.", "March was cold", "the Chinese delegation", "May"]
)
def test_words_of_english_are_no_places(text: str) -> None:
    assert places(text, "en") == []


def test_equal_namesakes_stand_for_nothing() -> None:
    assert places("The mayor of Springfield spoke.", "en") == []


def test_masked_names_of_persons_are_skipped() -> None:
    pack, text = load("id"), "Wali Kota Bogor Bima Arya"
    start = text.index("Bima")
    found = resolve(text, pack, match(text, pack), [Span(start, len(text))])
    assert [mention.place.name for mention in found] == ["Bogor"]


def test_the_words_for_the_level_belong_to_the_whole_but_an_office_does_not() -> None:
    city, office = mentions("Kota Bogor dan Wali Kota Kyoto")
    assert (city.whole, city.trigger) == (Span(0, 10), "Kota")
    assert (office.whole, office.trigger) == (Span(25, 30), "Wali Kota")


def test_one_slip_is_forgiven_where_the_country_stands_beside() -> None:
    found = mentions("Kota Monterry, Meksiko")[0]
    assert (found.place.name, found.place.country, found.rule) == ("Monterrey", "MX", "one-letter-off")
    assert found.confidence <= 0.5
    assert places("Kota Monterry") == []


def test_an_unknown_name_behind_a_word_for_a_level_is_reported() -> None:
    pack, text = load("id"), "Wali Kota Qwertyville bertemu Wali Kota Kyoto"
    matches = match(text, pack)
    unknown = unresolved(text, pack, matches, resolve(text, pack, matches))
    assert [name.name for name in unknown] == ["Qwertyville"]


WORDS = st.sampled_from(
    [
        "Kota",
        "Bogor",
        "Cuenca",
        "Ekuador",
        "dan",
        "Jawa",
        "Barat",
        "(",
        ")",
        ",",
        "-",
        "\n",
        "Kab.",
        "Monterry",
        "City",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
@settings(deadline=None)
def test_mentions_lie_in_the_text_in_order_with_the_name_inside_the_whole(text: str) -> None:
    pack = load("id")
    matches = match(text, pack)
    found = resolve(text, pack, matches)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for mention in found:
        assert (
            0
            <= mention.whole.start
            <= mention.span.start
            < mention.span.end
            <= mention.whole.end
            <= len(text)
        )
    for name in unresolved(text, pack, matches, found):
        assert text[name.span.start : name.span.end] == name.name


@pytest.mark.parametrize(
    "text", ["Kota Bogor, " * 20_000, "Kota " * 40_000, "Xyzzy " * 40_000], ids=["known", "levels", "unknown"]
)
def test_a_long_text_without_a_line_break_takes_seconds(text: str) -> None:
    pack = load("id")
    begin = time.perf_counter()
    matches = match(text, pack)
    unresolved(text, pack, matches, resolve(text, pack, matches))
    assert time.perf_counter() - begin < LONG


def test_a_word_for_a_level_is_never_the_name() -> None:
    found = mentions("Kota Bandung menandatangani kerja sama kota kembar Kota Perth, Australia.")
    assert [mention.place.name for mention in found] == ["Bandung", "Perth"]
