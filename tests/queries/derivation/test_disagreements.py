"""Where sources exclude each other on a partnership."""

import pytest
from tests.queries.derivation.reading import RELEASE, Derived, add
from tests.store.graphs import Says

from cityrel.store import Store


def disputes(facts: Derived) -> dict[str, str]:
    """Give the articles that take part in each disagreement on 1 and 2."""
    names = facts.get(("partnership/1-2", "hasDisagreement"), set())
    between = {name.partition("#disagreement-")[2]: facts[name, "between"] for name in names}
    return {name: "".join(sorted(event[len("article/")] for event in between[name])) for name in between}


DISPUTES: dict[str, tuple[list[Says], dict[str, str]]] = {
    "two days of one signature": (
        [Says("a", "signed", "2021-03-05"), Says("b", "signed", "2021-03-06"), Says("c", "signed", "2021")],
        {"date-signed": "ab"},
    ),
    "a day and its year agree": ([Says("a", "signed", "2021-03-05"), Says("b", "signed", "2021")], {}),
    "talks may be held twice": ([Says("a", "exploring", "2020-01"), Says("b", "exploring", "2020-06")], {}),
    "councils of two cities approve": (
        [Says("a", "approved", "2020-01"), Says("b", "approved", "2020-06")],
        {},
    ),
    "another kind in another year is another agreement": (
        [Says("a", "signed", "1990", kind="friendship_city"), Says("b", "signed", "2015")],
        {},
    ),
    "signed again after an end": (
        [Says("a", "signed", "1990"), Says("b", "ended", "2010"), Says("c", "signed", "2015")],
        {},
    ),
    "copies do not disagree with their original": (
        [
            Says("a", "signed", "2021-03-05", published="2021-03-05", text=RELEASE),
            Says("b", "signed", "2021-03-06", published="2021-03-07", text=f"{RELEASE} kata"),
        ],
        {},
    ),
    "two kinds of one signature": (
        [Says("a", "signed", "2021", kind="friendship_city"), Says("b", "signed", "2021-03-05")],
        {"kind-signed": "ab"},
    ),
    "a general cooperation fits every kind": (
        [Says("a", "signed", "2021", kind="cooperation"), Says("b", "signed", "2021-03-05")],
        {},
    ),
    "a twin town is a sister city in other words": (
        [Says("a", "active", kind="twinning"), Says("b", "active", kind="sister_city")],
        {},
    ),
    "stated and denied": (
        [Says("a", "signed", "2021"), Says("b", "signed", published="2022-01-01", modality="denied")],
        {"stage-signed": "ab"},
    ),
    "denied before it came about": (
        [Says("a", "signed", "2021"), Says("b", "signed", published="2020-01-01", modality="denied")],
        {},
    ),
    "standing after an end": (
        [Says("a", "ended", "2010"), Says("b", "active", "1985", published="2021-05-05")],
        {"stage-ended": "ab"},
    ),
    "standing before an end": (
        [Says("a", "ended", "2010"), Says("b", "active", "1985", published="2009")],
        {},
    ),
    "standing after a renewal": (
        [
            Says("a", "ended", "2010"),
            Says("b", "renewed", "2015"),
            Says("c", "active", "1985", published="2021"),
        ],
        {},
    ),
}


@pytest.mark.parametrize("case", DISPUTES)
def test_sources_disagree(store: Store, case: str) -> None:
    articles, expected = DISPUTES[case]
    assert disputes(add(store, *articles)) == expected
