"""Whatever the text, extraction ends, its work grows no faster than the text, and its quotes are right."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.extraction import extract
from cityrel.model import Article, Facts

LANGUAGES = ("id", "en")
ODD = (
    "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0301", "\0", "\ud800", "\uffff",
    "\U0001f600", "<div class='x'>", "</p>", "&nbsp;", "&#x27;", "{{", "%s", "\\", "«", "»", "„", "“",
    "”", "‘", "’", "\"", "(", ")", "[", "]", "/", "-", "–", "—", ".", "..", "…", ",", ";", ":", "!",
    "?", "\n", "\t", "\u00a0", "\u2028", "東京", "서울", "القدس", "ירושלים", "Пекин", "ไทย", "ß", "İ", "ﬁ",
    "Ǆ", "1", "٣", "Ⅻ", "½",
)  # fmt: skip
WORDS = (
    "Wali Kota", "Kota", "Pemkot", "Dinas", "DPRD", "H.", "Dr.", "S.H.", "Budi", "Santoso", "A.",
    "sister city", "kerja sama", "dengan", "dan", "antara", "kedua kota", "MoU", "akan", "belum",
    "tidak", "menandatangani", "mengakhiri", "ujar", "bahwa", "di", "pada", "sejak", "20 Mei 2020",
    "(20/5)", "kemarin", "Surabaya", "Busan", "Fukuoka", "Jepang", "Jawa Timur", "Chengdu (2002)",
    "KJRI", "Festival", "Mayor of", "Lord Mayor", "Liverpool", "Perth", "signed", "agreement", "with",
    "and", "the", "respectively", "twin towns", "said", "last Friday", "in 1994", "Mrs",
    "City Council", "not", "will", "both cities",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(ODD) | st.sampled_from(WORDS) | st.text(max_size=6), max_size=80)
GLUES = st.sampled_from(["", " ", "\n", ", "])


def facts(text: str, language: str) -> Facts:
    return extract(Article("test", text, language, published="2025-04-23"))


def assert_quotes_match(text: str, found: Facts) -> None:
    for claim in found.claims():
        for piece in claim.evidence:
            assert text[piece.start : piece.end] == piece.quote
            assert text[: piece.start].endswith(piece.prefix)
            assert text[piece.end :].startswith(piece.suffix)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=200)
@given(pieces=TEXTS, glue=GLUES)
def test_no_odd_text_makes_extraction_fail_or_misquote(language: str, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    assert_quotes_match(text, facts(text, language))


STORY = {
    "id": "Wali Kota Surabaya menandatangani MoU sister city dengan Kota Busan, Selasa (22/4).",
    "en": "On Friday the mayor of Liverpool signed a sister city agreement with Busan, the council said.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_odd_characters_anywhere_in_a_story_shift_no_quote(language: str, data: st.DataObject) -> None:
    text = STORY[language]
    for piece in data.draw(st.lists(st.sampled_from(ODD), max_size=12)):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    assert_quotes_match(text, facts(text, language))


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the calls of functions, in Python and in C: the same on every machine, whatever else it does."""
    calls = [0]

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def work(text: str, language: str) -> int:
    with counted() as calls:
        facts(text, language)
    return calls[0]


REPEATED = (
    "x", "A", "Abcd ", "ABC ", "\u200bKota\u200b ", "\u202eKota ", "\n", "Kota\n", "(", "(a ", "[({",
    ".", "- ", "<div class='x'>&nbsp;</div>", "&amp;", "a\u0301", "\0", "\ud800", "東京", "\U0001f600",
    "a-", "/", "1 ", "Surabaya ", "Surabaya, Malang, Fukuoka, Busan, ", "Kota Surabaya ",
    "Provinsi Jawa Timur ", "Jepang ", "Wali Kota ", "Wali Kota Surabaya Budi Santoso ",
    "Ketua DPRD Wakil Wali Kota ", "S.H., M.Si., ", "H. Dr. ", "“", "“kata” ",
    "\"Kota kita,\" ujar Budi. ", "\"", "ujar bahwa ", "20 Mei 2020 ", "(20/5) ", "Jumat ", "2020 ",
    "sister city ", "MoU ", "menandatangani ", "kedua kota ", "Dinas Pendidikan Kota Surabaya ",
    "Festival dibuka ", "Mayor of Liverpool Joanne Anderson and ", "\"We are happy,\" she said. ",
    "twin towns ", "respectively ",
)  # fmt: skip
SMALL = 6_000
GROWTH = 3
"""Texts of one and of three times that length; work that grows with their square takes nine times as long."""
FAIR = 1.6
"""How much more than threefold the work may grow, for what is done once for each new thing."""


@pytest.mark.parametrize("piece", [*REPEATED, f"{STORY['id']} "])
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    facts(piece * 50, "id")  # what is made once
    small = work(piece * (SMALL // len(piece)), "id")
    large = work(piece * (GROWTH * SMALL // len(piece)), "id")
    assert large <= FAIR * GROWTH * small


@pytest.mark.parametrize(
    "piece",
    [
        "Leeds is twinned with Dortmund. The two cities met. That city smiled.\n",
        "Leeds has a twin, its namesake in Malta. ",
        "Kathmandu Metropolitan City (KMC) met. KMC smiled. ",
        "Bandung in West Java is linked to Leeds in England, Semarang to Rome. ",
        "Twin towns:\n• Leeds - Dortmund, Germany\n",
    ],
)
def test_work_on_english_pairs_grows_no_faster_than_the_text(piece: str) -> None:
    facts(piece * 50, "en")
    small = work(piece * (SMALL // len(piece)), "en")
    assert work(piece * (GROWTH * SMALL // len(piece)), "en") <= FAIR * GROWTH * small


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "\n" * 1_000_000,
        "A" * 100_000,
        "( " * 40_000,
        "[(“{" * 20_000,
        "\u200b\u202e" * 100_000,
        "Surabaya " * 10_000,
        "Wali Kota " * 5_000,
        "“kata” " * 10_000,
        "20 Mei 2020 " * 5_000,
    ],
    ids=lambda text: f"{text[:9]!r}x{len(text)}",
)
def test_a_monstrous_text_is_done_with_and_states_no_tie(language: str, text: str) -> None:
    assert facts(text, language).stages == ()
