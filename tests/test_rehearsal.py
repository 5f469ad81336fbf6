"""An example is held against what is found: what it names must be there, and nothing else of its sort."""

from typing import Any

import pytest

from cityrel.languages import load
from cityrel.languages.examples import (
    DateExample,
    EventExample,
    Example,
    HoldingExample,
    QuotationExample,
    TieExample,
)
from cityrel.model import (
    Article,
    Event,
    Facts,
    Holding,
    Modality,
    Organisation,
    Person,
    Place,
    Quotation,
    Stage,
    TopicClaim,
)
from cityrel.rehearsal import differences, verdict

BOGOR = Place("1648473", "Bogor", "city", "ID")
KISARAZU = Place("1859443", "Kisarazu", "city", "JP")
TIE = TieExample("Bogor, ID", "Kisarazu, JP", "signed")


def stage(modality: Modality = "stated", date: str | None = "2016-11-16") -> Stage:
    return Stage(
        a=BOGOR, b=KISARAZU, stage="signed", kind="sister_city", kind_as_written=None, date=date,
        modality=modality, instrument=None, focus=(), agents=(), facilitators=(), event=None, before=None,
        evidence=(),
    )  # fmt: skip


def told(example: dict[str, Any], text: str = "", **facts: Any) -> tuple[str, ...]:
    """Give the differences of an example and facts, on a text."""
    article = Article("test", text, "id", published="2016-11-17")
    return differences(Example("a case", text, **example), Facts(article, **facts), load("id"))


def test_what_an_example_does_not_speak_of_is_not_compared() -> None:
    assert told({}, stages=(stage(),), topics=(TopicClaim("trade", ()),)) == ()


def test_a_tie_holds_in_either_direction() -> None:
    other_way = TieExample("Kisarazu, JP", "Bogor, ID", "signed")
    assert told({"ties": (other_way,)}, stages=(stage(),)) == ()


def test_the_level_of_a_place_counts_where_it_is_given() -> None:
    assert told({"ties": (TieExample("Bogor, ID, city", "Kisarazu, JP", "signed"),)}, stages=(stage(),)) == ()
    regency = TieExample("Bogor, ID, regency", "Kisarazu, JP", "signed")
    assert len(told({"ties": (regency,)}, stages=(stage(),))) == 2


def test_what_is_missed_and_what_is_made_up_are_both_told() -> None:
    (missed,) = told({"ties": (TIE,)})
    assert missed.startswith("tie missed: TieExample(a='Bogor, ID'")
    assert told({"ties": ()}, stages=(stage(),)) == (
        "tie made up: Bogor, ID – Kisarazu, JP: signed, sister_city, 2016-11-16, stated",
    )


@pytest.mark.parametrize(
    ("date", "agree"), [(None, True), ("2016-11-16", True), ("2016", False), ("", False)]
)
def test_a_value_is_compared_where_it_is_given_and_nothing_is_a_value(date: str | None, agree: bool) -> None:
    tie = TieExample("Bogor, ID", "Kisarazu, JP", "signed", date=date)
    assert (told({"ties": (tie,)}, stages=(stage(),)) == ()) is agree


def test_an_empty_value_wants_none() -> None:
    undated = TieExample("Bogor, ID", "Kisarazu, JP", "signed", date="")
    assert told({"ties": (undated,)}, stages=(stage(date=None),)) == ()


def test_a_plan_beside_what_is_stated_does_no_harm_unless_it_is_stated() -> None:
    assert told({"ties": (TIE,)}, stages=(stage(), stage("planned"))) == ()
    assert len(told({"ties": (TIE,)}, stages=(stage(), stage()))) == 1
    assert len(told({"ties": (TIE,)}, stages=(stage("planned"),))) == 1


def test_holdings_are_compared_by_person_role_office_and_qualifier() -> None:
    person, body = Person("Bima Arya"), Organisation("Pemkot Bogor")
    holding = Holding(person, "Wali Kota", "mayor", body, None, None, ())
    right = HoldingExample("Bima Arya", "mayor", of="Pemkot Bogor", qualifier="", title="Wali Kota")
    assert told({"holdings": (right,)}, holdings=(holding,)) == ()
    for wrong in (
        HoldingExample("Bima", "mayor"),
        HoldingExample("Bima Arya", "regent"),
        HoldingExample("Bima Arya", "mayor", of=""),
        HoldingExample("Bima Arya", "mayor", qualifier="former"),
        HoldingExample("Bima Arya", "mayor", title="Bupati"),
    ):
        missed, made_up = told({"holdings": (wrong,)}, holdings=(holding,))
        assert missed.startswith("holding missed")
        assert made_up == "holding made up: Bima Arya:  mayor, Pemkot Bogor, Wali Kota"


def test_events_are_compared_by_type_day_place_distance_and_modality() -> None:
    event = Event("visit", None, "2016-11-16", BOGOR, False, (), (), ())
    right = EventExample("visit", date="2016-11-16", place="Bogor", virtual=False, modality="stated")
    assert told({"events": (right,)}, events=(event,)) == ()
    for wrong in (
        EventExample("signing"),
        EventExample("visit", place=""),
        EventExample("visit", virtual=True),
        EventExample("visit", modality="planned"),
    ):
        missed, made_up = told({"events": (wrong,)}, events=(event,))
        assert missed.startswith("event missed")
        assert made_up == "event made up: visit, 2016-11-16, Bogor, virtual: False, stated"


def test_quotations_are_compared_by_some_of_their_words() -> None:
    quotation = Quotation(None, "Kami senang sekali,", True, "stated", ())
    assert told({"quotations": (QuotationExample("senang", speaker=""),)}, quotations=(quotation,)) == ()
    for wrong in (
        QuotationExample("sedih"),
        QuotationExample("senang", speaker="A"),
        QuotationExample("senang", direct=False),
    ):
        missed, made_up = told({"quotations": (wrong,)}, quotations=(quotation,))
        assert missed.startswith("quotation missed")
        assert made_up.startswith("quotation made up: None: 'Kami senang sekali,'")


def test_dates_are_those_of_the_text() -> None:
    text = "Piagam itu diteken Rabu (16/11/2016)."
    assert told({"dates": (DateExample("Rabu (16/11/2016)", "2016-11-16", end=""),)}, text) == ()
    assert len(told({"dates": ()}, text)) == 1


def test_topics_are_a_set() -> None:
    found = (TopicClaim("trade", ()), TopicClaim("trade", ()), TopicClaim("sports", ()))
    assert told({"topics": ("sports", "trade")}, topics=found) == ()
    assert told({"topics": ("health", "trade")}, topics=found) == (
        "topic missed: health",
        "topic made up: sports",
    )


def test_a_mark_must_be_true() -> None:
    marked, plain = Example("a", "b", fails=True), Example("a", "b")
    assert verdict(plain, ()) is None
    assert verdict(plain, ("x", "y")) == "x; y"
    assert verdict(marked, ("x",)) is None
    assert verdict(marked, ()) == "is understood now: take “fails” away"
