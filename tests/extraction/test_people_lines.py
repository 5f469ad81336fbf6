"""Names and titles go on over the end of a line that a page broke, and over no other."""

from hypothesis import given
from hypothesis import strategies as st

from cityrel.extraction import extract
from cityrel.extraction.people_lines import unbroken
from cityrel.model import Article

BROKEN = """Acara itu dihadiri oleh banyak orang dari kota
tersebut dan juga oleh para pengusaha yang datang
dari jauh, antara lain Kepala Dinas Pariwisata Kota Bogor Rani
Lestari, yang membuka pameran di gedung itu dan
menutupnya."""


def test_a_name_goes_on_over_the_end_of_a_broken_line() -> None:
    found = extract(Article("test", BROKEN, "id")).holdings
    assert [holding.person.name for holding in found] == ["Rani Lestari"]


def test_a_headline_is_not_joined_to_the_text() -> None:
    text = "Tamu Penting Bertemu Wali Kota Bogor Rani Lestari\nKunjungan itu berlangsung lama."
    assert unbroken(text) == text


def test_a_tag_for_the_end_of_a_line_is_a_break_too() -> None:
    text = "dan dihadiri oleh Wali Kota Medan<br />\nsendiri serta tamu"
    assert "<br" not in unbroken(text)


@given(st.text(alphabet="aB .\n<br/>", max_size=200))
def test_the_length_stays_and_only_breaks_change(text: str) -> None:
    joined = unbroken(text)
    assert len(joined) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, joined, strict=True))
