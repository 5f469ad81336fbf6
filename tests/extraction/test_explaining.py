"""What is said to have decided is what did decide."""

import pytest

from cityrel.extraction import explain, extract
from cityrel.extraction.weighing import chance
from cityrel.model import Article, Explanation

SIGNED = (
    "BOGOR - Wali Kota Bogor dan Wali Kota Kisarazu, Jepang, menandatangani nota kesepahaman sister city "
    "di Bogor, Rabu (16/11/2016). Kedua kota menjadi sister city."
)
LISTED = (
    "Ljubljana's twin towns are:\nVienna, Austria (2002)\nGraz, Austria (LoI 2011)\nZagreb, Croatia (1990)"
)
DENIED = "The mayor of Graz said Graz has no twin town agreement with Leeds, England."


def article(text: str, language: str) -> Article:
    return Article("text", text, language, published="2016-11-17")


@pytest.fixture(scope="module")
def signed() -> Explanation:
    (told,) = explain(article(SIGNED, "id"))
    return told


def test_the_reasons_add_up_to_the_probability_of_the_pair(signed: Explanation) -> None:
    partners = signed.weighings[0]
    assert partners.answer == "partners"
    assert partners.probability == pytest.approx(chance(partners.log_odds))


def test_what_is_explained_is_the_confidence_that_was_given(signed: Explanation) -> None:
    (stage, *_) = extract(article(SIGNED, "id")).stages
    partners, told = signed.weighings
    pair, of_stage = (piece.confidence for piece in stage.evidence)
    assert pair == pytest.approx(partners.probability, abs=0.01)
    assert of_stage == pytest.approx(partners.probability * told.probability, abs=0.02)


def test_the_stage_is_explained_against_the_likeliest_other_one(signed: Explanation) -> None:
    stage = signed.weighings[1]
    assert stage.answer == "signed"
    assert stage.rival not in (None, "signed")
    assert stage.log_odds > 0
    assert any(reason.words.startswith("words for a signing") for reason in stage.reasons)


def test_reasons_come_by_size_whether_for_or_against(signed: Explanation) -> None:
    for weighing in signed.weighings:
        sizes = [abs(reason.weight) for reason in weighing.reasons]
        assert sizes == sorted(sizes, reverse=True)
        assert {reason.weight > 0 for reason in weighing.reasons} == {True, False}


def test_every_tie_that_is_found_is_explained_and_no_other() -> None:
    listed = article(LISTED, "en")
    ties = {frozenset({stage.a.id, stage.b.id}) for stage in extract(listed).stages}
    assert len(ties) == 3
    assert {frozenset({one.a.id, one.b.id}) for one in explain(listed)} == ties
    assert explain(article(DENIED, "en")) == ()


def test_what_a_list_says_of_its_entries_is_part_of_the_sum() -> None:
    for told in explain(article(LISTED, "en")):
        partners = told.weighings[0]
        assert partners.probability == pytest.approx(chance(partners.log_odds))


def test_a_stage_that_an_entry_states_needs_no_signs() -> None:
    told = {one.b.name: one.weighings[1] for one in explain(article(LISTED, "en"))}
    assert told["Graz"].answer.startswith("letter_of_intent")
    assert told["Graz"].reasons == ()


def test_a_language_without_a_pack_has_nothing_to_explain() -> None:
    assert explain(article("Praha a Brno", "cs")) == ()
