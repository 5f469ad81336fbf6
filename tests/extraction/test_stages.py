"""A word for a stage tells one as a fact, as a plan, or looks like one only."""

import pytest

from cityrel.extraction.document import Document
from cityrel.extraction.stages import readings
from cityrel.languages import load
from cityrel.model import Article


def told(text: str, language: str = "en") -> list[str | None]:
    """Give what the words for stages in a text tell, in order."""
    document = Document(Article("test", text, language), load(language))
    return [reading.told for reading in readings(document, range(len(document.sentences)))]


@pytest.mark.parametrize(
    "text",
    [
        "Next week both will celebrate.",
        "The anniversary is to come.",
        "They will, in May, hold a party for the jubilee.",
    ],
)
def test_a_tie_whose_celebration_is_planned_stands_already(text: str) -> None:
    assert set(told(text)) == {"active"}


def test_a_plan_to_sign_is_proposed() -> None:
    assert told("They will have it signed.") == ["proposed"]


@pytest.mark.parametrize(
    "text",
    ["The guests signed the visitors' book.", "She signed up.", "It ended up well.", "No idea at all."],
)
def test_what_only_looks_like_a_stage_tells_none(text: str) -> None:
    assert told(text) == []


def test_a_signature_that_is_regretted_was_given() -> None:
    assert told("The mayor should never have signed.") == ["signed"]


@pytest.mark.parametrize(
    ("text", "language", "stage"),
    [
        ("Both joined hands.", "en", "signed"),
        ("Two more cities are to follow within months.", "en", "proposed"),
        ("Mayors put fresh life into the old tie.", "en", "renewed"),
        ("The council pulled the plug.", "en", "ended"),
        ("Letters have gone unanswered, and all has gone quiet.", "en", "lapsed"),
        ("Kota ini menambah saudara.", "id", "signed"),
        ("Kota itu bakal menyusul.", "id", "proposed"),
        ("Hubungan lama dihidupkan lagi.", "id", "renewed"),
        ("Programnya mati suri.", "id", "lapsed"),
    ],
)
def test_an_idiom_of_newsrooms_tells_a_stage(text: str, language: str, stage: str) -> None:
    assert told(text, language) == [stage]


def test_a_tie_whose_end_is_denied_stands() -> None:
    assert told("They will not suspend it.") == ["active"]
