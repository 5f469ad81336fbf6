"""What is true of a sentence, and what is quoted."""

from cityrel.extraction.document import Document
from cityrel.extraction.sentence_flags import Speech, sentence_flags
from cityrel.languages import load
from cityrel.model import Article, Span

TEXT = (
    "Leeds welcomes guests\n\nLeeds and Dortmund are twin towns. They co-operate on schools. It rained.\n"
    "It snowed. The mayors signed a memorandum."
)


def flags(index: int) -> set[str]:
    document = Document(Article("test", TEXT, "en"), load("en"))
    return set(sentence_flags(document, index, ("stage", "instrument", "virtual")))


def test_a_sentence_is_told_by_what_it_speaks_of() -> None:
    assert "tie" in flags(1)
    assert {"stage", "instrument"} <= flags(5)
    assert flags(5).isdisjoint({"virtual", "tie"})


def test_a_sentence_is_told_by_where_it_stands() -> None:
    assert {"headline", "early"} <= flags(0)
    assert "early" in flags(2)
    assert flags(3).isdisjoint({"headline", "early"})
    assert "late" in flags(5)


def test_only_what_stands_between_marks_is_quoted() -> None:
    text = "He said: “We will sign it in spring this year.” And he did."
    speech = Speech(text)
    sign, did = text.index("sign"), text.index("did")
    assert speech.holds(Span(sign, sign + 4))
    assert not speech.holds(Span(did, did + 3))
    assert not Speech("").holds(Span(0, 0))
