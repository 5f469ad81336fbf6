"""The signs of the stage of a pair."""

from cityrel.extraction.days import days
from cityrel.extraction.document import Document
from cityrel.extraction.entries import date_of_entry, readings_of
from cityrel.extraction.pairs import pairs
from cityrel.extraction.scopes import scope
from cityrel.extraction.stage_signs import Position, stage_signs
from cityrel.extraction.survey import survey
from cityrel.extraction.weighing import Signs
from cityrel.languages import load
from cityrel.model import Article


def signs(text: str, *, partner: str = "Dortmund", is_main: bool = True) -> Signs:
    """Give the signs of the stage of the pair with a partner, in an English article of June 2020."""
    document = Document(Article("test", text, "en", published="2020-06-10"), load("en"))
    found = survey(document)
    both = pairs(document, found.candidates, found.known)
    pair = next(one for one in both if partner in (one.a.name, one.b.name))
    about = scope(document, both, pair, found.candidates, is_main=is_main)
    told = days(document, found.dates)
    position = Position(
        pairs=len(both),
        is_main=is_main,
        entered=date_of_entry(document, found.candidates, pair, told),
        readings=readings_of(document, found.candidates, pair, sorted({0, *about.all}), told),
    )
    return stage_signs(document, pair, about, told, position)


def test_a_document_belongs_to_the_word_for_a_stage_that_is_nearest() -> None:
    found = signs("After talks on a new idea Leeds and Dortmund signed a twinning charter.")
    assert found.get("signed/paper") == 1.0
    assert "exploring/paper" not in found


def test_a_founding_of_long_ago_is_told_from_one_of_these_days() -> None:
    assert "founded/old" in signs("Leeds has been twinned with Dortmund since 1969.")
    assert "founded/new" in signs("Leeds has been twinned with Dortmund since 8 June 2020.")


def test_the_year_of_an_own_entry_is_a_sign() -> None:
    text = "The twin towns of Leeds are Dortmund (1969) and Lille (1968)."
    assert "date/entry/old" in signs(text)


def test_a_headline_is_no_sign_for_a_pair_that_it_is_not_about() -> None:
    text = "Twinning with Osaka to end\nLeeds is twinned with Dortmund."
    assert "ended/headline" in signs(text)
    assert "ended/headline" not in signs(text, is_main=False)


def test_the_sentence_behind_the_names_tells_of_a_pair_of_the_background() -> None:
    text = "Leeds is twinned with Dortmund. Some exchanges were frozen."
    assert "ended/after" in signs(text, is_main=False)
    assert "ended/after" not in signs(text.replace(". ", ".\n"), is_main=False)
