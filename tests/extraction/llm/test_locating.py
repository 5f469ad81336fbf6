"""Words that somebody claims to have copied are found where they stand, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.extraction.llm.locating import EXACT, WITH_SLIPS, Locator

TEXT = (
    "Wali  Kota Bogor, “Bima Arya”,\nmenandatangani nota kesepahaman – bukan kontrak – dengan Kisarazu "
    "pada 2019. Re\u0301union’s Rat hat\u00a0zugestimmt. 木更津市とボゴール市が調印した。"
)

FOUND = {
    "as it stands": ("nota kesepahaman", "nota kesepahaman"),
    "other white space": ("Wali Kota Bogor", "Wali  Kota Bogor"),
    "across a line": ('"Bima Arya", menandatangani', "Bima Arya”,\nmenandatangani"),
    "other quotation marks": ("Bogor, 'Bima", None),
    "quotation marks around it": ("«Bima Arya»", "Bima Arya"),
    "other dashes": ("kesepahaman - bukan", "kesepahaman – bukan"),
    "another apostrophe": ("Réunion's Rat", "Re\u0301union’s Rat"),
    "other capitals": ("BIMA ARYA", "Bima Arya"),
    "a hard space": ("hat zugestimmt", "hat\u00a0zugestimmt"),
    "a script without spaces": ("ボゴール市が調印", "ボゴール市が調印"),
    "an invisible mark": ("Kisa\u00adrazu", "Kisarazu"),
}


@pytest.mark.parametrize(("words", "written"), FOUND.values(), ids=FOUND)
def test_words_are_found_whatever_their_form(words: str, written: str | None) -> None:
    found = Locator(TEXT).find(words)
    assert (TEXT[found.span.start : found.span.end] if found else None) == written
    assert found is None or found.likeness == EXACT


def test_a_slip_in_a_long_word_is_forgiven_and_lowers_the_likeness() -> None:
    found = Locator(TEXT).find("menandatngani nota kesepahaman bukan kontrak dengan Kisarazu")
    assert found is not None
    assert found.likeness == WITH_SLIPS
    assert TEXT[found.span.start : found.span.end].startswith("menandatangani")
    assert TEXT[found.span.start : found.span.end].endswith("Kisarazu")


NOT_FOUND = {
    "an added not": "tidak menandatangani nota kesepahaman",
    "a dropped not": "menandatangani nota kesepahaman kontrak dengan Kisarazu",
    "another year": "bukan kontrak dengan Kisarazu pada 2018",
    "a short word changed": "kontrak dengan Kisarazu pida 2019",
    "words in another order": "kesepahaman nota menandatangani dengan Kisarazu",
    "two slips": "menandatngani nota kesepahamn bukan kontrak",
    "something left out": "menandatangani … dengan Kisarazu",
    "a slip in a name alone": "Bima Ariya",
    "a part of a word": "ogor",
    "the beginning of a word": "Kisara",
    "marks alone": "“”",
    "nothing": "",
    "white space": " \n ",
}


@pytest.mark.parametrize("words", NOT_FOUND.values(), ids=NOT_FOUND)
def test_words_that_the_text_does_not_have_are_not_found(words: str) -> None:
    assert Locator(TEXT).find(words) is None


def test_all_places_of_a_name_are_given_in_order() -> None:
    text = "Bogor met Bogoran. BOGOR won."
    assert [(span.start, span.end) for span in Locator(text).all("Bogor")] == [(0, 5), (19, 24)]


@settings(deadline=None)
@given(text=st.text(max_size=80), words=st.text(max_size=30))
def test_no_words_make_the_search_fail_or_leave_the_text(text: str, words: str) -> None:
    found = Locator(text).find(words)
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)


@settings(deadline=None)
@given(
    words=st.lists(st.text("abcdefghé木”’ 1", min_size=1, max_size=9), min_size=1, max_size=12),
    data=st.data(),
)
def test_what_was_copied_word_by_word_is_always_found(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    copied = "\n".join(words[first:last])
    if any(letter.isalnum() for letter in copied):
        assert Locator(text).find(copied) is not None


def test_a_large_text_is_searched_quickly_enough_for_many_quotes() -> None:
    locator = Locator("Kota Bandung dan Fukuoka menandatangani kerja sama pada 2019. " * 1_000)
    for number in range(50):
        assert locator.find(f"Kota Bandung dan Fukuoka tidak menandatangani apa pun pada {number}") is None
