"""Words for a kind of tie beside names say whose partner is who."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article


def pairs(text: str, language: str) -> set[frozenset[str]]:
    """Give the partners that a text states, by name."""
    found = extract(Article("test", text, language))
    return {frozenset((stage.a.name, stage.b.name)) for stage in found.stages if stage.modality == "stated"}


@pytest.mark.parametrize(
    ("text", "language", "home", "partners"),
    [
        ("The sister cities of Brisbane include Kobe (1985) and Semarang (1993).", "en", "Brisbane",
         ("Kobe", "Semarang")),
        ("Kota kembar Surabaya antara lain Seattle (1992) dan Busan (1994).", "id", "Surabaya",
         ("Seattle", "Busan")),
    ],
)  # fmt: skip
def test_one_told_to_have_partners_is_paired_with_each_of_them(
    text: str, language: str, home: str, partners: tuple[str, ...]
) -> None:
    assert pairs(text, language) == {frozenset((home, partner)) for partner in partners}


def test_two_that_are_twin_towns_make_neither_the_home_of_the_article() -> None:
    text = (
        "Leeds is considering a twinning agreement with Osaka. "
        "It looks to Coventry and Dresden, which have been twin cities since 1959."
    )
    assert pairs(text, "en") == {frozenset(("Leeds", "Osaka")), frozenset(("Coventry", "Dresden"))}
