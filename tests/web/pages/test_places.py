"""The pages of cities and countries."""

from collections.abc import Callable
from typing import Any


def test_a_city_shows_its_partners_by_stage(page: Callable[..., Any]) -> None:
    opened = page("/place/1650357")
    assert opened.texts("caption") == ["In force", "Ended"]
    assert [text for text in opened.texts("th") if text.startswith(("Braun", "Spring"))] == [
        "Braunschweig Germany",
        "Springfield United States",
    ]


def test_a_city_shows_who_holds_office_with_the_title_as_written(page: Callable[..., Any]) -> None:
    opened = page("/place/2073124")
    assert "Kon Vatskalis, Walikota" in opened.texts("h3")
    assert "Walikota Darwin Kon Vatskalis" in opened.texts("mark")
    assert "20 November 2020" in opened.texts("dd")


def test_a_city_shows_its_events_with_place_form_and_who_attended(page: Callable[..., Any]) -> None:
    opened = page("/place/1645528")
    assert "Friendship City Session" in opened.texts("h3")
    assert "online" in opened.texts("dd")
    assert "Kon Vatskalis" in opened.texts("dd")
    assert "Bagian Kerjasama" in opened.texts("dd")


def test_a_city_shows_every_fact_with_quote_article_and_date(page: Callable[..., Any]) -> None:
    opened = page("/place/1645528")
    assert {
        "penjajakan dengan Kota Nansha",
        "menjajaki kerja sama sister city dengan Kota Darwin",
        "akan segera direalisasikan",
        "Friendship City Session",
    } <= set(opened.texts("mark"))
    assert opened.text.count("Denpasar dan Darwin jajaki kota kembar, 21 November 2020") == 4


def test_a_stage_without_date_comes_before_the_one_that_it_precedes(page: Callable[..., Any]) -> None:
    marked = page("/place/1645528").texts("mark")
    assert marked.index("penjajakan dengan Kota Nansha") < marked.index(
        "menjajaki kerja sama sister city dengan Kota Darwin"
    )


def test_a_city_links_to_where_else_it_is_described(page: Callable[..., Any]) -> None:
    links = page("/place/1645528").links
    assert {
        "https://sws.geonames.org/1645528/",
        "http://www.wikidata.org/entity/Q11506",
        "/country/ID",
    } <= set(links)


def test_a_country_shows_the_partnerships_of_its_places(page: Callable[..., Any]) -> None:
    opened = page("/country/AU")
    assert opened.texts("h1") == ["Australia"]
    assert "/partnership/1645528-2073124" in opened.links
    assert "/partnership/1650357-2945024" not in opened.links


def test_names_are_in_the_language_of_the_page(page: Callable[..., Any]) -> None:
    assert page("/country/CN", "id").texts("h1") == ["Tiongkok"]
    assert page("/country/CN", "en").texts("h1") == ["China"]
