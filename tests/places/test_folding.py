"""Names written differently have one folded form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.places.folding import COMBINING, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("İzmir", "izmir"),
        ("São Paulo", "sao paulo"),
        ("Gyeongsangbuk-do", "gyeongsangbuk do"),
        ("Bangka–Belitung", "bangka belitung"),
        ("Xi’an", "xi'an"),
        ("Łódź", "lodz"),
        ("DENPASAR", "denpasar"),
        ("Québec", "quebec"),
    ],
)
def test_case_accents_hyphens_and_apostrophes_make_no_difference(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_keeps_the_length_of_a_text_without_separate_accents(text: str) -> None:
    plain = COMBINING.sub("", text)
    assert len(fold(plain)) == len(plain)
