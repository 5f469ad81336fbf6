"""The first page, the search and the example queries."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from cityrel.web.pages import examples


def test_the_first_page_counts_what_there_is(page: Callable[..., Any]) -> None:
    opened = page("/")
    assert dict(zip(opened.texts("dt")[:5], opened.texts("dd")[:5], strict=True)) == {
        "Partnerships": "5",
        "Places": "8",
        "People": "1",
        "Articles": "3",
        "Facts": "11",
    }


def test_the_first_page_shows_the_newest_facts_with_their_articles(page: Callable[..., Any]) -> None:
    items = [text for text in page("/").texts("li") if "Denpasar – Darwin" in text]
    assert len(items) == 1
    assert "exploring 20 November 2020" in items[0]
    assert "Denpasar dan Darwin jajaki kota kembar, 21 November 2020" in items[0]


def test_what_is_planned_is_not_among_the_newest_facts(page: Callable[..., Any]) -> None:
    assert not [text for text in page("/").texts("li") if "Denpasar – Darwin" in text and "signed" in text]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("dar", "/place/2073124"),
        ("VATSKALIS", "/person/kon-vatskalis/2073124"),
        ("tiongkok", "/country/CN"),
        ("bagian  kerja", "/organisation/1645528/bagian-kerjasama"),
    ],
)
def test_search_finds_by_a_part_of_a_name_in_any_language(
    page: Callable[..., Any], words: str, path: str
) -> None:
    assert path in page(f"/search?q={words}").links


@pytest.mark.parametrize("words", ['") } #', "\\", "'", "%00", "𝕏" * 300, "*", "{name}"])
def test_search_takes_any_text_as_text(page: Callable[..., Any], words: str) -> None:
    opened = page("/search", "en") if not words else page(f"/search?q={words.replace('#', '%23')}")
    assert opened.status == 200
    assert "0 found" in opened.text


def test_an_example_has_the_questions_of_its_opening_comment() -> None:
    text = "# Who?\n# Siapa?\n# Counted\n# twice.\nSELECT * {\n  # not this\n}\n"
    example = examples.read("partners", text)
    assert example.questions == {"en": "Who?", "id": "Siapa?"}
    assert example.note == "Counted twice."
    assert example.query.startswith("# Who?\n")


def test_an_example_is_headed_by_the_question_in_the_language_of_the_page(page: Callable[..., Any]) -> None:
    [first, *_] = examples.examples()
    for code in ("en", "id"):
        assert page("/queries", code).texts("h2")[0] == first.questions[code]


def test_every_example_is_shown_and_runs_from_its_link(page: Callable[..., Any], client: FlaskClient) -> None:
    links = [link for link in page("/queries").links if link.startswith("/sparql?")]
    assert len(links) == len(examples.examples())
    for link in links:
        [query] = parse_qs(urlsplit(link).query)["query"]
        answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": "*/*"})
        assert answer.status_code == 200, answer.text
