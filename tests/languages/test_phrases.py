"""Phrases of a pack are found in one pass, whole words only, the longest first."""

from hypothesis import given
from hypothesis import strategies as st

from cityrel.languages.phrases import PhraseBook, words


def found(book: PhraseBook, text: str) -> list[tuple[str, str, str]]:
    """Give the phrases of a text as (group, key, words as written)."""
    return [(match.group, match.key, text[match.start : match.end]) for match in book.find(words(text))]


def test_a_phrase_is_found_whatever_its_case_or_hyphen() -> None:
    book = PhraseBook({"kind": {"sister_city": ["sister city"]}})
    assert found(book, "A SISTER-CITY, then a Sister city.") == [
        ("kind", "sister_city", "SISTER-CITY"),
        ("kind", "sister_city", "Sister city"),
    ]


def test_a_phrase_inside_a_longer_word_is_not_found() -> None:
    book = PhraseBook({"kind": {"twinning": ["twin"]}})
    assert found(book, "twinkle twinned") == []


def test_a_star_stands_for_any_letters_on_both_sides() -> None:
    book = PhraseBook({"stage": {"exploring": ["*jajak*"]}})
    assert [text for _, _, text in found(book, "menjajaki, penjajakan, jajak, jajan")] == [
        "menjajaki",
        "penjajakan",
        "jajak",
    ]


def test_the_longest_phrase_wins_within_a_group() -> None:
    book = PhraseBook({"topic": {"trade": ["ekonomi"], "creative_economy": ["ekonomi kreatif"]}})
    assert found(book, "ekonomi kreatif dan ekonomi") == [
        ("topic", "creative_economy", "ekonomi kreatif"),
        ("topic", "trade", "ekonomi"),
    ]


def test_groups_do_not_hide_each_other() -> None:
    book = PhraseBook({"kind": {"cooperation": ["letter of intent"]}, "stage": {"loi": ["letter of intent"]}})
    assert {group for group, _, _ in found(book, "a letter of intent")} == {"kind", "stage"}


@given(st.text())
def test_every_match_is_made_of_whole_words_of_the_text(text: str) -> None:
    book = PhraseBook({"any": {"vowel": ["a*", "*e", "i o"]}})
    starts = {word.start for word in words(text)}
    ends = {word.end for word in words(text)}
    for match in book.find(words(text)):
        assert match.start in starts
        assert match.end in ends
