"""An anniversary of a tie tells the year since when it stands."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article


def since(text: str, language: str, published: str | None = "2015-06-03") -> list[str | None]:
    """Give the dates of the ties that a text states as standing."""
    found = extract(Article("test", text, language, published=published))
    return [stage.date for stage in found.stages if stage.modality == "stated" and stage.stage == "active"]


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("Leeds and Dortmund celebrate the 46th anniversary of their twinning.", "en", "1969"),
        ("Leeds and Dortmund mark the twentieth anniversary of their twinning.", "en", "1995"),
        ("Leeds has been twinned with Dortmund for 46 years.", "en", "1969"),
        ("Leeds was twinned with Dortmund 46 years ago.", "en", "1969"),
        ("Leeds and Dortmund celebrated twenty-five years as twin cities.", "en", "1990"),
        ("Bandung dan Braunschweig merayakan ulang tahun ke-55 hubungan kota kembar.", "id", "1960"),
        ("Bandung dan Braunschweig sudah menjadi kota kembar selama 55 tahun.", "id", "1960"),
        ("Bandung dan Braunschweig genap 55 tahun menjadi kota kembar.", "id", "1960"),
    ],
)
def test_an_anniversary_counts_back_from_the_publication(text: str, language: str, year: str) -> None:
    assert since(text, language) == [year]


def test_an_anniversary_of_next_year_counts_back_from_that() -> None:
    text = "Leeds and Dortmund will celebrate the 50th anniversary of their twinning next year."
    assert since(text, "en", "2018-06-03") == ["1969"]


def test_a_year_that_is_told_goes_before_one_that_is_counted() -> None:
    text = "Leeds, twinned with Dortmund since 1969, celebrates the 45th anniversary of the twinning."
    assert since(text, "en") == ["1969"]


@pytest.mark.parametrize(
    "text",
    [
        "At the 50th anniversary of a festival of music in the old town hall guests from Dortmund, "
        "with which Leeds is twinned, sang.",
        "Leeds has been twinned with Dortmund for more than 40 years.",
        "Leeds, twinned with Dortmund, celebrates the 800th anniversary of its charter.",
    ],
)
def test_what_is_no_exact_anniversary_of_the_tie_tells_no_year(text: str) -> None:
    assert since(text, "en") == [None]


def test_without_any_day_an_anniversary_tells_no_year() -> None:
    assert since("Leeds has been twinned with Dortmund for 46 years.", "en", None) == [None]
