"""The initials that an article gives a place stand for it in the rest of the text, and no others do."""

from hypothesis import given
from hypothesis import strategies as st

from cityrel.languages import load
from cityrel.places import match, resolve


def named(text: str) -> list[tuple[str, str]]:
    """Give the words of each mention with the place that they stand for."""
    pack = load("en")
    found = resolve(text, pack, match(text, pack))
    return [(text[mention.span.start : mention.span.end], mention.place.name) for mention in found]


def test_initials_in_brackets_stand_for_the_place_before_them() -> None:
    found = named("Kathmandu Metropolitan City (KMC) signed on Monday. KMC has 16 partners.")
    assert found == [("Kathmandu", "Kathmandu"), ("KMC", "Kathmandu")]


def test_brackets_with_other_letters_give_no_initials() -> None:
    assert named("Kathmandu Metropolitan City (UML) signed. UML won.") == [("Kathmandu", "Kathmandu")]


def test_initials_of_two_places_stand_for_neither() -> None:
    text = "Kathmandu Metropolitan City (KMC) met Kolkata Metropolitan City (KMC). KMC signed."
    assert "KMC" not in dict(named(text))


@given(st.text(alphabet="KMC ()aé\n", max_size=40))
def test_offsets_are_those_of_the_text(tail: str) -> None:
    text = f"Kathmandu Metropolitan City (KMC) {tail}"
    assert all(name in ("Kathmandu", "KMC") for name, place in named(text) if place == "Kathmandu")
