"""Claims that are not sure enough are left out, and what points to a claim goes on pointing to it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.confidence import Sure, at_least, of
from cityrel.model import Article, Event, Evidence, Facts, Focus, Place, Stage, TopicClaim

BOGOR = Place("1648473", "Bogor", "city", "ID")
KISARAZU = Place("1859443", "Kisarazu", "city", "JP")
ARTICLE = Article("test", "", "id")


def evidence(*confidences: float) -> tuple[Evidence, ...]:
    return tuple(Evidence(0, 0, "", "", "", "rule", confidence) for confidence in confidences)


def stage(name: str, confidence: float, *, event: int | None = None, before: int | None = None) -> Stage:
    return Stage(
        a=BOGOR, b=KISARAZU, stage=name, kind="sister_city", kind_as_written=None, date=None,
        modality="stated", instrument=None, focus=(), agents=(), facilitators=(), event=event, before=before,
        evidence=evidence(confidence),
    )  # fmt: skip


def event(name: str, confidence: float) -> Event:
    return Event("signing", name, None, None, False, (), (), evidence(confidence))


def test_a_claim_is_as_sure_as_the_best_of_its_evidence() -> None:
    assert of(TopicClaim("trade", evidence(0.4, 0.9))) == 0.9
    assert of(TopicClaim("trade", ())) == 0.0


def test_all_claims_that_are_sure_enough_stay() -> None:
    facts = Facts(ARTICLE, topics=(TopicClaim("trade", evidence(0.5)), TopicClaim("sports", evidence(0.4))))
    assert [claim.topic for claim in at_least(facts, 0.5).topics] == ["trade"]
    assert at_least(facts, 0.0) is facts


def test_a_stage_keeps_its_event_where_that_has_moved() -> None:
    facts = Facts(
        ARTICLE,
        stages=(stage("signed", 0.9, event=1),),
        events=(event("lost", 0.1), event("kept", 0.9)),
    )
    sure = at_least(facts, 0.5)
    assert sure.stages[0].event is not None
    assert sure.events[sure.stages[0].event].name == "kept"


def test_a_stage_whose_event_is_left_out_has_none() -> None:
    facts = Facts(ARTICLE, stages=(stage("signed", 0.9, event=0),), events=(event("lost", 0.1),))
    assert at_least(facts, 0.5).stages[0].event is None


def test_a_stage_came_before_the_next_one_that_stays() -> None:
    facts = Facts(
        ARTICLE,
        stages=(
            stage("proposed", 0.1),
            stage("signed", 0.9, before=2),
            stage("lapsed", 0.1, before=3),
            stage("renewed", 0.9),
        ),
    )
    sure = at_least(facts, 0.5)
    assert [kept.stage for kept in sure.stages] == ["signed", "renewed"]
    assert [kept.before for kept in sure.stages] == [1, None]


def test_stages_in_a_circle_come_before_none() -> None:
    facts = Facts(
        ARTICLE,
        stages=(
            stage("signed", 0.9, before=1),
            stage("lapsed", 0.1, before=2),
            stage("ended", 0.1, before=1),
        ),
    )
    assert at_least(facts, 0.5).stages[0].before is None


def test_a_focus_is_held_to_the_same_measure() -> None:
    sure, unsure = Focus("seni", ("culture",), evidence(0.9)), Focus("dagang", ("trade",), evidence(0.1))
    facts = Facts(ARTICLE, stages=(replace(stage("signed", 0.9), focus=(unsure, sure)),))
    assert at_least(facts, 0.5).stages[0].focus == (sure,)


def test_an_extractor_can_be_held_to_a_measure() -> None:
    def read(article: Article) -> Facts:
        return Facts(article, topics=(TopicClaim("trade", evidence(0.5)),))

    assert len(Sure(read, 0.5)(ARTICLE).topics) == 1
    assert Sure(read, 0.6)(ARTICLE).topics == ()


SURENESS = st.sampled_from([0.1, 0.5, 0.9])


@st.composite
def articles(draw: st.DrawFn) -> Facts:
    """Give facts whose stages point to any event and to any stage."""
    events = tuple(event(f"event {n}", draw(SURENESS)) for n in range(draw(st.integers(0, 4))))
    number = draw(st.integers(0, 6))
    stages = tuple(
        stage(
            f"stage {n}",
            draw(SURENESS),
            event=draw(st.sampled_from([None, *range(len(events))])),
            before=draw(st.sampled_from([None, *range(number)])),
        )
        for n in range(number)
    )
    return Facts(ARTICLE, stages=stages, events=events)


@given(articles(), SURENESS)
def test_nothing_points_to_another_claim_than_before(facts: Facts, least: float) -> None:
    sure = at_least(facts, least)
    originals = {kept.stage: kept for kept in facts.stages}
    for kept in sure.stages:
        original = originals[kept.stage]
        if kept.event is not None:
            assert original.event is not None
            assert sure.events[kept.event] == facts.events[original.event]
        if kept.before is not None:
            assert sure.stages[kept.before].stage in later(original, facts.stages)


def later(one: Stage, stages: Sequence[Stage]) -> set[str]:
    """Give the names of all stages that came after one, by what the article says."""
    names: set[str] = set()
    while one.before is not None and stages[one.before].stage not in names:
        one = stages[one.before]
        names.add(one.stage)
    return names


@given(articles(), SURENESS, SURENESS)
def test_the_stricter_of_two_measures_is_the_one_that_counts(facts: Facts, one: float, other: float) -> None:
    twice = at_least(at_least(facts, one), other)
    strict = at_least(facts, max(one, other))
    assert [kept.stage for kept in twice.stages] == [kept.stage for kept in strict.stages]
    assert twice.events == strict.events


@pytest.mark.parametrize("least", [0.0, 0.5, 1.0])
def test_what_is_not_a_claim_stays(least: float) -> None:
    facts = Facts(ARTICLE, unresolved=("Kota Entah",))
    assert at_least(facts, least) == facts
