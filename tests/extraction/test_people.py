"""Persons are found with their titles, whole and once; groups, places and events are no persons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel import places
from cityrel.extraction.document import Document
from cityrel.extraction.offices import find_offices
from cityrel.extraction.people import People, find_people
from cityrel.languages import load
from cityrel.model import Article


def people(text: str, language: str = "id") -> People:
    """Find the persons of a text."""
    pack = load(language)
    return find_people(Document(Article("test", text, language), pack), places.match(text, pack))


def held(text: str, language: str = "id") -> list[tuple[str, str]]:
    """Give who holds which role, in the order of the persons."""
    found = people(text, language)
    return [
        (person.name, appointment.title.role)
        for person, appointments in zip(found.persons, found.appointments, strict=True)
        for appointment in appointments
    ]


def names(text: str, language: str = "id") -> list[str]:
    """Give the names of the persons."""
    return [person.name for person in people(text, language).persons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wali Kota Kupang Jefri Riwu hadir.", ("Jefri Riwu", "mayor")),
        ("Walikota Kupang, Jefri Riwu, hadir.", ("Jefri Riwu", "mayor")),
        ("Jefri Riwu, Wali Kota Kupang, hadir.", ("Jefri Riwu", "mayor")),
        ("Jefri Riwu selaku Wali Kota Kupang hadir.", ("Jefri Riwu", "mayor")),
        ("Hadir Kepala Bappeda (Rani Lestari).", ("Rani Lestari", "head_of_department")),
        ("Hadir Jefri Riwu (Wali Kota Kupang).", ("Jefri Riwu", "mayor")),
        ("Bupati, yakni Rani Lestari, hadir.", ("Rani Lestari", "regent")),
    ],
)
def test_a_name_is_found_on_either_side_of_its_title(text: str, expected: tuple[str, str]) -> None:
    assert held(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perth Mayor Rita Lowe spoke.", ("Rita Lowe", "mayor")),
        ("Rita Lowe, the mayor of Perth, spoke.", ("Rita Lowe", "mayor")),
        ("The mayor - Rita Lowe - spoke.", ("Rita Lowe", "mayor")),
        ("Mayor-elect Rita Lowe spoke.", ("Rita Lowe", "mayor")),
        ("Lt. Gov. Rita Lowe spoke.", ("Rita Lowe", "deputy_governor")),
        ("The Mayor of Perth, Cllr Rita Lowe, spoke.", ("Rita Lowe", "mayor")),
    ],
)
def test_english_titles_stand_before_and_behind_names(text: str, expected: tuple[str, str]) -> None:
    assert held(text, "en") == [expected]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Drs. H. Jefri Riwu, M.Si", "Jefri Riwu"),
        ("Mr The Hon Jefri Riwu", "Jefri Riwu"),
        ("Prof. Dr. Ir. Jefri Riwu SE MM", "Jefri Riwu"),
        ("H.Jefri Riwu", "Jefri Riwu"),
        ("I Gusti Ayu Rani Lestari", "I Gusti Ayu Rani Lestari"),
        ("Jamal bin Ladin", "Jamal bin Ladin"),
        ("Pieter van der Berg", "Pieter van der Berg"),
        ("AS Rahman", "AS Rahman"),
        ("Jefri I M Riwu", "Jefri I M Riwu"),
    ],
)
def test_honorifics_and_degrees_are_stripped_and_parts_of_names_are_kept(written: str, name: str) -> None:
    assert names(f"Wali Kota Kupang, {written}, hadir.") == [name]


def test_the_name_of_a_department_belongs_to_the_title() -> None:
    found = people("Kepala Dinas Kebudayaan dan Pariwisata Kota Kupang Rani Lestari hadir.")
    (appointment,) = found.appointments[0]
    span = appointment.title.span
    assert found.marks.text[span.start : span.end] == "Kepala Dinas Kebudayaan dan Pariwisata"
    assert found.persons[0].name == "Rani Lestari"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Mantan Wali Kota Kupang Jefri Riwu hadir.", "former"),
        ("Jefri Riwu, wali kota kala itu, hadir.", "former"),
        ("Plt. Wali Kota Kupang Jefri Riwu hadir.", "acting"),
        ("Penjabat (Pj) Wali Kota Kupang Jefri Riwu hadir.", "acting"),
        ("Wali Kota Kupang Jefri Riwu hadir.", None),
    ],
)
def test_a_former_or_acting_holder_is_told_from_one_in_office(text: str, qualifier: str | None) -> None:
    (appointment,) = people(text).appointments[0]
    assert appointment.title.qualifier == qualifier


def test_who_runs_for_an_office_does_not_hold_it() -> None:
    assert held("Calon bupati Sumba Timur Rani Lestari hadir.") == []


def test_two_titles_share_two_names_in_order() -> None:
    assert held("Bupati dan Wakil Bupati Garut, Rani Lestari dan Jefri Riwu, hadir.") == [
        ("Rani Lestari", "regent"),
        ("Jefri Riwu", "deputy_regent"),
    ]


def test_one_person_holds_two_offices() -> None:
    assert held("Ketua Umum Apeksi yang juga Wali Kota Kupang Jefri Riwu hadir.") == [
        ("Jefri Riwu", "chair"),
        ("Jefri Riwu", "mayor"),
    ]


def test_a_deputy_is_the_deputy_of_the_office_before() -> None:
    assert held("Wali Kota Kupang Jefri Riwu dan wakilnya Rani Lestari hadir.") == [
        ("Jefri Riwu", "mayor"),
        ("Rani Lestari", "deputy_mayor"),
    ]


def test_a_title_of_several_persons_is_given_to_each() -> None:
    assert held("Mayors Rita Lowe of Perth and Paul Tan of Osaka met.", "en") == [
        ("Rita Lowe", "mayor"),
        ("Paul Tan", "mayor"),
    ]


def test_the_holder_may_be_named_by_the_office() -> None:
    text = "Hal itu dikatakan Konsulat Jenderal Republik Indonesia (KJRI) Perth Jefri Riwu."
    assert held(text) == [("Jefri Riwu", "consul_general")]


def test_a_first_name_that_is_also_a_place_stays_with_the_name() -> None:
    assert held("Sekda Sakti Alam hadir bersama Wali Kota Bogor Bima Arya.") == [
        ("Sakti Alam", "secretary"),
        ("Bima Arya", "mayor"),
    ]


@pytest.mark.parametrize("name", ["Paul Lowe", "Nguyen Tam"])
def test_a_first_name_behind_a_title_that_ends_in_a_word_for_places_is_no_place(name: str) -> None:
    assert held(f"Hadir Wakil Wali Kota {name}.") == [(name, "deputy_mayor")]


def test_a_place_before_a_full_name_is_one_behind_such_a_title() -> None:
    assert held("Hadir Wali Kota Wewak John Nawas.") == [("John Nawas", "mayor")]


def test_short_names_nicknames_and_spellings_are_one_person() -> None:
    text = (
        "Wali Kota Kupang Mohammad Jefri Riwu (Jeri) hadir. Walikota Moh. Jefri Riwu berpidato. "
        "“Kami siap bekerja sama dengan kota itu,” kata Jefri. Jeri lalu pulang."
    )
    (person,) = people(text).persons
    assert person.name == "Mohammad Jefri Riwu"
    assert set(person.other_names) == {"Moh. Jefri Riwu", "Jefri", "Jeri"}


def test_namesakes_in_offices_of_two_places_are_two_persons() -> None:
    text = "Gubernur Banten Ahmad Rasyid bertemu Gubernur Bali Ahmad Wirawan."
    assert names(text) == ["Ahmad Rasyid", "Ahmad Wirawan"]


def test_mentions_point_at_the_name_alone() -> None:
    text = "Wali Kota Kupang, Drs. Jefri Riwu, M.Si, hadir."
    (mention,) = people(text).mentions
    assert text[mention.span.start : mention.span.end] == "Jefri Riwu"


def test_the_mask_covers_honorifics_and_degrees() -> None:
    text = "Wali Kota Kupang, Drs. Jefri Riwu, M.Si, hadir."
    (span,) = people(text).masked
    assert text[span.start : span.end] == "Drs. Jefri Riwu, M.Si"


@pytest.mark.parametrize(
    "text",
    [
        "Hadir pimpinan OPD di lingkungan Pemkot Kupang serta undangan lainnya.",
        "Wali Kota Kupang mengatakan hal itu di Kantor Wali Kota.",
        "Acara International Friendship City Track Sharing Session digelar kemarin.",
        "Duta Besar Negara Timur Tengah datang.",
        "Mayor Jenderal TNI Jefri Riwu hadir.",
    ],
)
def test_groups_places_events_and_ranks_hold_no_office(text: str) -> None:
    assert held(text) == []


def test_a_person_with_an_honorific_needs_no_office() -> None:
    assert names("Hadir pula Pak Jefri Riwu dari swasta.") == ["Jefri Riwu"]


PIECES = st.sampled_from(
    [
        "Wali Kota ",
        "Mayor ",
        "Ketua ",
        "(",
        ")",
        ", ",
        "H. ",
        "Dr",
        ".",
        "Rani ",
        "Bandung ",
        "dan ",
        "of ",
        "\n",
        *[
            "M.Si",
            "“",
            "’s",
            "wakilnya ",
            "selaku ",
            "-",
            "\u200b",
            "\u202e",
            "Kepala Dinas ",
            "’",
            "I ",
            "AS ",
        ],
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join)),
    st.sampled_from(["id", "en"]),
)
def test_no_text_makes_it_fail_and_all_offsets_match(text: str, language: str) -> None:
    found = people(text, language)
    offices = find_offices(found, found.marks.document, (), None)
    for holding in offices.holdings:
        for evidence in holding.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found.mentions)


def test_a_verb_in_the_capitals_of_a_headline_is_no_name() -> None:
    text = "Gubernur Titip Salam untuk Warga Darwin\n\nGubernur Nusa Tenggara Timur Melki Laka Lena hadir."
    document = Document(Article("test", text, "id"), load("id"))
    found = find_people(document, places.match(text, document.pack))
    assert [person.name for person in found.persons] == ["Melki Laka Lena"]


def test_a_country_behind_a_title_is_no_person() -> None:
    text = "Konsul Jenderal Australia di Bali, Jo Stevens, datang dari Darwin, Australia."
    document = Document(Article("test", text, "id"), load("id"))
    found = find_people(document, places.match(text, document.pack))
    assert [person.name for person in found.persons] == ["Jo Stevens"]


def test_a_letter_before_a_first_name_is_no_number_of_a_unit() -> None:
    text = "Rapat itu dihadiri Kadis Kebudayaan I Putu Arta dan Asisten I Rani Lestari."
    document = Document(Article("test", text, "id"), load("id"))
    found = find_people(document, places.match(text, document.pack))
    assert [person.name for person in found.persons] == ["I Putu Arta", "Rani Lestari"]
