"""What denies words for ties, and how far it reaches."""

import pytest

from cityrel.extraction.document import Document
from cityrel.extraction.modality import is_denied, modality
from cityrel.languages import load
from cityrel.model import Article


def denied(text: str, group: str, language: str) -> list[bool]:
    """Say of the words of a group in a text, in order, whether they are denied."""
    document = Document(Article("test", text, language), load(language))
    if group == "kind":
        return [is_denied(document, cue) for cue in document.cues["kind"]]
    return [modality(document, cue) == "denied" for cue in document.cues[group]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Leeds denied that it had signed a twinning agreement.", "en"),
        ("Councillors rejected a proposal to make Osaka a twin city.", "en"),
        ("Pemkot Bandung membantah telah menandatangani MoU sister city.", "id"),
        ("DPRD Bandung menolak usulan sister city.", "id"),
    ],
)
def test_a_refusal_reaches_the_words_for_the_tie_past_those_for_a_stage(text: str, language: str) -> None:
    assert all(denied(text, "kind", language))
    assert all(denied(text, "stage", language))


def test_a_not_leaves_the_tie_behind_a_verb_alone() -> None:
    assert denied("Leeds has not signed a twinning agreement.", "kind", "en") == [False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Leeds rejected calls to end the twinning agreement.", "en"),
        ("Bandung menolak mengakhiri hubungan sister city.", "id"),
    ],
)
def test_a_tie_whose_end_is_refused_is_not_denied(text: str, language: str) -> None:
    assert denied(text, "kind", language) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "They rejected the claim, and a twinning agreement followed.",
        "The council rejected what for many years had been the oldest of all its plans for some twin town.",
    ],
)
def test_a_refusal_reaches_no_other_clause_and_not_far(text: str) -> None:
    assert denied(text, "kind", "en") == [False]
