"""Web pages: golden folders hold a page and the article that is in it."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.errors import ReadError
from cityrel.reading.html import read_html

GOLDEN = Path(__file__).parent / "golden"
PARAGRAPH = "<p>Wali kota kedua daerah sepakat bertukar pelajar mulai tahun depan.</p>"


@pytest.mark.parametrize("case", sorted(GOLDEN.iterdir()), ids=lambda case: case.name)
def test_a_page_gives_its_article(case: Path) -> None:
    expected = json.loads((case / "article.json").read_text(encoding="utf-8"))
    article = asdict(read_html("page.html", (case / "page.html").read_bytes()))
    article |= {"text": article["text"].split("\n"), "warnings": list(article["warnings"])}
    assert article == {"source": "page.html", **expected}


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">'],
)
def test_the_encoding_is_the_one_that_the_page_declares(declaration: str) -> None:
    text = "Города подписали соглашение о дружбе и сотрудничестве."
    page = f"<html><head>{declaration}</head><body><p>{text}</p></body></html>"
    article = read_html("page.html", page.encode("cp1251"))
    assert (article.text, article.language, article.warnings) == (text, "ru", ())


def test_a_piece_of_a_page_is_read_too() -> None:
    assert read_html("page.html", PARAGRAPH.encode()).text == PARAGRAPH[3:-4]


def test_a_date_that_the_page_does_not_state_as_its_own_is_not_taken() -> None:
    page = f"<html><body>{PARAGRAPH}<p>Rapat diadakan 3 Mei 2019.</p><footer>© 2016</footer></body></html>"
    assert read_html("page.html", page.encode()).published is None


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><script>var a;</script></body></html>"])
def test_a_page_without_text_is_reported(page: bytes) -> None:
    with pytest.raises(ReadError, match=r"page\.html: there is no text in this page"):
        read_html("page.html", page)


TAGS = [
    "<p>",
    "</p>",
    "<html",
    ">",
    "<table>",
    "<td",
    "</",
    "<!--",
    "<![CDATA[",
    "&#0;",
    "teks",
    "<meta charset=x>",
    "\0",
]


def outcome(page: bytes) -> str:
    """Give the text of a page, or the reason why there is none."""
    try:
        return read_html("page.html", page).text
    except ReadError as error:
        return error.reason


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(TAGS), max_size=20).map("".join) | st.text(max_size=80))
def test_any_page_gives_a_text_or_a_reason(page: str) -> None:
    assert outcome(page.encode("utf-8", "surrogatepass"))
