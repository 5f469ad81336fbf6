"""An office whose place is not named beside it is of the side that the text around it tells."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article


def owners(text: str, language: str = "en") -> dict[str, str | None]:
    """Give each person's place or body of office, as an article with this text alone tells it."""
    found = extract(Article("test", text, language, published="2024-05-06"))
    return {holding.person.name: holding.of.name if holding.of else None for holding in found.holdings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Leeds was the host. With the Mayor of Dortmund, Karl Adler, came City Manager Ute Brandt.",
            {"Karl Adler": "Dortmund"},
        ),
        (
            "Leeds was the host. Present were the Mayor of Dortmund, Karl Adler, Fire Chief Ute Brandt and "
            "Councillor Tim Moss.",
            {"Karl Adler": "Dortmund", "Ute Brandt": "Dortmund"},
        ),
        (
            "Darwin has guests. Ambon Mayor Rani Lestari spoke. With her were chief executive Jefri Riwu "
            "and finance director Siti Aminah.",
            {"Rani Lestari": "Ambon", "Jefri Riwu": "Ambon", "Siti Aminah": "Ambon"},
        ),
    ],
)
def test_those_named_together_are_of_one_side(text: str, expected: dict[str, str]) -> None:
    assert owners(text).items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "person", "owner"),
    [
        ("Mombasa met a delegation from Guangzhou led by Vice Mayor Li Na.", "Li Na", "Guangzhou"),
        ("Mombasa had guests. Vice Mayor Li Na led the delegation from Guangzhou.", "Li Na", "Guangzhou"),
        ("A group from Dortmund came to Leeds. It was headed by Mayor Timo Laine.", "Timo Laine", "Dortmund"),
        ("Leeds received visitors from Dortmund, among them Mayor Karl Adler.", "Karl Adler", "Dortmund"),
        ("Leeds met Lahti. Dortmund sent Mayor Karl Adler.", "Karl Adler", "Dortmund"),
    ],
)
def test_the_head_of_a_group_is_from_where_the_group_comes(text: str, person: str, owner: str) -> None:
    assert owners(text)[person] == owner


def test_those_who_receive_are_not_from_where_the_guests_are() -> None:
    text = "Chicago Mayor Rita Lowe visited Warsaw. She was welcomed by Deputy Mayor Jan Smet."
    assert owners(text) == {"Rita Lowe": "Chicago", "Jan Smet": "Warsaw"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayors of Perth and Nanjing, Rita Lowe and Li Na, met online.",
        "Perth and Nanjing met. The mayors, Rita Lowe for the hosts and Li Na for the guests, spoke.",
        "Mayors Rita Lowe (Perth) and Li Na (Nanjing) met online.",
        "Perth Mayor Rita Lowe met Mayor Li Na. Nanjing and Perth are twins.",
    ],
)
def test_two_mayors_are_of_two_places(text: str) -> None:
    assert owners(text) == {"Rita Lowe": "Perth", "Li Na": "Nanjing"}


def test_a_former_mayor_leaves_the_office_to_the_one_of_today() -> None:
    text = "Perth looked back. Former Perth mayor Paul Tan was there. Mayor Rita Lowe thanked him."
    assert owners(text) == {"Paul Tan": "Perth", "Rita Lowe": "Perth"}


@pytest.mark.parametrize(
    ("text", "person", "owner"),
    [
        ("Leeds signed with Dortmund. The mayor there, Karl Adler, spoke.", "Karl Adler", "Dortmund"),
        (
            "Delhi and the Fukuoka prefectural government met. The Vice Governor of the prefecture, "
            "Kenji Sato, spoke.",
            "Kenji Sato",
            "Fukuoka",
        ),
        ("Harpenden was at Dortmund. Bürgermeister Karl Adler spoke.", "Karl Adler", "Dortmund"),
    ],
)
def test_a_word_behind_the_title_or_its_tongue_tells_the_place(text: str, person: str, owner: str) -> None:
    assert owners(text)[person] == owner


def test_a_title_of_one_country_is_no_office_elsewhere() -> None:
    assert owners("Sapporo is the twin. Sapporo drew Cllr Rita Lowe.") == {"Rita Lowe": None}


def test_a_council_has_the_offices_where_no_place_is_the_home() -> None:
    text = "Tall Highlands Regional Council was glad, said Mayor Rita Lowe."
    assert owners(text) == {"Rita Lowe": "Tall Highlands Regional Council"}


def test_a_chief_minister_may_be_of_a_state() -> None:
    text = "A delegation from Haryana led by Chief Minister Ram Thapa is in Osaka."
    assert owners(text) == {"Ram Thapa": "Haryana"}


def test_no_mayor_is_of_a_country() -> None:
    text = "Bulawayo waits. Paul Tan, the mayor of Zimbabwe's second city, spoke in Bulawayo."
    assert owners(text) == {"Paul Tan": "Bulawayo"}


def test_a_place_that_no_gazetteer_knows_stays_a_name() -> None:
    assert owners("Rani Rai, the Chandannath mayor, spoke.") == {"Rani Rai": "Chandannath"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wali Kota Shenzhen Li Na didampingi Sekretaris Kota Paul Tan. Bogor menjamu mereka.",
            {"Li Na": "Shenzhen", "Paul Tan": "Shenzhen"},
        ),
        (
            "Pemkot Semarang menjamu delegasi Da Nang yang dipimpin Wakil Wali Kota Nguyen Tam.",
            {"Nguyen Tam": "Da Nang"},
        ),
        ("Presiden Jefri Riwu membuka acara itu.", {"Jefri Riwu": "Indonesia"}),
    ],
)
def test_indonesian_tells_the_side_too(text: str, expected: dict[str, str]) -> None:
    assert owners(text, "id") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds and Osaka agreed. Mayor Jane Roe signed for Osaka.", {"Jane Roe": "Osaka"}),
        (
            "Leeds met Osaka. Mayor Jane Roe, councillor John Doe and town clerk Rita Lowe of Osaka came.",
            {"Jane Roe": "Osaka", "John Doe": "Osaka", "Rita Lowe": "Osaka"},
        ),
        (
            "Leeds and Osaka agreed. Former mayor Jane Roe and mayor John Doe of Osaka came.",
            {"Jane Roe": "Osaka", "John Doe": "Osaka"},
        ),
        (
            "Deputy mayor Jane Roe of Leeds and her Osaka counterpart John Doe signed.",
            {"Jane Roe": "Leeds", "John Doe": "Osaka"},
        ),
        ("Village head Jane Roe of Quorndale spoke in Leeds.", {"Jane Roe": "Quorndale"}),
        (
            "Nairobi Governor Jane Roe and Deputy Governor John Doe met Leeds mayor Rita Lowe.",
            {"Jane Roe": "Nairobi", "John Doe": "Nairobi", "Rita Lowe": "Leeds"},
        ),
    ],
)
def test_the_place_that_somebody_stands_for_or_shares_is_whose_office_it_is(
    text: str, expected: dict[str, str]
) -> None:
    assert owners(text) == expected


def test_a_word_for_a_group_in_the_next_sentence_is_not_of_the_place_before() -> None:
    text = "Delegates from Osaka met in Leeds. Party Secretary Jane Roe of Osaka and Mayor John Doe spoke."
    assert owners(text)["John Doe"] == "Osaka"
