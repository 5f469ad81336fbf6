"""What stands in the entry of a list is said of one partner alone."""

from cityrel.extraction.document import Document
from cityrel.extraction.entries import entry_of
from cityrel.extraction.stages import readings
from cityrel.extraction.survey import survey
from cityrel.languages import load
from cityrel.model import Article


def entries(text: str) -> list[str | None]:
    """Give, for each word for a stage, the name of the place in whose entry it stands."""
    document = Document(Article("test", text, "en"), load("en"))
    candidates = survey(document).candidates
    names = {one.place.id: one.place.name for one in candidates}
    found = readings(document, range(len(document.sentences)))
    return [names.get(entry_of(document, candidates, reading.span) or "") for reading in found]


def test_a_bracket_behind_a_name_is_its_entry() -> None:
    assert entries("Brisbane and Kobe, Japan (LoI 2011), and Semarang.") == ["Kobe"]


def test_a_bracket_that_tells_the_words_before_it_again_is_no_entry() -> None:
    assert entries("In Kobe, then, a Letter of Intent (LoI) came about.") == [None, None]


def test_a_bracket_far_behind_a_name_is_no_entry() -> None:
    assert entries("Kobe had for some years in between none (LoI 2011).") == [None]
