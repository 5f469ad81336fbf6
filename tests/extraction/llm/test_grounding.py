"""What a model says and the article does not is refused, or left out with a warning."""

from typing import Any

import pytest
from tests.extraction.llm.conftest import CEREMONY, EDUCATION, MAYOR, SAID, SIGNED, Ask, changed
from tests.llm_stub import Stub, answer

from cityrel.model import Article

REFUSED = {
    "an invented quote": ("stages", changed(SIGNED, quotes=["Bogor and Kisarazu opened a joint university"])),
    "a quote with a word left out": (
        "stages",
        changed(SIGNED, quotes=["Bogor has signed anything with Fukuoka"]),
    ),
    "no quote": ("stages", changed(SIGNED, quotes=[])),
    "a quote about neither partner": (
        "stages",
        changed(SIGNED, quotes=["Nothing else was decided that day"]),
    ),
    "a place that the text does not name": ("stages", changed(SIGNED, b={"name": "Osaka", "country": "JP"})),
    "a place in another country than it lies in": (
        "stages",
        changed(SIGNED, b={"name": "Kisarazu", "country": "CN"}),
    ),
    "a country as a partner": ("stages", changed(SIGNED, b={"name": "Japan", "country": "JP"})),
    "one place as both partners": ("stages", changed(SIGNED, b={"name": "Bogor", "country": "ID"})),
    "an unknown stage": ("stages", changed(SIGNED, stage="married")),
    "an unknown kind": ("stages", changed(SIGNED, kind="federation")),
    "an unknown key": ("stages", changed(SIGNED, weight=3)),
    "a missing key": ("stages", {key: value for key, value in SIGNED.items() if key != "modality"}),
    "a value of another type": ("stages", changed(SIGNED, a="Bogor")),
    "an item that is no object": ("stages", "Bogor and Kisarazu"),
    "an unknown role": ("holdings", changed(MAYOR, role="king")),
    "a person that the text does not name": ("holdings", changed(MAYOR, person="Ridwan Kamil")),
    "a person elsewhere than in the quotes": (
        "holdings",
        changed(MAYOR, quotes=["The ceremony was held in Bogor"]),
    ),
    "a title that the text does not have": ("holdings", changed(MAYOR, title="Lord Mayor")),
    "a figure as a person": ("holdings", changed(MAYOR, person="2021", quotes=["on 3 May 2021"])),
    "an unknown type of event": ("events", changed(CEREMONY, type="wedding")),
    "words that nobody said": ("quotations", changed(SAID, quotes=["We will send a million students"])),
    "an unknown topic": ("topics", changed(EDUCATION, topic="astrology")),
    "a quote of two letters": ("topics", changed(EDUCATION, quotes=["We"])),
}


@pytest.mark.parametrize(("kind", "item"), REFUSED.values(), ids=REFUSED)
def test_an_item_that_does_not_stand_on_the_text_is_refused_alone(
    stub: Stub, ask: Ask, kind: str, item: Any
) -> None:
    good = {"stages": SIGNED, "holdings": MAYOR, "events": CEREMONY, "quotations": SAID, "topics": EDUCATION}
    stub.will(answer(**{kind: [item, good[kind]]}))
    facts = ask()
    assert len(list(facts.claims())) == 1
    assert len(facts.article.warnings) == 1
    assert facts.article.warnings[0].startswith(f"llm: {kind}: ")
    assert "\n" not in facts.article.warnings[0]


LEFT_OUT = {
    "a date that the text does not tell": ("stages", changed(SIGNED, date="2019-01-01"), "date"),
    "a date that does not exist": ("stages", changed(SIGNED, date="2021-02-30"), "date"),
    "a date in words": ("stages", changed(SIGNED, date="last week"), "date"),
    "an instrument": ("stages", changed(SIGNED, instrument="Treaty"), "instrument"),
    "a kind as written": ("stages", changed(SIGNED, kind_as_written="marriage"), "kind_as_written"),
    "an office's place": ("holdings", changed(MAYOR, of={"name": "Tokyo", "country": "JP"}), "of"),
    "an event's place": ("events", changed(CEREMONY, place={"name": "Tokyo", "country": None}), "place"),
    "a speaker": ("quotations", changed(SAID, speaker="Joko Widodo"), "speaker"),
}


@pytest.mark.parametrize("case", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_an_item_tells_beyond_the_text_is_left_out_and_told(
    stub: Stub, ask: Ask, case: tuple[str, Any, str]
) -> None:
    kind, item, field = case
    stub.will(answer(**{kind: [item]}))
    facts = ask()
    (claim,) = facts.claims()
    assert getattr(claim, field) is None
    assert len(facts.article.warnings) == 1
    assert facts.article.warnings[0].startswith("llm: left out: ")


@pytest.mark.parametrize("date", ["2021-05-03", "2021-05", "2021", "2021-05-04"])
def test_a_date_is_kept_less_precise_than_told_or_as_the_day_of_publication(
    stub: Stub, ask: Ask, date: str
) -> None:
    stub.will(answer(events=[changed(CEREMONY, date=date)]))
    facts = ask()
    assert [event.date for event in facts.events] == [date]
    assert facts.article.warnings == ()


def test_a_name_without_a_known_place_is_counted(stub: Stub, ask: Ask, article: Article) -> None:
    text = "Bogor and Xanaduville signed a sister city agreement in 2021."
    stage = changed(SIGNED, b={"name": "Xanaduville", "country": None}, quotes=[text])
    stub.will(answer(stages=[stage]))
    facts = ask(about=Article("x", text, "en"))
    assert facts.stages == ()
    assert facts.unresolved == ("Xanaduville",)
    assert "Xanaduville" in facts.article.warnings[0]


def test_a_name_that_is_a_person_is_no_place(stub: Stub, ask: Ask) -> None:
    text = "Mayor Bima Arya spoke in Kisarazu, Japan. Kisarazu and Bima signed nothing."
    stage = changed(SIGNED, a={"name": "Bima Arya", "country": "ID"}, quotes=[text[:40]], date=None)
    holder = changed(MAYOR, of=None, quotes=["Mayor Bima Arya spoke"])
    stub.will(answer(stages=[stage], holdings=[holder]))
    assert ask(about=Article("x", text, "en")).stages == ()
