"""Which two places are meant by "the two cities", "kota itu" and the like."""

import pytest

from cityrel.extraction.document import Document
from cityrel.extraction.extract import pack_of
from cityrel.extraction.pairs import homes_of
from cityrel.extraction.references import references
from cityrel.extraction.survey import survey
from cityrel.model import Article


def meant(text: str, language: str) -> list[tuple[str, set[str]]]:
    """Give the words that refer in a text, and the places that they mean."""
    pack = pack_of(language)
    assert pack is not None
    document = Document(Article("test", text, language), pack)
    found = survey(document)
    homes = homes_of(found.known)
    return [
        (text[span.start : span.end], {place.name for place in pair})
        for _, span, pair, _ in references(document, found.candidates, homes)
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "en",
            "Melbourne met Osaka, Japan. The two cities signed a sister city agreement.",
            "The two cities",
        ),
        ("en", "Melbourne met Osaka, Japan. Both sides renewed their sister city agreement.", "Both sides"),
        (
            "id",
            "Kota Bandung menerima Kota Suwon, Korea Selatan. Kedua kota meneken sister city.",
            "Kedua kota",
        ),
    ],
)
def test_both_partners_are_those_named_last(language: str, text: str, words: str) -> None:
    places = {"Melbourne", "Osaka"} if language == "en" else {"Bandung", "Suwon"}
    assert meant(text, language) == [(words, places)]


def test_the_other_one_is_the_place_named_last_beside_the_one_the_sentence_is_about() -> None:
    text = (
        "Melbourne has long traded with Osaka, Japan. Melbourne wants to become a sister city of that city."
    )
    assert ("that city", {"Melbourne", "Osaka"}) in meant(text, "en")


def test_a_sentence_that_names_both_needs_no_reference() -> None:
    text = "Melbourne and Osaka, Japan, are sister cities, and the two cities are proud of it."
    assert meant(text, "en") == []


def test_nothing_is_meant_where_no_place_was_named() -> None:
    assert meant("The two cities signed a sister city agreement.", "en") == []
