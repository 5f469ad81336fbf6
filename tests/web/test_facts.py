"""Facts in their order."""

from cityrel.web.facts import Fact, Relation, in_order, local_name


def fact(iri: str, *, modality: str = "stated", precedes: str = "", **row: str) -> Fact:
    relations = {"precedes": (Relation(precedes, ""),)} if precedes else {}
    return Fact(iri, {"class": "x#StageEvent", "modality": f"modality/{modality}", **row}, (), relations)


def order(*facts: Fact) -> list[str]:
    return [found.iri for found in in_order(facts)]


def test_facts_stand_in_the_order_of_their_dates_whatever_their_precision() -> None:
    assert order(fact("b", date="2011-03"), fact("c", date="2011-03-02"), fact("a", date="1960")) == [
        "a",
        "b",
        "c",
    ]


def test_without_a_date_the_day_of_publication_counts_and_without_both_it_comes_last() -> None:
    assert order(fact("a"), fact("b", published="2020-01-02"), fact("c", date="2020-01-01")) == [
        "c",
        "b",
        "a",
    ]


def test_stages_of_one_day_stand_as_they_usually_follow() -> None:
    stages = {"a": "renewed", "b": "exploring", "c": "signed"}
    assert order(*(fact(iri, date="2020", stage=f"stage/{stage}") for iri, stage in stages.items())) == [
        "b",
        "c",
        "a",
    ]


def test_what_is_said_to_come_before_does_even_without_a_date() -> None:
    early = fact("z", published="2021-01-01", precedes="a")
    assert order(fact("a", date="2020"), early) == ["z", "a"]
    assert order(fact("a", date="2020"), fact("b", date="2019"), early) == ["b", "z", "a"]


def test_plans_hopes_and_denials_come_after_all_facts() -> None:
    assert order(fact("a", modality="planned", date="1990"), fact("b"), fact("c", modality="denied")) == [
        "b",
        "a",
        "c",
    ]


def test_the_local_name_follows_the_last_slash_or_hash() -> None:
    assert [local_name(iri) for iri in ("https://x/y#z", "https://x/y", "https://x/a/b#c-1", "")] == [
        "z",
        "y",
        "c-1",
        "",
    ]
