"""Names are found at capitals, on the borders of words, the longest first, in linear time."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.languages import Pack, load
from cityrel.places import match

MEGABYTE = 1_000_000
LONG = 20.0
"""Seconds that no text of a megabyte may take, on a busy machine."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load("id")


def names(text: str, pack: Pack) -> list[str]:
    return [found.name for found in match(text, pack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("di Kota Denpasar dan Darwin.", ["Denpasar", "Darwin"]),
        ("Bandung Barat", ["Bandung Barat"]),
        ("Rostov-on-Don", ["Rostov-on-Don"]),
        ("DENPASAR – hujan", ["DENPASAR"]),
        ("Provinsi Jawa Tengah", ["Jawa Tengah"]),
        ("Kota Kinabalu", ["Kota Kinabalu"]),
        ("Yogyakarta-Kyoto", ["Yogyakarta", "Kyoto"]),
    ],
)
def test_the_longest_name_at_each_capital_is_found(pack: Pack, text: str, expected: list[str]) -> None:
    assert names(text, pack) == expected


@pytest.mark.parametrize(
    "text", ["denpasar", "bagian dalam", "yang dari", "Bandungan1", "xBandung", "Sonora.ID"]
)
def test_small_letters_parts_of_words_and_sites_are_no_names(pack: Pack, text: str) -> None:
    assert not {"denpasar", "Bandung", "Sonora"} & set(names(text, pack))


def test_an_abbreviation_of_a_country_counts_in_capitals_only(pack: Pack) -> None:
    assert names("AS", pack) == ["AS"]
    assert names("As", pack) == []


def test_a_name_does_not_cross_a_line(pack: Pack) -> None:
    assert "Jawa\nBarat" not in names("Jawa\nBarat", pack)


def test_separate_accents_are_found_at_their_offsets_in_the_original(pack: Pack) -> None:
    text = unicodedata.normalize("NFD", "Seinäjoki dan Málaga")
    found = match(text, pack)
    assert [unicodedata.normalize("NFC", text[m.span.start : m.span.end]) for m in found] == [
        "Seinäjoki",
        "Málaga",
    ]


WORDS = st.sampled_from(
    ["Kota", "Bogor", "Denpasar", "dan", "Jawa", "Barat", "(", ")", ",", "-", "\n", "Á", "e\u0301"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
@settings(deadline=None)
def test_names_are_in_order_apart_and_as_written(text: str) -> None:
    end = 0
    for found in match(text, load("id")):
        assert found.span.start >= end
        assert text[found.span.start : found.span.end] == found.name
        end = found.span.end


@pytest.mark.parametrize(
    "text",
    [
        "A" * MEGABYTE,
        "A " * (MEGABYTE // 2),
        "San " * (MEGABYTE // 4),
        "e\u0301" * (MEGABYTE // 2),
        "(" * MEGABYTE,
    ],
    ids=["one-word", "letters", "beginnings-of-names", "accents", "brackets"],
)
def test_a_megabyte_of_anything_takes_seconds(pack: Pack, text: str) -> None:
    begin = time.perf_counter()
    match(text, pack)
    assert time.perf_counter() - begin < LONG
