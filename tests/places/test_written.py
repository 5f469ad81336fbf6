"""Places that the gazetteer lacks are kept as written, and nothing else is taken for one."""

import pytest

from cityrel.languages import load
from cityrel.model import Place, Span
from cityrel.places import match, resolve


def as_written(text: str, language: str = "en", *, expected: bool = False) -> list[Place]:
    pack = load(language)
    spans = [Span(0, len(text))] if expected else []
    return [m.place for m in resolve(text, pack, match(text, pack), (), spans) if m.rule == "as-written"]


def names(text: str, language: str = "en", *, expected: bool = False) -> list[str]:
    return [place.name for place in as_written(text, language, expected=expected)]


def test_a_word_for_a_level_and_the_country_before_make_a_place() -> None:
    [place] = as_written("In Nepal, Melamchi Municipality came first.")
    assert (place.id, place.country, place.level) == ("NPmelamchi", "NP", "city")


def test_the_level_is_the_one_beside_the_name() -> None:
    [place] = as_written("The city of Leeds in the United Kingdom and Qwertshire District signed.")
    assert (place.name, place.level) == ("Qwertshire", "district")


def test_the_country_right_before_the_level_counts_more_than_one_behind() -> None:
    [place] = as_written("Dari Korea Selatan Kota Gumbuk, dari Vietnam Kota Hue", "id")
    assert (place.name, place.country) == ("Gumbuk", "KR")


def test_the_adjective_of_a_country_tells_where_a_place_lies() -> None:
    [place] = as_written("Vietnam's Bac Giang and the Lao province of Xayzomboun met.")
    assert (place.country, place.level) == ("LA", "province")


def test_a_country_behind_is_enough_only_where_places_are_expected() -> None:
    text = "The latest sister is Senanobe, Japan."
    assert names(text, expected=True) == ["Senanobe"]
    assert names(text) == []


def test_a_twin_town_does_not_lie_in_the_country_of_the_place_named_before() -> None:
    text = "Nettetal in Germany heard that the twin town of Qivonne was well."
    tie = Span(text.index("twin town"), text.index(" of Qivonne"))
    pack = load("en")
    found = resolve(text, pack, match(text, pack), (tie,), ())
    assert "Qivonne" not in [mention.place.name for mention in found]


def test_an_office_and_the_country_make_a_place_anywhere() -> None:
    assert names("The mayor of Qivonne, Hungary, spoke of friendship.") == ["Qivonne"]


def test_a_single_word_that_opens_a_sentence_needs_its_country_set_off() -> None:
    assert names("Qivonne, England, is twinned with Lyon.", expected=True) == ["Qivonne"]
    assert names("Qivonne, England won again.", expected=True) == []


def test_what_is_told_once_holds_for_every_mention() -> None:
    text = "Di Malaysia, Majlis Daerah Tuarang, Sabah, maju. Lalu utusan Tuarang pulang."
    assert [(p.id, p.country) for p in as_written(text, "id")] == [("MYtuarang", "MY")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "She travelled with the Friends of Alzey in Germany.",
        "The mayor of the Corporation of Delta, Canada, came.",
        "Joining cities is credited to Dwight Eisenhower, U.S. President then.",
        'Visitors to India know "City of Destiny" well.',
        "Brothers from New Qaledonia, Fiji, sat down.",
        "A tie with Ghana, and the Eastern Region.",
        "The Provincial Government of North Sulawesi, Indonesia, agreed.",
        "MAGELANG, Russia and others talked.",
    ],
)
def test_no_other_words_make_a_place(text: str) -> None:
    assert names(text, expected=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sambut Warga, Delegasi Prefektur Shiga Jepang Terkesan",
        "Penghargaan Malindo Award di Pangkalpinang, Indonesia",
        "Reaffirmation of The Sister State Agreement bersama Gubernur Kyoto, Jepang",
        "Kata dia, Pertimbangannya, Purbalingga adalah salah satu",
    ],
)
def test_no_other_words_of_indonesian_make_a_place(text: str) -> None:
    assert names(text, "id", expected=True) == []


def test_an_ambiguous_name_of_the_gazetteer_is_not_kept_as_another_place() -> None:
    assert names("The United States has many. Washington County is one of them.") == []


def test_a_unit_of_japan_behind_a_hyphen_makes_a_place_where_the_country_is_named() -> None:
    [place] = as_written("Guests from Qwertima-cho came from Japan.")
    assert (place.name, place.country) == ("Qwertima", "JP")
    assert not as_written("Guests from Qwertima-cho came.")
