"""What an article as a whole says about its places."""

import pytest

from cityrel.languages import load
from cityrel.places import match
from cityrel.places.beside import names
from cityrel.places.gazetteer import find, gazetteer
from cityrel.places.lexicon import lexicon
from cityrel.places.setting import Setting, begins, setting


def read(text: str, language: str = "en") -> Setting:
    pack = load(language)
    words = lexicon(pack)
    return setting(text, names(text, match(text, pack), gazetteer(), words), words)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Victoria, the capital of British Columbia", "CA"),
        ("A town in Minnesota", "US"),
        ("B.C.'s capital", "CA"),
        ("The Nepali guests", "NP"),
        ("If Westmeath towns want tourists", "IE"),
    ],
)
def test_a_division_or_an_adjective_names_its_country(text: str, code: str) -> None:
    assert code in read(text).countries


def test_a_code_among_words_in_capitals_names_no_state() -> None:
    assert not read("WORKING TOGETHER, IN UNITY OR ALONE, IS OK FOR ME").named_divisions


def test_a_division_weighs_as_often_as_it_is_named() -> None:
    assert read("Wisconsin, Wisconsin and Illinois").named_divisions == {("US", "WI"): 1.0, ("US", "IL"): 0.5}


def test_two_places_of_a_country_make_it_a_country_of_the_article() -> None:
    davao, manila = (gazetteer().by_key(find(name, "PH", "city")[0].id) for name in ("Davao", "Manila"))
    assert davao is not None
    assert manila is not None
    before = read("Nothing")
    assert "PH" not in before.wider([davao, davao]).countries
    assert "PH" in before.wider([davao, manila]).countries


def test_a_named_division_counts_more_than_one_that_a_place_lies_in() -> None:
    [chicago] = [gazetteer().by_key(place.id) for place in find("Chicago", "US", "city")[:1]]
    assert chicago is not None
    shares = read("From Wisconsin").wider([chicago]).named_divisions
    assert shares["US", "WI"] > shares["US", "IL"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tak lama", True),
        ("Usai. Tak", True),
        ("Judul\nTak", True),
        ("“Tak", True),
        ("di Tak", False),
        ("a, Tak", False),
    ],
)
def test_a_sentence_or_a_line_begins(text: str, expected: bool) -> None:
    assert begins(text, text.index("Tak")) is expected


def test_what_stands_only_at_beginnings_is_not_inner() -> None:
    assert "tokyo" not in read("Tokyo is far. Tokyo waits.").inner
    assert "tokyo" in read("Tokyo is far. We like Tokyo.").inner


def test_the_manner_of_speaking_hints_at_a_country() -> None:
    hinted = read("Cllr Ann Lowe told the borough that the programme of the twinned towns goes on.").hinted
    assert hinted["GB"] == 1.0
    assert hinted.get("US", 0.0) < 1.0


def test_a_text_without_a_manner_hints_at_nothing() -> None:
    assert read("The bell rang twice.").hinted == {}
