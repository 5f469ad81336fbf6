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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Perth chief executive Evan King spoke.", ["Evan King"]),
        ("Perth mayor Dean Lowe spoke.", ["Dean Lowe"]),
        ("It was signed by Perth mayor Xu He Lowe on Monday.", ["Xu He Lowe"]),
    ],
)
def test_a_title_or_small_word_that_is_a_name_too_is_part_of_one(text: str, names: list[str]) -> None:
    assert [person for person, _, _ in held(text)] == names


def test_a_common_word_at_the_beginning_of_a_sentence_is_no_name() -> None:
    assert [person for person, _, _ in held("He met Perth mayor Rita Lowe today.")] == ["Rita Lowe"]


def test_a_name_in_capitals_is_written_as_names_are_and_a_short_form_is_none() -> None:
    assert held("Wali Kota Bandung RANI LESTARI hadir di acara itu.", "id") == [
        ("Rani Lestari", "mayor", "Bandung")
    ]
    assert held("Kepala Dinas PUPR BAPPEDA hadir di acara itu.", "id") == []


def test_a_place_abroad_named_once_can_be_the_first_of_two_names() -> None:
    assert held("Wali Kota Ternate mengutus Sekretaris Daerah Rizal Lestari ke sana.", "id") == [
        ("Rizal Lestari", "secretary", "Ternate")
    ]


def test_a_title_of_several_goes_to_all_names_before_it() -> None:
    assert held("Rita Lowe, Jane Roe and John Doe, councillors of Perth, spoke.") == [
        ("Rita Lowe", "councillor", "Perth"),
        ("Jane Roe", "councillor", "Perth"),
        ("John Doe", "councillor", "Perth"),
    ]
    assert held("Jane Roe and John Doe, mayors of Leeds and Osaka, spoke.") == [
        ("Jane Roe", "mayor", "Leeds"),
        ("John Doe", "mayor", "Osaka"),
    ]


def test_two_titles_before_one_name_are_both_its_own_where_one_often_has_both() -> None:
    text = "Deputy Prime Minister and Minister for Trade Jane Roe spoke in Perth."
    assert [(person, role) for person, role, _ in held(text)] == [
        ("Jane Roe", "head_of_government"),
        ("Jane Roe", "minister"),
    ]
    assert ("Jane Roe", "mayor") not in [
        (person, role) for person, role, _ in held("The mayor and council president Jane Roe spoke in Perth.")
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Roe, chair of the Perth twinning committee, spoke.", "committee_chair"),
        ("Jane Roe, president of the National Assembly, spoke in Perth.", "legislature_president"),
        ("Jane Roe, head of tourism at Leeds City Council, spoke.", "head_of_division"),
        ("Jane Roe, head of Leeds City Council, spoke.", "council_leader"),
        ("The president of Lombardy, Jane Roe, spoke.", "governor"),
    ],
)
def test_a_body_or_a_place_makes_the_role(text: str, role: str) -> None:
    assert [found for _, found, _ in held(text)] == [role]


def test_a_councillor_who_heads_a_committee_stays_a_councillor() -> None:
    text = "Perth Councillor Jane Roe, who chairs the Tourism Committee, spoke."
    assert [role for _, role, _ in held(text)] == ["councillor", "committee_chair"]
