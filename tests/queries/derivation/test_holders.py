"""Where sources name different holders of one office at one time."""

import pytest
from tests.queries.derivation.reading import Derived, derived
from tests.store.graphs import BASE, article, holding_graph

from cityrel.store import Store

Seen = tuple[str, str, str]
"""An article, the person that it shows, perhaps with a qualifier ("ana former"), and the day."""


def graphs(*seen: Seen, office: str = "1/mayor") -> dict[str, str]:
    """Give the graphs of articles that show persons in an office; those of one name are one article."""
    found: dict[str, str] = {}
    for number, (name, person, day) in enumerate(seen):
        who, _, qualifier = person.partition(" ")
        for iri, text in holding_graph(name, who, office, qualifier or None, day).items():
            found[iri] = found.get(iri, "") + text.replace("#holding-1", f"#holding-{number}")
    return found


def disputed(facts: Derived, office: str = "1/mayor") -> str:
    """Give the articles between which there is a disagreement on who holds an office."""
    points = facts.get((f"office/{office}", "hasDisagreement"), set())
    for point in points:
        assert facts[point, "disagreementOn"] == {"http://www.w3.org/ns/org#member"}
    return "".join(sorted({claim[len("article/")] for point in points for claim in facts[point, "between"]}))


CASES: dict[str, tuple[list[Seen], str]] = {
    "two persons on one day": ([("a", "ana-putri", "2020-05-01"), ("b", "budi", "2020-05-01")], "ab"),
    "one after the other": ([("a", "ana-putri", "2020-05-01"), ("b", "budi", "2020-05-02")], ""),
    "one between two days of the other": (
        [
            ("a", "ana-putri", "2019-12-01"),
            ("b", "budi", "2020-02-01"),
            ("c", "ana-putri", "2020-03-01"),
            ("d", "ana-putri", "2020-09-01"),
        ],
        "abc",
    ),
    "who comes back after years": (
        [
            ("a", "ana-putri", "2010-05-01"),
            ("b", "budi", "2015-05-01"),
            ("c", "ana-putri", "2020-05-01"),
        ],
        "",
    ),
    "a former holder": (
        [("a", "ana-putri", "2020-05-01"), ("b", "budi former", "2020-05-01")],
        "",
    ),
    "one who stands in": (
        [("a", "ana-putri", "2020-05-01"), ("b", "budi acting", "2020-05-01")],
        "",
    ),
    "two spellings of one person": (
        [("a", "ana-putri", "2020-05-01"), ("b", "ana-p-wibowo", "2020-05-01")],
        "",
    ),
    "a text that tells of both": (
        [
            ("a", "ana-putri", "2020-05-01"),
            ("b", "budi", "2020-05-01"),
            ("b", "ana-putri", "2020-05-01"),
        ],
        "",
    ),
    "a month may have had two": ([("a", "ana-putri", "2020-05"), ("b", "budi", "2020-05")], ""),
}


@pytest.mark.parametrize("case", CASES)
def test_sources_name_different_holders(store: Store, case: str) -> None:
    seen, expected = CASES[case]
    store.replace(graphs(*seen))
    assert disputed(derived(store)) == expected


def test_an_office_that_several_hold_is_not_disputed(store: Store) -> None:
    seen = [("a", "ana-putri", "2020-05-01"), ("b", "budi", "2020-05-01")]
    store.replace(graphs(*seen, office="1/councillor"))
    assert disputed(derived(store), "1/councillor") == ""


def test_articles_that_come_one_by_one_disagree_as_much(store: Store) -> None:
    for one in (("a", "ana-putri", "2020-05-01"), ("b", "budi", "2020-05-01")):
        store.replace(graphs(one))
    assert disputed(derived(store)) == "ab"
    store.remove([article("a")])
    assert not any(name in ("hasDisagreement", "between") for _, name in derived(store))


def test_copies_do_not_disagree_with_their_original(store: Store) -> None:
    shown = graphs(("a", "ana-putri", "2020-05-01"), ("b", "budi", "2020-05-01"))
    store.replace({iri: text + _digest(iri) for iri, text in shown.items()})
    facts = derived(store)
    assert facts["article/b", "copyOf"] == {"article/a"}
    assert disputed(facts) == ""


def _digest(iri: str) -> str:
    """Give an article a digest, the same for all."""
    return f'<{iri}> <{BASE}ontology#sha256> "one" .\n'
