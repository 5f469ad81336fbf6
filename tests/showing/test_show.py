"""What a person sees of an article: mentions marked, facts with what they rest on, nothing that harms."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from cityrel import pipeline
from cityrel.model import (
    Article,
    Evidence,
    Explanation,
    Facts,
    Organisation,
    Quotation,
    Span,
    Stage,
    TopicClaim,
)
from cityrel.showing import show
from cityrel.showing.marking import STYLES, marked
from cityrel.showing.mentions import Mention, mentions
from cityrel.showing.safe import in_line, safe

TEXT = (
    "BOGOR – Wali Kota Bogor Bima Arya menandatangani nota kesepahaman sister city dengan Kisarazu, Jepang, "
    "Rabu (16/11/2016). Ketua DPRD Kota Bogor Untung Maryono hadir."
)


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Give what is found in a text."""
    return pipeline.extract_text(TEXT, "id", "2016-11-17")


def shown(
    facts: Facts,
    *explanations: Explanation,
    width: int = 100,
    terminal: bool = False,
    no_color: bool = False,
) -> str:
    """Give what is printed, on a terminal with its escape sequences."""
    output = io.StringIO()
    console = Console(
        file=output,
        width=width,
        force_terminal=terminal,
        no_color=no_color,
        color_system="standard" if terminal else None,
        legacy_windows=False,
    )
    show(facts, console, explanations)
    return output.getvalue()


def seen(text: str) -> str:
    """Leave out what colours a text."""
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_every_sort_of_mention_is_bracketed_where_there_are_no_colours(facts: Facts) -> None:
    text = shown(facts)
    for mark in (
        "[title: Wali Kota] [place: Bogor] [person: Bima Arya]",
        "[stage: menandatangani]",
        "[kind: sister city] dengan [place: Kisarazu]",
        "[date: Rabu (16/11/2016)]",
    ):
        assert mark in text
    assert "\x1b" not in text


def test_a_tie_is_explained_once_and_only_on_request(facts: Facts) -> None:
    twice = replace(facts, stages=(facts.stages[0], facts.stages[0]))
    assert "why partners" not in shown(twice)
    text = shown(twice, *pipeline.explain(facts.article))
    assert text.count("why partners: probability ") == 1
    assert text.index("Kisarazu (JP): signed") < text.index("why partners") < text.index("why signed rather")


def test_organisations_are_marked(facts: Facts) -> None:
    dprd = Organisation("DPRD Kota Bogor")
    held = replace(facts, holdings=(), stages=(replace(facts.stages[0], agents=(dprd,)),))
    assert "[organisation: DPRD Kota Bogor]" in shown(held)


def test_mentions_are_in_colour_on_a_terminal(facts: Facts) -> None:
    text = shown(facts, terminal=True)
    assert "\x1b[1;32mKisarazu\x1b[0m" in text
    assert "\x1b[1;36mBima Arya\x1b[0m" in text
    assert "[place:" not in text
    assert all(sort in seen(text).splitlines()[1] for sort in STYLES)


def test_a_terminal_without_colours_has_brackets(facts: Facts) -> None:
    text = shown(facts, terminal=True, no_color=True)
    assert "[place: Kisarazu]" in seen(text)
    assert set(re.findall(r"\x1b\[([\d;]*)m", text)) <= {"0", "1", "2", "1;4"}


def test_the_setting_against_colours_is_heeded(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = io.StringIO()
    show(facts, Console(file=output, width=200, force_terminal=True, color_system="standard"))
    assert "[place: Kisarazu]" in seen(output.getvalue())


def test_a_fact_says_what_it_rests_on(facts: Facts) -> None:
    lines = shown(facts).splitlines()
    tie = next(n for n, line in enumerate(lines) if line.startswith("  Bogor (ID) – Kisarazu (JP): signed"))
    assert "sister city, 2016-11-16, stated" in lines[tie]
    (piece,) = facts.stages[0].evidence[:1]
    assert lines[tie + 1].startswith(f"    {piece.rule} {piece.confidence:.2f} [{piece.start}:{piece.end}] “")
    assert piece.quote in lines[tie + 1]


def test_facts_stand_in_groups_of_which_none_is_empty(facts: Facts) -> None:
    quotation = Quotation(None, "a", True, "hoped", ())
    everything = replace(facts, quotations=(quotation,), topics=(TopicClaim("creative_economy", ()),))
    lines = shown(everything).splitlines()
    headings = [
        line for line in lines if line in ("Ties", "Office holders", "Events", "Quotations", "Topics")
    ]
    assert headings == ["Ties", "Office holders", "Events", "Quotations", "Topics"]
    assert "  speaker not stated (direct, hoped)  0.00" in lines
    assert "  creative economy  0.00" in lines
    assert "Topics" not in shown(replace(facts, topics=())).splitlines()


def test_a_narrow_terminal_breaks_lines_between_words(facts: Facts) -> None:
    lines = seen(shown(facts, width=30, terminal=True)).splitlines()
    assert max(len(line) for line in lines) <= 30
    assert " ".join(TEXT.split()) in " ".join(" ".join(lines).split())


def test_a_file_gets_every_line_whole(facts: Facts) -> None:
    marks = re.compile(rf"\[(?:{'|'.join(STYLES)}): ")
    plain = marks.sub("", shown(facts, width=30)).replace("]", "")
    assert TEXT in plain


HOSTILE = "Bogor\x1b[2J\x07\x9b1m dan \u202eKisarazu\u2066\u200f\r\x00 [bold]x[/bold] :smile: Jepang"


def hostile_facts() -> Facts:
    """Give facts of which every part that a source can choose is hostile."""
    article = Article(f"{HOSTILE}.txt", HOSTILE, "id")
    quote = Evidence(0, len(HOSTILE), HOSTILE, HOSTILE, HOSTILE, HOSTILE, 0.5)
    return Facts(article, quotations=(Quotation(None, HOSTILE, True, "stated", (quote,)),))


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_in_an_article_is_obeyed_by_a_terminal(terminal: bool) -> None:
    text = seen(shown(hostile_facts(), width=400, terminal=terminal))
    assert set(unsafe(text)) == set()
    assert "Bogor\\x1b[2J\\x07\\x9b1m" in text
    assert "\\u202e" in text
    assert "\\u2066\\u200f" in text
    assert "\\x00 [bold]x[/bold] :smile:" in text


def unsafe(text: str) -> Iterator[str]:
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character not in "\n\u200c\u200d":
            yield character


@given(st.text())
def test_of_any_text_only_what_can_be_seen_is_shown(text: str) -> None:
    assert set(unsafe(safe(text))) == set()
    assert "\n" not in in_line(text)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["id", "en", "und"]), st.integers(1, 50), st.booleans())
def test_any_text_can_be_shown(text: str, language: str, width: int, terminal: bool) -> None:
    article = Article(text or "x", f"Bogor {text} Kisarazu", language)
    assert set(unsafe(seen(shown(Facts(article), width=width, terminal=terminal)))) == set()


@pytest.mark.parametrize("colours", [True, False])
def test_a_text_is_all_there_with_its_marks(colours: bool) -> None:
    text = marked("Bogor dan Kisarazu", [Mention(Span(0, 5), "place")], colours=colours)
    assert text.plain == ("Bogor dan Kisarazu" if colours else "[place: Bogor] dan Kisarazu")


def test_mentions_are_in_order_and_do_not_overlap(facts: Facts) -> None:
    found = mentions(facts)
    assert len(found) > 5
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


def test_a_person_is_not_marked_as_the_place_of_that_name(facts: Facts) -> None:
    sorts = {TEXT[m.span.start : m.span.end]: m.sort for m in mentions(facts)}
    assert sorts["Bima Arya"] == "person"
    assert "Bima" not in sorts


def test_words_for_stages_are_marked_where_a_stage_is_told() -> None:
    text = "Bogor dan Kisarazu menandatangani MoU kota kembar. Presiden meresmikan jembatan di Medan."
    facts = pipeline.extract_text(text, "id")
    marked_stages = [text[m.span.start : m.span.end] for m in mentions(facts) if m.sort == "stage"]
    assert marked_stages == ["menandatangani"]


def test_an_article_in_a_language_without_a_pack_is_shown_without_marks() -> None:
    article = Article("a.txt", "Bogor und Kisarazu", "xx")
    assert "Bogor und Kisarazu" in shown(Facts(article))


def test_a_stage_tells_instrument_and_fields(facts: Facts) -> None:
    stage: Stage = replace(facts.stages[0], instrument="MoU", modality="planned", date=None)
    assert "date not stated, planned, MoU" in shown(replace(facts, stages=(stage,)))
