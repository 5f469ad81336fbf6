"""What is said is told apart from what is written, with its speaker where the text names one."""

import pytest

from cityrel.extraction.document import Document
from cityrel.extraction.quotations import Named, quotations
from cityrel.languages import load
from cityrel.model import Article, Person, Quotation, Span


def said(text: str, *names: str, language: str = "id") -> tuple[Quotation, ...]:
    """Give the quotations of a text in which persons are named."""
    people = [
        Named(Span(start, start + len(name)), Person(name))
        for name in names
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    document = Document(Article("test", text, language), load(language))
    return quotations(document, sorted(people, key=lambda named: named.span.start))


def test_direct_speech_belongs_to_the_person_after_the_verb() -> None:
    (quotation,) = said("“Kami senang bisa bekerja sama,” ujar Rina Wati.", "Rina Wati")
    assert quotation.direct
    assert quotation.text == "Kami senang bisa bekerja sama,"
    assert quotation.speaker == Person("Rina Wati")


def test_a_pronoun_means_the_speaker_before() -> None:
    text = (
        "Rina Wati mengatakan bahwa kedua kota akan bertemu lagi.\n“Kami senang bisa bekerja sama,” paparnya."
    )
    reported, direct = said(text, "Rina Wati")
    assert not reported.direct
    assert reported.text == "kedua kota akan bertemu lagi"
    assert direct.speaker == reported.speaker == Person("Rina Wati")


def test_a_wrong_opening_mark_still_opens_a_quotation() -> None:
    (quotation,) = said("”Semoga kerja sama ini terlaksana,” tutup Rina Wati.", "Rina Wati")
    assert quotation.text.startswith("Semoga")


def test_a_hope_is_marked_as_hoped() -> None:
    (quotation,) = said("“Semoga kerja sama ini terlaksana,” tutup Rina Wati.", "Rina Wati")
    assert quotation.modality == "hoped"


def test_without_a_verb_of_saying_the_speaker_stays_open() -> None:
    (quotation,) = said("Rina Wati datang. “Kami senang bisa bekerja sama selalu.”", "Rina Wati")
    assert quotation.speaker is None


@pytest.mark.parametrize("text", ["Program “sister city” dibahas.", "Ia menyebut “kota kembar” itu penting."])
def test_a_term_in_quotation_marks_is_no_quotation(text: str) -> None:
    assert said(text) == ()


def test_english_said_that_reports() -> None:
    (quotation,) = said("Jane Roe said that the two cities will meet again.", "Jane Roe", language="en")
    assert (quotation.direct, quotation.text) == (False, "the two cities will meet again")


@pytest.mark.parametrize(
    ("text", "clause", "language"),
    [
        ("According to Jane Roe, the two cities will meet again.", "the two cities will meet again", "en"),
        ("The two cities will meet again, according to Jane Roe.", "The two cities will meet again", "en"),
        ("The two cities will meet again, said Mayor Jane Roe.", "The two cities will meet again", "en"),
        ("The two cities will meet again, Jane Roe added.", "The two cities will meet again", "en"),
        ("Menurut Jane Roe, kedua kota akan bertemu lagi.", "kedua kota akan bertemu lagi", "id"),
        ("Kedua kota akan bertemu lagi, kata Wali Kota Jane Roe.", "Kedua kota akan bertemu lagi", "id"),
    ],
)
def test_what_is_told_without_that_is_reported_too(text: str, clause: str, language: str) -> None:
    (quotation,) = said(text, "Jane Roe", language=language)
    assert (quotation.direct, quotation.text, quotation.speaker) == (False, clause, Person("Jane Roe"))


@pytest.mark.parametrize(
    "text",
    ["Jane Roe said nothing to the press.", "According to the plan, Jane Roe will go to Perth next May."],
)
def test_a_sentence_that_reports_nobody_is_no_quotation(text: str) -> None:
    assert [quotation.speaker for quotation in said(text, "Jane Roe", language="en")] in ([], [None])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jane Roe met the press. “We are glad to work with Perth again,” she said.", "en"),
        ("Jane Roe menemui wartawan. “Kami senang bisa bekerja sama,” ujarnya.", "id"),
    ],
)
def test_a_pronoun_without_a_speaker_before_means_the_person_named_last(text: str, language: str) -> None:
    (quotation,) = said(text, "Jane Roe", language=language)
    assert quotation.speaker == Person("Jane Roe")


def test_what_is_reported_may_follow_the_verb_at_once() -> None:
    (quotation,) = said("Jane Roe said the agreement had worked very well.", "Jane Roe", language="en")
    assert quotation.text == "the agreement had worked very well"
    assert not quotation.direct
    assert quotation.speaker == Person("Jane Roe")
    (reported,) = said("Rina Wati mengatakan kerja sama itu berjalan baik.", "Rina Wati")
    assert reported.text == "kerja sama itu berjalan baik"


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe stressed the importance of the old agreement.",
        "Jane Roe, the mayor, said goodbye to the guests from Dortmund.",
        "Jane Roe said in the council on Monday evening.",
        "Jane Roe told the council about the trip to Dortmund.",
    ],
)
def test_what_only_names_a_thing_is_not_reported_speech(text: str) -> None:
    assert said(text, "Jane Roe", language="en") == ()


def test_a_denial_is_marked_as_denied() -> None:
    (denied,) = said("“We have never signed this agreement,” said Jane Roe.", "Jane Roe", language="en")
    assert denied.modality == "denied"
    (both,) = said(
        "“We have never signed it, but the twinning was renewed,” said Jane Roe.", "Jane Roe", language="en"
    )
    assert both.modality == "stated"
