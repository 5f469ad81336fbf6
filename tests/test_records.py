"""The record of an article: one for a pair, its leading stage, in the keys of the gold files."""

from dataclasses import replace
from typing import Any

from cityrel.model import (
    Article,
    Event,
    Evidence,
    Facts,
    Holding,
    Organisation,
    Person,
    Place,
    Stage,
    TopicClaim,
)
from cityrel.records import to_record

TEXT = "Bogor dan Kisarazu meneken LoI."
ARTICLE = Article("id/1.txt", TEXT, "id", published="2016-11-19")
BOGOR = Place("1648473", "Bogor", "city", "ID")
KISARAZU = Place("1859730", "Kisarazu", "city", "JP")
WEST_JAVA = Place("1642672", "West Java", "province", "ID")


def evidence(start: int = 0, end: int = 5) -> tuple[Evidence, ...]:
    return (Evidence(start, end, TEXT[start:end], "", TEXT[end:], "rule", 1.0),)


def stage(key: str, date: str | None = None, **more: Any) -> Stage:
    plain = Stage(
        a=BOGOR,
        b=KISARAZU,
        stage=key,
        kind="friendship_city",
        kind_as_written=None,
        date=date,
        modality="stated",
        instrument=None,
        focus=(),
        agents=(),
        facilitators=(),
        event=None,
        before=None,
        evidence=evidence(),
    )
    return replace(plain, **more)


def pairs(*stages: Stage) -> list[dict[str, Any]]:
    record = to_record(Facts(ARTICLE, stages=stages))
    return [{key: pair[key] for key in ("status", "date")} for pair in record["partnerships"]]


def test_a_pair_has_names_countries_ids_and_evidence() -> None:
    (pair,) = to_record(Facts(ARTICLE, stages=(stage("signed", "2016-11"),)))["partnerships"]
    assert pair == {
        "a": {"name": "Bogor", "country": "ID", "geonames": 1648473},
        "a_country": "ID",
        "b": {"name": "Kisarazu", "country": "JP", "geonames": 1859730},
        "b_country": "JP",
        "kind": "friendship_city",
        "status": "signed",
        "date": "2016-11",
        "level": "city",
        "evidence": [{"start": 0, "end": 5, "quote": "Bogor"}],
    }


def test_a_narrower_stage_is_told_as_the_broad_one() -> None:
    assert pairs(stage("letter_of_intent")) == [{"status": "intended", "date": None}]
    assert pairs(stage("suspended")) == [{"status": "ended", "date": None}]


def test_a_pair_counts_once_with_its_most_advanced_stage() -> None:
    backwards = stage("letter_of_intent", "2016-11", a=KISARAZU, b=BOGOR)
    assert pairs(stage("exploring", "2015"), backwards) == [{"status": "intended", "date": "2016-11"}]


def test_what_is_only_planned_hoped_or_denied_does_not_count() -> None:
    hoped = stage("signed", modality="hoped")
    assert pairs(stage("exploring"), hoped) == [{"status": "exploring", "date": None}]
    assert pairs(hoped) == []


def test_an_end_that_something_followed_is_not_the_last_word() -> None:
    assert pairs(stage("ended", "2005"), stage("renewed", "2010"))[0]["status"] == "renewed"
    assert pairs(stage("signed", "1998"), stage("ended", "2023"))[0]["status"] == "ended"


def test_a_signing_long_ago_is_the_founding_of_a_tie_that_stands() -> None:
    assert pairs(stage("signed", "1995"), stage("active")) == [{"status": "active", "date": "1995"}]


def test_a_signing_in_the_news_outweighs_the_tie_that_stands() -> None:
    assert pairs(stage("active", "1995"), stage("signed", "2016-11"))[0]["status"] == "signed"


def test_places_of_different_rank_make_another_level() -> None:
    (pair,) = to_record(Facts(ARTICLE, stages=(stage("signed", b=WEST_JAVA),)))["partnerships"]
    assert pair["level"] == "other"


def test_a_place_that_geonames_lacks_has_no_number() -> None:
    nansha = Place("xCN1", "Nansha", "district", "CN")
    (pair,) = to_record(Facts(ARTICLE, stages=(stage("signed", b=nansha),)))["partnerships"]
    assert pair["b"] == {"name": "Nansha", "country": "CN", "geonames": None}


def test_an_office_belongs_to_a_place_an_organisation_or_nothing() -> None:
    def home(of: Place | Organisation | None) -> Any:
        holding = Holding(Person("Bima Arya"), "Wali Kota", "mayor", of, None, None, evidence())
        return to_record(Facts(ARTICLE, holdings=(holding,)))["roles"][0]["of"]

    assert home(BOGOR) == {"name": "Bogor", "country": "ID", "geonames": 1648473}
    assert home(Organisation("Setda Kota Bogor", BOGOR)) == {
        "name": "Setda Kota Bogor",
        "country": "ID",
        "geonames": None,
    }
    assert home(None) is None


def test_an_event_names_its_place() -> None:
    event = Event("visit", None, "2016-11-16", KISARAZU, False, (), (), evidence())
    (record,) = to_record(Facts(ARTICLE, events=(event,)))["events"]
    assert (record["type"], record["date"], record["place"]) == ("visit", "2016-11-16", "Kisarazu")


def test_an_event_says_whether_it_is_only_planned() -> None:
    held = Event("visit", None, None, None, False, (), (), evidence())
    facts = Facts(ARTICLE, events=(held, replace(held, modality="planned")))
    assert [record["modality"] for record in to_record(facts)["events"]] == ["stated", "planned"]


def test_topics_are_keys_with_their_evidence_beside_them() -> None:
    claims = (
        TopicClaim("tourism", evidence()),
        TopicClaim("culture", evidence()),
        TopicClaim("culture", evidence(10, 18)),
    )
    record = to_record(Facts(ARTICLE, topics=claims))
    assert record["topics"] == ["culture", "tourism"]
    assert [piece["quote"] for piece in record["topic_evidence"]["culture"]] == ["Bogor", "Kisarazu"]


def test_the_record_names_its_article_as_given() -> None:
    record = to_record(Facts(ARTICLE))
    assert (record["article"], record["lang"], record["published"]) == ("id/1.txt", "id", "2016-11-19")
