"""Titles made of a unit and a common word, and offices told of a person by reference."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article


def held(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    """Give who holds which office of what, in the order of the text."""
    found = extract(Article("test", text, language)).holdings
    return [(one.person.name, one.role, one.of.name if one.of else None) for one in found]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Perth tourism chief Rita Lowe spoke.", "head_of_department"),
        ("Perth County Architect Rita Lowe spoke.", "officer"),
        ("Perth Provincial Administrator Rita Lowe spoke.", "chief_executive"),
        ("Perth Tourism Promotions and Development Officer Rita Lowe spoke.", "officer"),
        ("Utilities director, Rita Lowe, spoke in Perth.", "director"),
    ],
)
def test_a_unit_makes_a_title_of_a_common_word(text: str, role: str) -> None:
    assert [(person, found) for person, found, _ in held(text)] == [("Rita Lowe", role)]


@pytest.mark.parametrize("text", ["The chief Rita Lowe spoke.", "An officer Rita Lowe met ran away."])
def test_a_common_word_alone_is_no_title(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perth Sports Council (PSC) head Rita Lowe spoke.", ("Rita Lowe", "head_of_department")),
        ("Universidad de Manila president Rita Lowe spoke.", ("Rita Lowe", "head_of_institution")),
        ("Rita Lowe, president of the Perth Culture Forum, spoke.", ("Rita Lowe", "chair")),
        ("Perth University and its head, Rita Lowe, helped.", ("Rita Lowe", "head_of_institution")),
    ],
)
def test_the_body_says_what_its_head_is(text: str, expected: tuple[str, str]) -> None:
    assert [(person, role) for person, role, _ in held(text)] == [expected]


def test_a_pronoun_gives_an_office_to_the_one_named_last() -> None:
    text = "Perth mayor Rita Lowe spoke. She is president of the Perth Culture Forum."
    assert ("Rita Lowe", "chair", "Perth Culture Forum") in held(text)


def test_a_demonstrative_does_so_in_indonesian() -> None:
    text = "Bupati Siak Jefri Riwu hadir. Ketua Kadin Siak itu mengajak pengusaha."
    assert [(person, role) for person, role, _ in held(text, "id")] == [
        ("Jefri Riwu", "regent"),
        ("Jefri Riwu", "chair"),
    ]


def test_an_office_that_somebody_holds_is_not_given_by_reference() -> None:
    text = "Wali Kota Bogor Rani Lestari menjamu Jefri Riwu, Bupati Siak. Wali Kota Bogor itu senang."
    assert [(person, role) for person, role, _ in held(text, "id")] == [
        ("Rani Lestari", "mayor"),
        ("Jefri Riwu", "regent"),
    ]


def test_one_name_before_two_titles_holds_both() -> None:
    text = "Rita Lowe, president of the Perth Culture Forum and mayor of Hobart, spoke."
    assert held(text) == [("Rita Lowe", "chair", "Perth Culture Forum"), ("Rita Lowe", "mayor", "Hobart")]


def test_a_title_before_a_verb_of_saying_is_none_of_the_name_before() -> None:
    text = "He will meet the mayor of Perth, Rita Lowe, the ambassador said."
    assert [(person, role) for person, role, _ in held(text)] == [("Rita Lowe", "mayor")]


def test_a_full_name_behind_goes_before_one_that_only_is() -> None:
    text = "Tamu Jefri adalah Duta Besar Korea Selatan untuk Indonesia, Kim Min Soo."
    assert [(person, role) for person, role, _ in held(text, "id")] == [("Kim Min Soo", "ambassador")]
