"""Literals and links from text that may hold anything."""

import pytest
from rdflib import URIRef

from cityrel.graph import literals
from cityrel.vocabulary import XSD


@pytest.mark.parametrize(
    ("iso", "lexical", "kind"),
    [
        ("2020-11-20", "2020-11-20", XSD.date),
        ("2020-11", "2020-11", XSD.gYearMonth),
        ("2020", "2020", XSD.gYear),
        ("2020-11-20T09:30:00+08:00", "2020-11-20", XSD.date),
    ],
)
def test_a_date_is_as_precise_as_stated(iso: str, lexical: str, kind: URIRef) -> None:
    date = literals.moment(iso)
    assert date is not None
    assert (str(date), date.datatype) == (lexical, kind)


@pytest.mark.parametrize(
    "text", ["2021-02-29", "2020-13", "0000", "20", "20-11", "20201120", "2020-W01-1", "kemarin"]
)
def test_what_is_no_date_of_the_calendar_stays_plain_text(text: str) -> None:
    date = literals.moment(text)
    assert date is not None
    assert (str(date), date.datatype) == (text, None)


@pytest.mark.parametrize(
    ("number", "lexical"),
    [(0.9, "0.9"), (1, "1.0"), (-8.65, "-8.65"), (1e-05, "0.00001"), (1e20, "1" + "0" * 20)],
)
def test_a_decimal_has_no_exponent(number: float, lexical: str) -> None:
    assert str(literals.decimal(number)) == lexical


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf"), None])
def test_what_is_no_number_states_nothing(number: float | None) -> None:
    assert literals.decimal(number) is None


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("id", "id"),
        ("zh-Hant", "zh-hant"),
        ("und", None),
        ("", None),
        ("x", None),
        ("aa-0", None),
        ("en-gb-gb", None),
        ("sr-Latn-RS", "sr-latn-rs"),
        ("id en", None),
        ("é", None),
    ],
)
def test_words_are_tagged_where_the_language_is_known(language: str, tag: str | None) -> None:
    assert literals.language_tag(language) == tag


@pytest.mark.parametrize("unfit", ["\0", "\x08", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_rdf_xml_cannot_hold_is_replaced_and_offsets_stay(unfit: str) -> None:
    assert literals.clean(f"a{unfit}b") == "a\ufffdb"


def test_line_breaks_tabs_and_all_scripts_stay() -> None:
    text = "a\tb\nc\rd 姉妹都市 \U0001f91d"
    assert literals.clean(text) == text


@pytest.mark.parametrize("make", [literals.plain, lambda text: literals.words(text, "id")])
@pytest.mark.parametrize("nothing", ["", None])
def test_an_empty_text_states_nothing(make: type, nothing: str | None) -> None:
    assert make(nothing) is None


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        ("  http://news.example/a  ", "http://news.example/a"),
        ("https://news.example/dua kota", "https://news.example/dua%20kota"),
        ('https://news.example/"><script>', "https://news.example/%22%3E%3Cscript%3E"),
        ("https://news.example/50%", "https://news.example/50%25"),
        ("https://news.example/%7Ea", "https://news.example/%7Ea"),
        ("https://news.example/姉妹", "https://news.example/姉妹"),
        ("HTTPS://news.example/a", "HTTPS://news.example/a"),
    ],
)
def test_a_web_address_becomes_an_iri(address: str, iri: str) -> None:
    assert literals.web_address(address) == URIRef(iri)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://news.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "//news.example/a",
        "news.example",
        "http://",
        "https://[::1",
        "https://news.example/\ud800",
        "",
        None,
    ],
)
def test_anything_else_is_no_link(address: str | None) -> None:
    assert literals.web_address(address) is None
