"""The queries on graphs as the pipeline builds them, from facts put together by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sample_facts import denpasar_darwin, ended_tie, renewed_tie, signed_tie

from cityrel import graph, resources
from cityrel.store import Store

QUERIES = resources.folder("queries")
Table = list[dict[str, str]]


@pytest.fixture
def real(store: Store) -> Store:
    graphs = [graph.build(facts) for facts in (denpasar_darwin(), signed_tie(), renewed_tie(), ended_tie())]
    store.replace({str(built.identifier): built.serialize(format="nt") for built in graphs})
    return store


def ask(name: str) -> str:
    return (QUERIES / "competency" / f"{name}.rq").read_text(encoding="utf-8")


@pytest.mark.usefixtures("real")
def test_every_check_passes(answer: Callable[[str], Table]) -> None:
    for check in sorted((QUERIES / "checks").glob("*.rq")):
        assert answer(check.read_text(encoding="utf-8")) == [], check.stem


@pytest.mark.usefixtures("real")
def test_denpasar_talks_with_darwin_and_nansha_and_is_nobodys_partner(
    answer: Callable[[str], Table],
) -> None:
    edges = """
        PREFIX cr: <https://w3id.org/cityrel/ontology#> PREFIX place: <https://w3id.org/cityrel/place/>
        SELECT ?edge ?other WHERE { GRAPH <https://w3id.org/cityrel/graph/derived> {
            VALUES ?edge { cr:partnersWith cr:inTalksWith } place:1645528 ?edge ?other } } ORDER BY ?other
    """
    assert answer(edges) == [
        {"edge": "inTalksWith", "other": "place/2073124"},
        {"edge": "inTalksWith", "other": "place/8540821"},
    ]


@pytest.mark.usefixtures("real")
def test_the_evidence_of_the_exploring_is_found(answer: Callable[[str], Table]) -> None:
    rows = answer(ask("evidence-of-a-fact"))
    assert rows
    for row in rows:
        assert row["quote"] in row["sentence"]
        assert int(row["end"]) - int(row["start"]) == len(row["quote"])


@pytest.mark.usefixtures("real")
def test_a_tie_that_was_ended_says_by_whom_once(answer: Callable[[str], Table]) -> None:
    rows = answer(ask("ended-ties"))
    assert {row["now"] for row in rows} == {"stage/ended"}
    assert len(rows) == len({(row["pair"], row["stage"], row.get("by")) for row in rows})


def test_the_files_of_the_queries_lie_where_the_package_looks(repository: Path) -> None:
    assert repository / "queries" == QUERIES
