"""What is derived follows what is stored, step by step and all at once."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from tests.queries.derivation.reading import (
    HALF_OF_IT,
    RELEASE,
    SECOND_HALF,
    TALKS,
    add,
    clear,
    derived,
    stands,
)
from tests.store.graphs import Says, article, holding_graph

from cityrel import model, resources
from cityrel.store import Store
from cityrel.vocabulary import DERIVED


def test_replacing_an_article_derives_from_its_new_content(store: Store) -> None:
    add(store, Says("a", "signed", "2020"))
    facts = add(store, Says("a", "signed", "2020", places=(2, 3)))
    assert stands(facts) == ("-", "-")
    assert facts["place/2", "partnersWith"] == {"place/3"}


def test_removing_an_article_retracts_what_it_alone_supported(store: Store) -> None:
    add(
        store, Says("a", "exploring", "2020"), Says("b", "signed", "2021"), Says("c", "signed", places=(1, 3))
    )
    store.remove([article("b"), article("c")])
    assert stands(derived(store)) == (TALKS, "exploring")
    assert derived(store)["partnership/1-2", "sourceCount"] == {"1"}
    assert ("partnership/1-3", "currentStage") not in derived(store)


def test_a_person_holds_the_offices_shown_and_not_the_former_ones(store: Store) -> None:
    store.replace(holding_graph("a", "ana", "1/mayor") | holding_graph("b", "ana", "1/councillor", "former"))
    store.replace(holding_graph("c", "ana", "1/regent", "acting"))
    assert derived(store) == {("person/ana", "holdsRole"): {"office/1/mayor", "office/1/regent"}}
    store.remove([article("a")])
    assert derived(store) == {("person/ana", "holdsRole"): {"office/1/regent"}}


SAYINGS = st.builds(
    Says,
    name=st.sampled_from("abcdef"),
    stage=st.sampled_from(model.STAGES),
    date=st.sampled_from([None, "2019", "2020", "2020-11", "2020-11-20", "2021-01-01"]),
    published=st.sampled_from([None, "2020", "2021-01-01", "2022-06-30"]),
    places=st.sampled_from([(1, 2), (2, 3)]),
    modality=st.sampled_from(["stated", "stated", "stated", "denied"]),
    kind=st.sampled_from(["sister_city", "twinning", "cooperation"]),
    text=st.sampled_from([None, "same", RELEASE, HALF_OF_IT, SECOND_HALF]),
)
HOLDINGS = st.builds(
    holding_graph,
    name=st.sampled_from("abcdef"),
    person=st.sampled_from(["ana", "budi"]),
    office=st.sampled_from(["1/mayor", "2/mayor"]),
    qualifier=st.sampled_from([None, "former"]),
    attested=st.sampled_from([None, "2020-01-05", "2020-02-05"]),
)
BATCHES = st.lists(SAYINGS.map(lambda said: said.graph) | HOLDINGS, min_size=1, max_size=3)
STEPS = st.lists(BATCHES | st.sampled_from("abcdef"), min_size=1, max_size=6)


def derived_quads(store: Store) -> set[Quad]:
    return {quad for quad in store.quads() if quad.graph_name == NamedNode(str(DERIVED))}


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(steps=STEPS)
def test_deriving_step_by_step_gives_what_deriving_everything_gives(
    module_store: Store, steps: list[str | list[dict[str, str]]]
) -> None:
    clear(module_store)
    assert not derived_quads(module_store)
    for step in steps:
        if isinstance(step, str):
            module_store.remove([article(step)])
        else:
            module_store.replace({iri: text for graph in step for iri, text in graph.items()})
    before = derived_quads(module_store)
    module_store.rederive()
    assert derived_quads(module_store) == before


def test_each_file_of_the_derivation_uses_prefixes_in_one_meaning() -> None:
    meanings: dict[str, set[str]] = {}
    for path in files("derive", "*.ru"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("PREFIX "):
                _, name, iri = line.split()
                meanings.setdefault(name, set()).add(iri)
    assert {name for name, iris in meanings.items() if len(iris) > 1} == set()


def files(folder: str, pattern: str) -> list[Path]:
    return sorted((resources.folder("queries") / folder).glob(pattern))
