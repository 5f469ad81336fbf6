"""The list of articles and the page of one."""

from collections.abc import Callable
from typing import Any


def test_articles_are_listed_newest_first_with_the_number_of_facts(page: Callable[..., Any]) -> None:
    opened = page("/articles")
    headlines = opened.texts("th")[5:]
    assert headlines[:2] == [
        "Denpasar dan Darwin jajaki kota kembar",
        "Bandung and Braunschweig renew old ties",
    ]
    assert opened.texts("td")[:4] == ["–", "21 November 2020", "id", "7"]


def test_an_article_tells_what_is_known_of_it_and_what_is_not(page: Callable[..., Any]) -> None:
    opened = page("/article/aaaaaaaaaaaaaaaa")
    facts = dict(zip(opened.texts("dt"), opened.texts("dd"), strict=False))
    assert facts["Dateline"] == "DENPASAR"
    assert facts["By-line"] == "bs"
    assert facts["Publisher"] == facts["Address"] == "not stated"
    assert facts["Published"] == "21 November 2020"


def test_an_article_shows_all_its_facts_at_their_own_fragments(page: Callable[..., Any]) -> None:
    opened = page("/article/aaaaaaaaaaaaaaaa")
    ids = {attributes["id"] for tag, attributes in opened.tags if tag == "article"}
    assert ids == {"stage-1", "stage-2", "stage-3", "holding-1", "event-1", "quotation-1", "topic-1"}
    assert len(opened.texts("mark")) == 7


def test_an_article_links_to_its_publisher_only_if_the_address_is_one(page: Callable[..., Any]) -> None:
    assert "https://news.example/bandung" in page("/article/bbbbbbbbbbbbbbbb").links
    assert not [link for link in page("/article/cccccccccccccccc").links if "javascript" in link]
