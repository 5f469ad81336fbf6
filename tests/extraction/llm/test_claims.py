"""Whatever a model answers, what is taken of it stands on the text and can be stored."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extraction.llm.conftest import MAYOR, SIGNED, TEXT

from cityrel import graph, validation
from cityrel.extraction.llm.answers import parse
from cityrel.extraction.llm.claims import Reader
from cityrel.extraction.llm.combining import once
from cityrel.extraction.llm.ground import Ground
from cityrel.extraction.llm.proof import CONFIDENCE
from cityrel.extraction.llm.schema import schema
from cityrel.model import Article, Organisation

HOSTILE = TEXT + "<b>Kota Bogor</b> 123 \u0000\u202e \ud800 Mr. Dr. Prof. Ir. \n" + "long " * 150
PIECES = st.sampled_from(
    [
        *(
            "Bogor",
            "Kisarazu",
            "Japan",
            "Fukuoka",
            "Moscow",
            "Dr.",
            "Dr. Bima Arya",
            "Mayor",
            "2021",
            "3 May 2021",
        ),
        *(
            "<b>Kota Bogor</b>",
            "\u0000",
            "\ud800",
            "long " * 150,
            "Bogor Mayor",
            "Prof. Ir.",
            "",
            " ",
            "—",
            "“",
        ),
        *TEXT.splitlines(),
    ]
)

PLACES = st.sampled_from(
    [
        {"name": "Bogor", "country": "ID"},
        {"name": "Kisarazu", "country": "JP"},
        {"name": "Fukuoka", "country": None},
        {"name": "Kota Bogor", "country": "ID"},
        {"name": "Japan", "country": "JP"},
    ]
)


def values(form: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give values that a part of the schema accepts, with words that are often those of the article."""
    match form:
        case {"$ref": "#/$defs/place"}:
            return PLACES | _by_type(schema()["$defs"]["place"])
        case {"$ref": reference}:
            return values(schema()["$defs"][reference.rpartition("/")[2]])
        case {"anyOf": forms}:
            return st.one_of(*map(values, forms))
        case {"enum": keys}:
            return st.sampled_from(keys)
    return _by_type(form)


def _by_type(form: dict[str, Any]) -> st.SearchStrategy[Any]:
    match form["type"]:
        case "object":
            return st.fixed_dictionaries({key: values(part) for key, part in form["properties"].items()})
        case "array":
            return st.lists(values(form["items"]), max_size=4)
        case other:
            return {"boolean": st.booleans(), "null": st.none()}.get(other, PIECES | st.text(max_size=12))


@settings(deadline=None, max_examples=120)
@given(answer=values(dict(schema())))
def test_whatever_is_answered_is_refused_or_stands_on_the_text_and_conforms(answer: Any) -> None:
    ground = Ground(Article("test", HOSTILE, "en", published="2021-05-04"), ())
    facts = once(Reader(ground, "llm:stub").facts(parse(json.dumps(answer))))
    for claim in facts.claims():
        assert claim.evidence
        for piece in claim.evidence:
            assert piece.quote
            assert HOSTILE[piece.start : piece.end] == piece.quote
    report = validation.validate(graph.build(facts))
    assert report.conforms, report.text()


def facts(text: str, language: str = "en", **lists: Any) -> Any:
    """Give the facts of an answer about a text."""
    reader = Reader(Ground(Article("test", text, language), ()), "llm:stub")
    empty: dict[str, Any] = {name: [] for name in schema()["properties"]}
    return reader.facts(parse(json.dumps({**empty, **lists})))


def test_an_office_is_that_of_the_place_or_of_the_body_named_after_it() -> None:
    text = "Budi Santoso, Kepala Dinas Pariwisata Kota Bogor, dan Siti Aminah, Wali Kota Bogor, hadir."
    head = {
        **MAYOR,
        "person": "Budi Santoso",
        "title": "Kepala Dinas Pariwisata",
        "role": "head_of_department",
        "of": {"name": "Dinas Pariwisata Kota Bogor", "country": "ID"},
        "quotes": ["Budi Santoso, Kepala Dinas Pariwisata Kota Bogor"],
    }
    mayor = {
        **MAYOR,
        "person": "Siti Aminah",
        "title": "Wali Kota",
        "quotes": ["Siti Aminah, Wali Kota Bogor"],
    }
    one, other = facts(text, "id", holdings=[head, mayor]).holdings
    assert one.of == Organisation("Dinas Pariwisata Kota Bogor", other.of)
    assert (other.of.name, other.of.country) == ("Bogor", "ID")


def test_honorifics_are_no_part_of_a_name() -> None:
    text = "Wali Kota Bogor Dr. H. Budi Santoso hadir."
    item = {**MAYOR, "person": "Dr. H. Budi Santoso", "title": "Wali Kota", "quotes": [text]}
    (holding,) = facts(text, "id", holdings=[item]).holdings
    assert holding.person.name == "Budi Santoso"


def test_a_person_of_two_offices_has_the_home_of_the_first_that_is_told() -> None:
    text = "Budi Santoso, chairman, is the mayor of Bogor, Indonesia."
    chair = {
        **MAYOR,
        "person": "Budi Santoso",
        "title": "chairman",
        "role": "chair",
        "of": None,
        "quotes": [text],
    }
    mayor = {**MAYOR, "person": "Budi Santoso", "title": "mayor", "quotes": [text]}
    holdings = facts(text, holdings=[chair, mayor]).holdings
    assert len({holding.person for holding in holdings}) == 1
    assert holdings[0].person.home == holdings[1].of


def test_a_place_that_only_its_country_tells_lowers_the_confidence() -> None:
    text = "Bogor et Higashikawa ont signé un accord."
    item = {**SIGNED, "b": {"name": "Higashikawa", "country": "JP"}, "date": None, "quotes": [text]}
    told = facts(text, "fr", stages=[{**item, "kind_as_written": None}]).stages
    assert [stage.b.country for stage in told] == ["JP"]
    assert told[0].evidence[0].confidence < CONFIDENCE


def test_a_partner_is_named_in_a_quote_by_another_of_its_names_too() -> None:
    text = "Kota Bogor berbenah. Pemkot Bogor dan Pemerintah Kota Kisarazu, Jepang, menandatangani MoU."
    item = {**SIGNED, "a": {"name": "Kota Bogor", "country": "ID"}, "date": None, "kind_as_written": None}
    quotes = ["Pemkot Bogor dan Pemerintah Kota Kisarazu, Jepang, menandatangani MoU"]
    (stage,) = facts(text, "id", stages=[{**item, "quotes": quotes}]).stages
    assert stage.evidence[0].confidence == CONFIDENCE


def test_a_quote_that_names_one_partner_only_lowers_the_confidence() -> None:
    text = "Bogor lies in Indonesia. It signed an agreement with Kisarazu, Japan."
    item = {**SIGNED, "date": None, "kind_as_written": None, "quotes": ["It signed an agreement"]}
    (stage,) = facts(text, stages=[item]).stages
    assert stage.evidence[0].confidence < CONFIDENCE


def test_speech_without_quotation_marks_is_not_direct() -> None:
    text = "The mayor said that the two cities would sign next year. He left."
    item = {
        "speaker": None,
        "direct": True,
        "modality": "planned",
        "quotes": ["the two cities would sign next year"],
    }
    (said,) = facts(text, quotations=[item]).quotations
    assert not said.direct
