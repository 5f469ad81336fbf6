"""An office belongs to the place, the country or the body that the text names, or to the article's home."""

import pytest

from cityrel import places
from cityrel.extraction import extract
from cityrel.extraction.document import Document
from cityrel.extraction.offices import Offices, find_offices
from cityrel.extraction.people import find_people
from cityrel.languages import load
from cityrel.model import Article, Holding, Organisation, Place

HOME = Place("1640344", "Kupang", "city", "ID")


def offices(text: str, language: str = "id", home: Place | None = HOME) -> Offices:
    """Find the offices of a text."""
    pack = load(language)
    matches = places.match(text, pack)
    document = Document(Article("test", text, language, published="2024-05-06"), pack)
    found = find_people(document, matches)
    return find_offices(found, document, places.resolve(text, pack, matches, found.masked), home)


def owners(text: str, language: str = "id", home: Place | None = HOME) -> list[str | None]:
    """Give the names of the offices' owners."""
    return [holding.of.name if holding.of else None for holding in offices(text, language, home).holdings]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Wali Kota Bandung Rani Lestari hadir.", "Bandung"),
        ("Walikota Perth, Australia, Mr. Paul Lowe, hadir.", "Perth"),
        ("Gubernur Jabar, Rani Lestari, hadir.", "West Java"),
        ("Dubes Jepang untuk Indonesia, Kenji Sato, hadir.", "Japan"),
        ("Menteri Besar Johor, Malaysia, Paul Lowe, hadir.", "Johor"),
        ("Konjen Australia di Surabaya Paul Lowe hadir.", "Australia"),
        ("Wakil Dubes RI untuk Rusia, Jefri Riwu, hadir.", "Indonesia"),
        ("Konsul Indonesia di Perth Bidang Ekonomi, Mr. Jefri Riwu, hadir.", "Indonesia"),
    ],
)
def test_the_place_behind_a_title_owns_the_office(text: str, owner: str) -> None:
    assert owners(text) == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Perth mayor Rita Lowe spoke.", "Perth"),
        ("The Japanese ambassador to Kenya, Kenji Sato, spoke.", "Japan"),
        ("Vice Mayor Li Na of Shanghai spoke.", "Shanghai"),
        ("Paul Tan, president of the Perth Trade Association, spoke.", "Perth Trade Association"),
    ],
)
def test_english_names_the_owner_before_the_title_or_behind_the_name(text: str, owner: str) -> None:
    assert owners(text, "en", None) == [owner]


def test_a_body_owns_the_office_and_has_its_place() -> None:
    (holding,) = offices("Kabag Kerjasama Setda Kota Bandung, Rani Lestari, hadir.").holdings
    assert isinstance(holding.of, Organisation)
    assert holding.of.name == "Setda Kota Bandung"
    assert holding.of.place is not None
    assert holding.of.place.name == "Bandung"


def test_a_local_office_without_a_place_belongs_to_the_home_of_the_article() -> None:
    assert owners("Sekda Rani Lestari dan Manager Hubungan Bisnis, Ms. Paula Tan, hadir.") == ["Kupang", None]


def test_a_country_is_the_home_of_no_local_office() -> None:
    assert owners("Sekda Rani Lestari hadir.", home=Place("ID", "Indonesia", "country", "ID")) == [None]


def test_another_mention_of_the_office_tells_its_place() -> None:
    assert owners("Bupati Rani berpidato. Bupati Garut Rani Lestari lalu pulang.") == ["Garut"]


def test_an_office_is_given_once_with_all_its_evidence() -> None:
    text = "Wali Kota Bandung Rani Lestari hadir. Wali Kota Rani Lestari berpidato."
    (holding,) = offices(text).holdings
    assert [evidence.quote for evidence in holding.evidence] == [
        "Wali Kota Bandung Rani Lestari",
        "Wali Kota Rani Lestari",
    ]
    assert holding.attested_on == "2024-05-06"


def test_a_councillor_who_is_mayor_is_given_as_mayor() -> None:
    text = "Perth Mayor Rita Lowe spoke. Councillor Lowe thanked them."
    assert [holding.role for holding in offices(text, "en").holdings] == ["mayor"]


def test_the_chair_of_a_council_is_a_council_chair() -> None:
    text = "Paul Tan, chairman of the Perth City Council, spoke."
    assert [holding.role for holding in offices(text, "en").holdings] == ["council_chair"]


def test_a_person_is_at_home_in_the_first_office() -> None:
    found = offices("Wali Kota Bandung Rani Lestari hadir. Rani lalu pulang.")
    homes = {mention.person.home.name for mention in found.mentions if mention.person.home}
    assert homes == {"Bandung"}


def test_the_article_of_the_client_gives_its_four_persons(shared: object) -> None:
    text = (shared / "corpus" / "seed" / "001.txt").read_text(encoding="utf-8")  # type: ignore[operator]
    home = Place("1645528", "Denpasar", "city", "ID")
    found = [_told(holding) for holding in offices(text, home=home).holdings]
    assert found == [
        ("Kon Vatskalis", "mayor", "Darwin"),
        ("Moh Hanifa", "consul", "Indonesia"),
        ("Cerry Cai", "manager", None),
        ("I Gusti Ayu Laxmy Saraswati", "head_of_division", "Setda Kota Denpasar"),
    ]


def _told(holding: Holding) -> tuple[str, str, str | None]:
    return holding.person.name, holding.role, holding.of.name if holding.of else None


def test_behind_a_ministers_title_that_ends_in_a_word_for_places_stands_a_name() -> None:
    found = extract(Article("test", "Menteri Dalam Negeri Tito Karnavian membuka rapat.", "id"))
    assert [(holding.person.name, holding.of.name) for holding in found.holdings if holding.of] == [
        ("Tito Karnavian", "Indonesia")
    ]
