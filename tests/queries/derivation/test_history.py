"""The steps that claims make, and since when the places are partners."""

import pytest
from tests.queries.derivation.reading import RELEASE, SECOND_HALF, Derived, add
from tests.store.graphs import Says

from cityrel.store import Store


def steps(facts: Derived) -> dict[str, str]:
    """Give the articles that tell of each step of 1 and 2."""
    names = facts.get(("partnership/1-2", "hasStep"), set())
    told = {name.partition("#")[2]: facts[name, "toldBy"] for name in names}
    return {name: "".join(sorted(event[len("article/")] for event in told[name])) for name in told}


HISTORIES: dict[str, tuple[list[Says], dict[str, str]]] = {
    "dates that agree are one step": (
        [Says("a", "signed", "2021"), Says("b", "signed", "2021-03-05"), Says("c", "signed", "2021-03")],
        {"signed-2021-03-05": "abc"},
    ),
    "a date that may mean two is a step of its own": (
        [Says("a", "signed", "2021"), Says("b", "signed", "2021-03-05"), Says("c", "signed", "2021-06-01")],
        {"signed-2021": "a", "signed-2021-03-05": "b", "signed-2021-06-01": "c"},
    ),
    "a claim without a date joins the one date that there is": (
        [Says("a", "signed", published="2022-01-01"), Says("b", "signed", "2021-03-05")],
        {"signed-2021-03-05": "ab"},
    ),
    "but not one that its article cannot know": (
        [Says("a", "signed", published="2020-01-01"), Says("b", "signed", "2021-03-05")],
        {"signed": "a", "signed-2021-03-05": "b"},
    ),
    "different stages of one day are different steps": (
        [Says("a", "approved", "2021-03-05"), Says("b", "signed", "2021-03-05")],
        {"approved-2021-03-05": "a", "signed-2021-03-05": "b"},
    ),
    "only facts are steps": ([Says("a", "signed", "2030", modality="planned")], {}),
}


@pytest.mark.parametrize("case", HISTORIES)
def test_claims_make_steps(store: Store, case: str) -> None:
    articles, expected = HISTORIES[case]
    assert steps(add(store, *articles)) == expected


def test_a_step_counts_its_sources_without_copies(store: Store) -> None:
    facts = add(
        store,
        Says("a", "signed", "2021", text=RELEASE),
        Says("b", "signed", "2021-03", text=f"{RELEASE} kata"),
        Says("c", "signed", "2021-03", text=SECOND_HALF),
    )
    assert facts["partnership/1-2#signed-2021-03", "independentSources"] == {"2"}


@pytest.mark.parametrize(
    ("articles", "since"),
    [
        ([Says("a", "exploring", "2020"), Says("b", "signed", "2021-03-05")], {"2021-03-05"}),
        ([Says("a", "signed", "2021"), Says("b", "signed", "2021-03-05")], {"2021-03-05"}),
        ([Says("a", "signed", "1990"), Says("b", "renewed", "2020")], {"1990"}),
        ([Says("a", "signed", "1990"), Says("b", "lapsed", "2010"), Says("c", "renewed", "2015")], {"2015"}),
        ([Says("a", "active", "1985", published="2021")], {"1985"}),
        ([Says("a", "active", published="2021")], set()),
        ([Says("a", "exploring", "2020")], set()),
        ([Says("a", "signed", "1990"), Says("b", "ended", "2010")], set()),
    ],
)
def test_partners_since(store: Store, articles: list[Says], since: set[str]) -> None:
    assert add(store, *articles).get(("partnership/1-2", "partnersSince"), set()) == since
