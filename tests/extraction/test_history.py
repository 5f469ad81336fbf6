"""The earlier stages of a tie that one article tells beside the last one."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article
from cityrel.records import to_record

ENDED = (
    "The sister city agreement between Bandung and Perth, Australia, was signed in 1990 and ended in 2020."
)


def stages(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Give the stated stages of a text with their dates, the last one first."""
    facts = extract(Article("test", text, language, published="2024-06-12"))
    return [(stage.stage, stage.date) for stage in facts.stages if stage.modality == "stated"]


def test_a_signing_of_long_ago_is_kept_before_the_end() -> None:
    assert stages(ENDED)[0] == ("ended", "2020")
    assert ("signed", "1990") in stages(ENDED)


def test_an_earlier_stage_points_to_the_one_that_followed() -> None:
    found = extract(Article("test", ENDED, "en", published="2024-06-12")).stages
    earlier = [stage for stage in found if stage.stage == "signed"]
    assert [found[stage.before].stage for stage in earlier if stage.before is not None] == ["ended"]


def test_a_record_has_the_last_stage_only() -> None:
    record = to_record(extract(Article("test", ENDED, "en", published="2024-06-12")))
    assert [(pair["status"], pair["date"]) for pair in record["partnerships"]] == [("ended", "2020")]


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_text_of_one_stage_has_no_history(language: str) -> None:
    text = {
        "en": "Leeds and Dortmund, Germany, signed a twinning agreement on 12 March 2024.",
        "id": "Kota Bandung dan Kota Suwon, Korea Selatan, meneken MoU sister city, Selasa (12/3/2024).",
    }[language]
    assert len(stages(text, language)) == 1
