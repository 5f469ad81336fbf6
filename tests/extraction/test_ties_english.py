"""How English names partners, the stage of their tie and its founding; what it says of no tie at all."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article, Facts, Stage


def facts(text: str, published: str | None = None) -> Facts:
    """Extract a text written for the test."""
    return extract(Article("test", text, "en", published=published))


def stated(found: Facts) -> list[Stage]:
    """Give the stated stages."""
    return [stage for stage in found.stages if stage.modality == "stated"]


def told(text: str, published: str | None = None) -> set[tuple[str, str, str]]:
    """Give the partners, and the stage of each pair, that a text states."""
    return {(stage.a.name, stage.b.name, stage.stage) for stage in stated(facts(text, published))}


@pytest.mark.parametrize(
    "text",
    [
        "Portland's sister city Sapporo has sent a bell.",
        "Portland's Japanese sister city, Sapporo, has sent a bell.",
        "Choirs from Sapporo, a sister city of Portland, will sing on Sunday.",
        "Portland is twinned with Sapporo.",
        "The sister city relationship between Portland and Sapporo is thriving.",
    ],
)
def test_words_for_a_tie_beside_two_names_make_them_partners(text: str) -> None:
    (stage,) = stated(facts(text))
    assert {stage.a.name, stage.b.name} == {"Portland", "Sapporo"}
    assert stage.stage == "active"


def test_a_domestic_tie_counts_where_the_words_name_it() -> None:
    text = "Baguio and Cebu City are now sister cities after their mayors signed an agreement."
    (stage,) = stated(facts(text))
    assert {stage.a.name, stage.b.name} == {"Baguio", "Cebu"}
    assert stage.stage == "signed"


def test_a_list_belongs_to_the_home_that_announces_it() -> None:
    text = (
        "Sacramento has three sister cities.\n"
        "They are Matsuyama in Japan, Manila in the Philippines and Jinan in China."
    )
    assert {(a, b) for a, b, _ in told(text)} == {
        ("Sacramento", name) for name in ("Matsuyama", "Manila", "Jinan")
    }


def test_each_list_has_the_kind_that_announces_it() -> None:
    text = (
        "Sacramento keeps up its sister cities.\n• Matsuyama, Japan\n• Jinan, China\n"
        "Its friendship cities are:\n• Bremen, Germany\n• Hamilton, New Zealand"
    )
    kinds = {stage.b.name: stage.kind for stage in stated(facts(text))}
    assert kinds["Jinan"] == "sister_city"
    assert kinds["Bremen"] == "friendship_city"


def test_places_where_guests_come_from_are_no_partners() -> None:
    text = (
        "Speaking in Geneva, the mayor of Durban said the sister city link with Bremen was thriving. "
        "Leaders from Oslo, Madrid and Rome listened."
    )
    assert told(text) == {("Durban", "Bremen", "active")}


def test_a_tie_of_other_places_is_not_one_of_the_home() -> None:
    text = "Leipzig is twinned with Lyon. It wants to follow Bristol, which is twinned with Bordeaux."
    assert {frozenset({a, b}) for a, b, _ in told(text)} >= {frozenset({"Bristol", "Bordeaux"})}
    assert not {frozenset({a, b}) for a, b, _ in told(text)} & {frozenset({"Leipzig", "Bordeaux"})}


def test_a_place_that_a_tie_is_only_with_is_not_the_home() -> None:
    assert told("The village is twinned with Wuhan. It is twinned with Bonn too.") == set()


def test_a_denied_tie_is_none() -> None:
    assert told("The City of Dublin has no formal twinning with Moscow.") == set()


def test_an_association_of_sister_cities_is_no_tie() -> None:
    text = (
        "The Sister Cities International conference was held in Phoenix. Delegates from Hermosillo attended."
    )
    assert told(text) == set()


def test_an_end_befalls_all_ties_that_the_sentence_refers_to() -> None:
    text = (
        "TACOMA, Wash. - Tacoma has sister city agreements with Vladivostok and Fuzhou.\n"
        "On Monday the council cut ties with both."
    )
    assert told(text) == {("Tacoma", "Vladivostok", "ended"), ("Tacoma", "Fuzhou", "ended")}


def test_a_tie_that_is_only_to_be_ended_stands() -> None:
    text = "Campaigners hope that Leeds will end its twinning with Dortmund."
    assert told(text) == {("Leeds", "Dortmund", "active")}


def test_a_word_that_only_begins_like_an_end_is_none() -> None:
    assert told("Several choirs of Leeds visited its twin town Dortmund.") == {
        ("Leeds", "Dortmund", "active")
    }


def test_a_memorandum_that_joins_two_places_is_signed() -> None:
    text = "A memorandum of understanding now joins Accra with Chicago."
    assert told(text) == {("Accra", "Chicago", "signed")}


def test_a_tie_that_stands_has_the_date_since_when() -> None:
    text = (
        "Leeds welcomed guests from its German twin town, Dortmund. "
        "The two cities have been twinned since 1969."
    )
    assert [(stage.stage, stage.date) for stage in stated(facts(text))] == [("active", "1969")]


def test_the_day_of_the_news_is_no_founding() -> None:
    text = "Leeds received guests from its twin town Dortmund on Friday."
    assert [stage.date for stage in stated(facts(text, "2024-06-04"))] == [None]


def test_a_signature_of_long_ago_is_the_founding_of_a_tie() -> None:
    text = "Leeds and Dortmund signed their twinning agreement in 1969."
    assert [(s.stage, s.date) for s in stated(facts(text, "2024-06-04"))] == [
        ("active", "1969"),
        ("signed", "1969"),
    ]
    assert [(s.stage, s.date) for s in stated(facts(text, "1969-11-02"))] == [("signed", "1969")]


def test_the_last_day_of_a_renewed_tie_is_not_the_day_of_its_renewal() -> None:
    text = "Leeds and Dortmund have renewed their twinning agreement until 31 March 2026."
    assert [(stage.stage, stage.date) for stage in stated(facts(text))] == [("renewed", None)]


def test_what_follows_the_name_of_a_stranger_is_not_told_of_the_pair() -> None:
    text = (
        "Leeds is in talks with Dortmund about a twinning.\n"
        "Another offer came from Lyon.\n"
        "A twinning agreement was signed there in May."
    )
    assert ("Leeds", "Dortmund", "exploring") in told(text)


def test_pairs_are_read_in_turn_from_a_chain_of_links() -> None:
    text = (
        "Pakistan's cities have twin towns abroad. Faisalabad is linked to Manchester and Kobe, "
        "Multan to Rome and Konya. These sister cities keep in touch."
    )
    found = {(a, b) for a, b, _ in told(text)}
    assert ("Faisalabad", "Rome") not in found
    assert ("Multan", "Manchester") not in found


def test_all_names_behind_with_are_partners_of_the_home() -> None:
    text = (
        "Johannesburg has sister cities on three continents. Johannesburg is working on sister city "
        "agreements with Kinshasa, in the Democratic Republic of Congo, with Accra, in Ghana, and with "
        "Matola, in Mozambique."
    )
    found = {frozenset((a, b)) for a, b, _ in told(text)}
    assert found == {frozenset(("Johannesburg", name)) for name in ("Kinshasa", "Accra", "Matola")}


def test_lines_that_join_two_names_by_a_dash_are_pairs() -> None:
    text = (
        "Twinning in County Clare, Ireland\nThe county keeps up these twinning arrangements:\n"
        "• Ennis - Phoenix, Arizona\n• Ennis - Langenfeld, Germany\n• Kilrush - Plouzané, France"
    )
    found = {frozenset((a, b)) for a, b, _ in told(text)}
    assert frozenset(("Ennis", "Langenfeld")) in found
    assert frozenset(("Kilrush", "Langenfeld")) not in found


def test_a_city_is_no_partner_of_its_own_province() -> None:
    text = "Bandung in West Java signed a sister city agreement with Darwin. West Java applauded Bandung."
    assert {frozenset((a, b)) for a, b, _ in told(text)} == {frozenset(("Bandung", "Darwin"))}


def test_the_seat_of_a_consulate_is_a_scene() -> None:
    text = "The consul general in Denpasar spoke of the sister city link between Kupang and Palmerston."
    assert not any("Denpasar" in (a, b) for a, b, _ in told(text))
