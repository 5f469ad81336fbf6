"""Which namesake is meant, by the rest of the article, and what is none."""

import pytest

from cityrel.languages import load
from cityrel.model import Span
from cityrel.places import match, resolve


def places(text: str, language: str = "en", *, expected: bool = False) -> list[tuple[str, str, str]]:
    pack = load(language)
    spans = [Span(0, len(text))] if expected else []
    return [
        (m.place.name, m.place.country, m.place.level)
        for m in resolve(text, pack, match(text, pack), (), spans)
        if m.place.level != "country"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Victoria puts its twin on ice. B.C.'s capital decided.", ("Victoria", "CA", "city")),
        ("The city of San Jose, Calif., agreed.", ("San Jose", "US", "city")),
        ("The town of Springfield, MA, agreed.", ("Springfield", "US", "city")),
        ("Westmeath towns want guests, and Athlone leads.", ("Athlone", "IE", "city")),
        ("They met Washington County. Wisconsin is near.", ("Washington", "US", "regency")),
        ("In Chicago, Cook County was the host. The United States is large.", ("Cook", "US", "regency")),
    ],
)
def test_the_divisions_of_the_article_tell_namesakes_apart(text: str, place: tuple[str, str, str]) -> None:
    assert place in places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Newport, Pembrokeshire, is twinned with Plouguin.", ("Newport", "GB", "city")),
        ("St David's in Pembrokeshire is twinned with Orléat.", ("Saint Davids", "GB", "city")),
    ],
)
def test_a_county_tells_where_a_town_lies(text: str, place: tuple[str, str, str]) -> None:
    assert place in places(text)


def test_a_regency_with_the_name_of_a_town_holds_no_other_town() -> None:
    text, pack = "Peserta dari Salatiga, Purbalingga, dan Kendal.", load("id")
    found = resolve(text, pack, match(text, pack), (), [Span(0, len(text))])
    assert len(found) == 3
    assert all(mention.rule != "division-beside" for mention in found)


def test_words_of_twinning_hint_at_british_and_irish_towns() -> None:
    found = places("Cambridge and Heidelberg celebrated fifty years of twinning.", expected=True)
    assert found == [("Cambridge", "GB", "city"), ("Heidelberg", "DE", "city")]


def test_places_found_in_one_country_decide_the_others() -> None:
    text = "From the Municipality of San Juan to Mandaluyong City and the town of Larena, Siquijor"
    assert ("San Juan", "PH", "city") in places(text, expected=True)


def test_a_word_of_the_language_is_a_city_in_a_list_of_cities() -> None:
    assert ("Nice", "FR", "city") in places("It has ties with Munich, Nice and Krakow.")
    assert places("It is a Nice idea.") == []


def test_smaller_towns_count_beside_others_in_a_list() -> None:
    assert ("Cortona", "IT", "city") in places("Two towns with a history, Pisa and Cortona.", expected=True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Coimbra is twinned with Salamanca, Spain.", ("Salamanca", "ES", "city")),
        ("A second tie is that with Bergen, in Germany.", ("Bergen", "DE", "city")),
    ],
)
def test_of_namesakes_in_the_country_told_the_greatest_of_that_whole_name_is_meant(
    text: str, place: tuple[str, str, str]
) -> None:
    assert place in places(text)


def test_a_country_in_brackets_that_has_no_such_place_speaks_against_all_others() -> None:
    found = places("Chartres ends its sister city agreement with León (Peru).", expected=True)
    assert ("León", "PE", "city") in found
    assert all(country in {"FR", "PE"} for _, country, _ in found)


def test_another_spelling_of_a_known_town_is_a_place_where_one_is_expected() -> None:
    assert ("Lárisa", "GR", "city") in places("Larnaca is twinned with Larissa.", expected=True)


def test_the_word_county_before_an_irish_name_makes_it_no_town() -> None:
    assert places("Guests from County Limerick and Co. Mayo came to Ireland.") == [
        ("Limerick", "IE", "regency"),
        ("Mayo", "IE", "regency"),
    ]


def test_the_short_beginning_of_an_unknown_name_is_no_place() -> None:
    found = places("Divača is twinned with San Canzian d'Isonzo, Italy.", expected=True)
    assert "San" not in [name for name, _, _ in found]


def test_a_town_that_opens_a_sentence_counts_beside_another_one() -> None:
    found = places("Darmstadt and Uzhhorod became sister cities in 1998.", expected=True)
    assert [name for name, _, _ in found] == ["Darmstadt", "Uzhhorod"]


def test_the_office_before_a_small_town_makes_it_no_less_likely() -> None:
    text = "The mayor of Khotyn, whose town lies in Ukraine, wrote."
    assert ("Khotyn", "UA", "city") in places(text, expected=True)


@pytest.mark.parametrize(
    "text", ["His wife Mary Ann came to Indonesia", "Councillor Joanna Thornton-Joe spoke"]
)
def test_names_of_persons_are_no_places(text: str) -> None:
    assert places(text, expected=True) == []


def test_a_word_that_only_begins_sentences_needs_a_country() -> None:
    assert places("Tak lama lagi mereka datang.", "id", expected=True) == []


@pytest.mark.parametrize("name", ["Singapore", "Hong Kong", "Macau"])
def test_a_city_that_is_a_country_is_a_city_among_partners(name: str) -> None:
    assert [level for _, _, level in places(f"{name} is a sister city.", expected=True)] == ["city"]
    assert places(f"The ambassador of {name} spoke.", expected=True) == []


def test_a_territory_is_a_province() -> None:
    assert ("American Samoa", "AS", "province") in places("The American Samoa Government")


def test_short_forms_of_states_are_no_places_by_themselves() -> None:
    assert places("The lot in WA is OK for ME.") == []


def test_a_name_longer_than_the_person_in_it_is_a_place() -> None:
    pack, text = load("en"), "They signed with General Santos City in the Philippines."
    masked = [Span(text.index("Santos"), text.index(" City"))]
    found = resolve(text, pack, match(text, pack), masked)
    assert "General Santos" in [mention.place.name for mention in found]


@pytest.mark.parametrize(
    ("name", "language", "place"),
    [
        ("Tiongkok dan Kota Denhaag", "id", ("The Hague", "NL", "city")),
        ("Kairo", "id", ("Cairo", "EG", "city")),
        ("Yerusalem", "id", ("Jerusalem", "IL", "city")),
        ("Sankt Peterburg", "id", ("Saint Petersburg", "RU", "city")),
        ("Jogja", "id", ("Yogyakarta", "ID", "city")),
        ("Kalteng", "id", ("Central Kalimantan", "ID", "province")),
        ("Bupati Kutim", "id", ("East Kutai", "ID", "regency")),
        ("eThekwini", "en", ("Durban", "ZA", "city")),
        ("Tshwane", "en", ("Pretoria", "ZA", "city")),
        ("Calcutta", "en", ("Kolkata", "IN", "city")),
        ("Xi-an", "en", ("Xi'an", "CN", "city")),
        ("New Taipei City", "en", ("New Taipei", "TW", "city")),
    ],
)
def test_other_names_of_a_place_mean_it(name: str, language: str, place: tuple[str, str, str]) -> None:
    assert places(name, language)[-1] == place
