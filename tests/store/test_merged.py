"""The default graph of an embedded store holds every triple of the named graphs, and each of them once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple
from tests.store.graphs import PREFIXES, Says, article, passage

from cityrel.errors import StoreError
from cityrel.store import open_store
from cityrel.store.embedded import EmbeddedStore
from cityrel.store.layout import Layout

SAYINGS = [
    Says(name, stage, date, places=places)
    for name in "abc"
    for stage, date in (("exploring", "2019"), ("signed", "2020-05"), ("ended", None))
    for places in ((1, 2), (1, 3))
] + [
    Says(name, "signed", date, published=date, text=passage(0, 60))
    for name in "abc"
    for date in ("2020-05", "2021-06")
]
"""The last ones are copies of each other that do not agree on the date."""


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("merged") / "store"
    with open_store(str(folder), write=True) as opened:
        assert isinstance(opened, EmbeddedStore)
        yield opened


def merged(store: EmbeddedStore) -> set[Triple]:
    return {Triple(row["s"], row["p"], row["o"]) for row in store.select("SELECT * { ?s ?p ?o }")}  # type: ignore[arg-type]


def named(store: EmbeddedStore) -> set[Triple]:
    return {quad.triple for quad in store.quads()}


def test_a_triple_of_two_articles_counts_once(shared_store: EmbeddedStore) -> None:
    shared_store.replace({**Says("a", "signed").graph, **Says("b", "signed").graph})
    (row,) = shared_store.select(PREFIXES + "SELECT (COUNT(*) AS ?n) { partnership:1-2 cr:partner place:1 }")
    assert getattr(row["n"], "value", None) == "1"


def test_what_another_article_still_states_stays(shared_store: EmbeddedStore) -> None:
    shared_store.replace({**Says("a", "signed").graph, **Says("b", "signed").graph})
    shared_store.remove([article("a")])
    assert shared_store.ask(PREFIXES + "ASK { partnership:1-2 cr:partner place:1 }")
    shared_store.remove([article("b")])
    assert not shared_store.ask(PREFIXES + "ASK { partnership:1-2 ?property ?value }")


def test_the_merge_is_not_among_the_graphs(shared_store: EmbeddedStore) -> None:
    shared_store.replace(Says("a", "signed").graph)
    assert all(quad.graph_name != DefaultGraph() for quad in shared_store.quads())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.one_of(st.lists(st.sampled_from(SAYINGS), max_size=3), st.sampled_from("abc")), max_size=6
    )
)
def test_the_merge_follows_every_change(shared_store: EmbeddedStore, steps: list[list[Says] | str]) -> None:
    for step in steps:
        if isinstance(step, str):
            shared_store.remove([article(step)])
        else:
            shared_store.replace({name: graph for said in step for name, graph in said.graph.items()})
        assert merged(shared_store) == named(shared_store)


def test_deriving_everything_again_keeps_the_merge(shared_store: EmbeddedStore) -> None:
    shared_store.replace(Says("a", "signed", "2020").graph)
    shared_store.rederive()
    assert merged(shared_store) == named(shared_store)


def test_a_batch_that_was_never_finished_is_taken_out_by_the_next_writer(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with open_store(str(folder), write=True) as store:
        store.replace(Says("a", "exploring", "2019").graph)
    Layout(folder).begin_loading([article("half")])
    engine = Store(str(folder / "db"))
    engine.add(
        Quad(NamedNode(article("half")), NamedNode("p:p"), NamedNode("o:o"), NamedNode(article("half")))
    )
    engine.add(Quad(NamedNode(article("half")), NamedNode("p:p"), NamedNode("o:o")))
    del engine
    with open_store(str(folder), write=True) as store:
        assert not store.ask(f"ASK {{ <{article('half')}> ?p ?o }}")
        assert store.ask(PREFIXES + "ASK { place:1 cr:inTalksWith place:2 }")


def test_a_batch_that_fails_leaves_nothing_behind(
    shared_store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared_store.remove([article(name) for name in "abc"])
    before = named(shared_store)
    monkeypatch.setattr("cityrel.store.merged.exchange", _fail)
    with pytest.raises(StoreError, match="on purpose"):
        shared_store.replace(Says("a", "signed").graph)
    monkeypatch.undo()
    assert named(shared_store) == before == merged(shared_store)


def _fail(*_arguments: object) -> None:
    raise OSError("on purpose")
