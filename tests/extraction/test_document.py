"""An article is cut into sentences and words without changing it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.extraction.document import Document
from cityrel.languages import load
from cityrel.model import Article, Span


def document(text: str, language: str = "id") -> Document:
    """Make a document from a text alone."""
    return Document(Article("test", text, language), load(language))


def sentences(text: str, language: str = "id") -> list[str]:
    """Give the sentences of a text as text."""
    return [text[span.start : span.end] for span in document(text, language).sentences]


def test_a_full_stop_ends_a_sentence() -> None:
    assert sentences("Kedua kota bertemu. Mereka sepakat.") == ["Kedua kota bertemu.", "Mereka sepakat."]


@pytest.mark.parametrize(
    "text", ["Hadir Drs. Budi Santoso di sana.", "Hadir H. M. Yunus di sana.", "Jl. Merdeka No. 5 ramai."]
)
def test_an_abbreviation_or_an_initial_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_line_ends_a_sentence_without_a_full_stop() -> None:
    assert sentences("Judul berita\nIsi berita.") == ["Judul berita", "Isi berita."]


def test_a_quotation_keeps_its_closing_mark() -> None:
    assert sentences("“Kami setuju.” Lalu ia pulang.") == ["“Kami setuju.”", "Lalu ia pulang."]


def test_a_number_with_a_full_stop_is_not_cut() -> None:
    assert sentences("Luasnya 3.101 km dan padat.") == ["Luasnya 3.101 km dan padat."]


def test_evidence_completes_its_sentence() -> None:
    made = document("Awal. Kota Bogor menandatangani nota. Akhir.")
    start = made.text.index("menandatangani")
    evidence = made.evidence(Span(start, start + len("menandatangani")), "rule")
    assert (evidence.prefix, evidence.quote, evidence.suffix) == ("Kota Bogor ", "menandatangani", " nota.")


def test_a_text_of_one_endless_line_is_cut_into_pieces_that_can_be_handled() -> None:
    assert max(len(sentence) for sentence in sentences("kata " * 5_000)) <= 2_000


@given(st.text())
def test_sentences_are_in_order_apart_and_lose_nothing_but_space(text: str) -> None:
    spans = document(text).sentences
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
