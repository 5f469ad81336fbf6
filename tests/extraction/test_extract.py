"""Whatever the text, extraction ends, and its offsets match its quotes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.extraction import extract
from cityrel.model import Article

WORDS = st.sampled_from(
    [
        *("Wali Kota", "Kota", "Pemkot", "sister city", "dengan", "dan", "Jepang", "Fukuoka", "Malang"),
        *("MoU", "akan", "menandatangani", "“", "”", ",", ".", "\n", "(", ")", "-", "H.", "Budi", "Santoso"),
        *("ujar", "bahwa", "20/11/2020", "\u200b", "\u202e", "\u0000", "\ud800", "<b>", "東京"),
        *("Mayor of", "and", "the", "signed"),
    ]
)  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@settings(deadline=None, max_examples=150)
@given(pieces=st.lists(WORDS | st.text(max_size=12), max_size=60))
def test_no_text_makes_extraction_fail_or_misquote(language: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for claim in extract(Article("test", text, language)).claims():
        for piece in claim.evidence:
            assert text[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "Kota " * 50_000, "(" * 100_000, "A. " * 100_000, "“" * 50_000]
)
def test_a_monstrous_text_is_done_with(text: str) -> None:
    assert extract(Article("test", text, "id")).stages == ()
