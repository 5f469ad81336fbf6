"""Names in their plain form: what people leave out or write in another way makes no difference."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.web.folding import folded

NAMES = st.text(max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "sao paulo"),
        ("MÜNCHEN", "munchen"),
        ("Mu\u0308nchen", "M\u00fcnchen"),
        ("Łódź", "lodz"),
        ("Århus", "arhus"),
        ("Tromsø", "tromso"),
        ("Đà Nẵng", "da nang"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("İzmir", "izmir"),
        ("Straße", "STRASSE"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("Орёл", "орел"),
        ("Йошкар-Ола", "йошкар ола"),
        ("Nuku\u2019alofa", "Nukualofa"),
        ("Saint-Étienne", "saint etienne"),
        ("القُدس", "القدس"),
        ("أبها", "ابها"),
        ("יְרוּשָׁלַיִם", "ירושלים"),
        ("Bagian  Kerjasama ", "bagian kerjasama"),
    ],
)
def test_two_ways_to_write_a_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ()


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("ば", "は"), ("กา", "กี"), ("Bandung", "Bandar")])
def test_other_letters_stay_others(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize("name", ["", " ", "***", "\u202e", "\x00", "🙂", "–"])
def test_what_has_no_letter_has_no_words(name: str) -> None:
    assert folded(name) == ()


@given(NAMES)
def test_unicode_forms_make_no_difference(name: str) -> None:
    assert folded(unicodedata.normalize("NFD", name)) == folded(name)
    assert folded(unicodedata.normalize("NFC", name)) == folded(name)


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=30))
def test_case_makes_no_difference_in_latin_letters(name: str) -> None:
    assert folded(name.upper().lower()) == folded(name.lower())


@given(NAMES)
def test_the_plain_form_of_a_plain_form_is_itself(name: str) -> None:
    assert folded(" ".join(folded(name))) == folded(name)
