"""What follows from what articles state: the cases of the derivation, and that its two ways agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from tests.store.graphs import BASE, Says, article, holding_graph, passage

from cityrel import model, resources
from cityrel.store import Store, open_store
from cityrel.vocabulary import DERIVED


@pytest.fixture(scope="module")
def module_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("derivation") / "store"), write=True) as opened:
        yield opened


@pytest.fixture
def store(module_store: Store) -> Store:
    """Give a store without articles."""
    clear(module_store)
    return module_store


def clear(store: Store) -> None:
    prefix = article("")
    named = {str(quad.graph_name).strip("<>") for quad in store.quads()}
    store.remove([iri for iri in named if iri.startswith(prefix)])


def derived(store: Store) -> dict[tuple[str, str], set[str]]:
    """Give what is derived, from thing and property to values, all in short."""
    found: dict[tuple[str, str], set[str]] = {}
    for quad in store.quads():
        if quad.graph_name == NamedNode(str(DERIVED)):
            found.setdefault((short(quad.subject), short(quad.predicate)), set()).add(short(quad.object))
    return found


def short(term: object) -> str:
    text = getattr(term, "value", str(term))
    return str(text).removeprefix(BASE).removeprefix("ontology#")


def add(store: Store, *articles: Says) -> dict[tuple[str, str], set[str]]:
    for said in articles:
        store.replace(said.graph)
    return derived(store)


def stands(facts: dict[tuple[str, str], set[str]]) -> tuple[str, str]:
    """Give the edge between the two places and the current stage of their partnership, `-` where none."""
    edges = [name for name in ("partnersWith", "inTalksWith") if facts.get(("place/1", name)) == {"place/2"}]
    for name in edges:
        assert facts["place/2", name] == {"place/1"}
    (stage,) = facts.get(("partnership/1-2", "currentStage"), {"-"})
    return "+".join(edges) or "-", stage.removeprefix("stage/")


PARTNERS = "partnersWith"
TALKS = "inTalksWith"

CASES: dict[str, tuple[list[Says], tuple[str, str]]] = {
    "exploring": ([Says("a", "exploring", "2020-11-20")], (TALKS, "exploring")),
    "exploring, then signed": (
        [Says("a", "exploring", "2020-11-20"), Says("b", "signed", "2021-03-01")],
        (PARTNERS, "signed"),
    ),
    "signed, and told of the exploring later": (
        [Says("b", "signed", "2021-03-01"), Says("a", "exploring", "2020-11-20", published="2022")],
        (PARTNERS, "signed"),
    ),
    "signed, then ended": (
        [Says("a", "signed", "1990"), Says("b", "ended", "2022-03")],
        ("-", "ended"),
    ),
    "signed, then suspended": (
        [Says("a", "signed", "1990"), Says("b", "suspended", "2022-03")],
        ("-", "suspended"),
    ),
    "ended in the year of the signing": (
        [Says("a", "signed", "2022-01-15"), Says("b", "ended", "2022")],
        ("-", "ended"),
    ),
    "lapsed, then renewed": (
        [Says("a", "signed", "1990"), Says("b", "lapsed", "2010"), Says("c", "renewed", "2015-06-01")],
        (PARTNERS, "renewed"),
    ),
    "lapsed, then talks again": (
        [Says("a", "signed", "1990"), Says("b", "lapsed", "2010"), Says("c", "exploring", "2015-06-01")],
        (TALKS, "exploring"),
    ),
    "ended after talks": (
        [Says("a", "letter_of_intent", "2015"), Says("b", "ended", "2016")],
        ("-", "ended"),
    ),
    "talks in the year of the end are not known to be later": (
        [Says("a", "ended", "2016"), Says("b", "exploring", "2016-11-01")],
        ("-", "ended"),
    ),
    "active in a newer article, founded before the end: a mention does not undo it": (
        [Says("a", "ended", "2010"), Says("b", "active", "1985", published="2021-05-05")],
        ("-", "ended"),
    ),
    "active in a newer article after an end, no founding stated": (
        [Says("a", "ended", "2010"), Says("b", "active", published="2021-05-05")],
        ("-", "ended"),
    ),
    "active, founded anew after the end": (
        [Says("a", "ended", "2010"), Says("b", "active", "2012", published="2021-05-05")],
        (PARTNERS, "active"),
    ),
    "ended, signed again, and standing since": (
        [Says("a", "ended", "2010"), Says("b", "signed", "2012"), Says("c", "active", published="2021")],
        (PARTNERS, "active"),
    ),
    "signed, and an older stage told by a later article": (
        [Says("a", "signed", "2022-03-01"), Says("b", "approved", "2021", published="2023-01-01")],
        (PARTNERS, "signed"),
    ),
    "active in an older article than the end": (
        [Says("a", "active", "1985", published="2009-05-05"), Says("b", "ended", "2010")],
        ("-", "ended"),
    ),
    "active without a day of publication counts from its founding": (
        [Says("a", "active", "1985"), Says("b", "ended", "1984")],
        (PARTNERS, "active"),
    ),
    "an end on the day of publication of its article": (
        [Says("a", "signed", "2010"), Says("b", "ended", published="2022-03-01")],
        ("-", "ended"),
    ),
    "an end without any time counts as later": (
        [Says("a", "signed", "2010"), Says("b", "ended")],
        ("-", "ended"),
    ),
    "signed without any time": ([Says("a", "signed")], (PARTNERS, "signed")),
    "signed without any time loses against any end": (
        [Says("a", "signed"), Says("b", "suspended", "1950")],
        ("-", "suspended"),
    ),
    "the later of two ends": (
        [Says("a", "suspended", "2022-03"), Says("b", "ended", "2023-01")],
        ("-", "ended"),
    ),
    "signed and renewed on one day": (
        [Says("a", "signed", "2022-03-01"), Says("b", "renewed", "2022-03-01")],
        (PARTNERS, "renewed"),
    ),
    "of two stages without time the more advanced": (
        [Says("a", "exploring"), Says("b", "letter_of_intent")],
        (TALKS, "letter_of_intent"),
    ),
    "of one with time and one without the more advanced": (
        [Says("a", "approved"), Says("b", "exploring", "2020")],
        (TALKS, "approved"),
    ),
    "of one to the month and one to the year the more advanced": (
        [Says("a", "approved", "2017"), Says("b", "letter_of_intent", "2017-05")],
        (TALKS, "approved"),
    ),
    "the later of two talks": (
        [Says("a", "proposed", "2019"), Says("b", "exploring", "2020")],
        (TALKS, "exploring"),
    ),
    "only planned": ([Says("a", "signed", "2030", modality="planned")], ("-", "-")),
    "only hoped": ([Says("a", "signed", modality="hoped")], ("-", "-")),
    "denied": (
        [Says("a", "exploring", "2020"), Says("b", "signed", "2021", modality="denied")],
        (TALKS, "exploring"),
    ),
    "a planned end": (
        [Says("a", "signed", "2020"), Says("b", "ended", "2021", modality="planned")],
        (PARTNERS, "signed"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_where_a_partnership_stands(store: Store, case: str) -> None:
    articles, expected = CASES[case]
    assert stands(add(store, *articles)) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_articles_makes_no_difference(store: Store, case: str) -> None:
    articles, expected = CASES[case]
    assert stands(add(store, *reversed(articles))) == expected


def test_every_stage_of_the_model_has_its_place_in_the_derivation() -> None:
    text = (resources.folder("queries") / "derive" / "20-events.ru").read_text(encoding="utf-8")
    ranks = [text.index(f"(stage:{stage} ") for stage in model.STAGES if stage != "intended"]
    assert ranks == sorted(ranks)
    assert "(stage:intended " in text


def test_copies_of_one_text_count_once(store: Store) -> None:
    facts = add(
        store, Says("a", "signed", "2020"), Says("b", "signed", "2020", text="a"), Says("c", "signed")
    )
    assert facts["partnership/1-2", "sourceCount"] == {"2"}


RELEASE, HALF_OF_IT, SECOND_HALF = passage(0, 200), passage(60, 260), passage(120, 320)
"""The second is alike to both of the others, which are not alike."""


def copies(facts: dict[tuple[str, str], set[str]]) -> dict[str, str]:
    links = {thing: values for (thing, name), values in facts.items() if name == "copyOf"}
    return {thing.removeprefix("article/"): "".join(links[thing]).removeprefix("article/") for thing in links}


def test_a_release_in_ten_newsrooms_is_one_source(store: Store) -> None:
    newsrooms = [
        Says(name, "signed", published="2021-03-02", text=f"{RELEASE} {name}") for name in "bcdefghij"
    ]
    facts = add(store, *newsrooms, Says("a", "signed", published="2021-03-01", text=RELEASE))
    assert facts["partnership/1-2", "sourceCount"] == {"1"}
    assert copies(facts) == dict.fromkeys("bcdefghij", "a")


def test_two_texts_on_one_signing_are_two_sources(store: Store) -> None:
    facts = add(store, Says("a", "signed", text=RELEASE), Says("b", "signed", text=SECOND_HALF))
    assert facts["partnership/1-2", "sourceCount"] == {"2"}
    assert copies(facts) == {}


def test_a_copy_of_a_copy_counts_with_the_first(store: Store) -> None:
    facts = add(
        store,
        Says("c", "signed", published="2021-03-03", text=SECOND_HALF),
        Says("a", "signed", published="2021-03-01", text=RELEASE),
        Says("b", "signed", published="2021-03-02", text=HALF_OF_IT),
    )
    assert copies(facts) == {"b": "a", "c": "b"}
    assert facts["partnership/1-2", "sourceCount"] == {"1"}


def test_an_original_that_comes_late_takes_its_place(store: Store) -> None:
    add(store, Says("b", "signed", published="2021-03-02", text=RELEASE))
    add(store, Says("c", "signed", published="2021-03-03", text=RELEASE))
    assert copies(derived(store)) == {"c": "b"}
    add(store, Says("a", "signed", published="2021-03-01", text=RELEASE))
    assert copies(derived(store)) == {"b": "a", "c": "a"}


def test_copies_find_another_original_when_theirs_is_removed(store: Store) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2021-03-02"), ("c", "2021-03-03")):
        add(store, Says(name, "signed", published=day, text=RELEASE))
    store.remove([article("a")])
    assert copies(derived(store)) == {"c": "b"}
    store.remove([article("b")])
    assert copies(derived(store)) == {}
    assert derived(store)["partnership/1-2", "sourceCount"] == {"1"}


def test_a_text_without_a_day_of_publication_is_taken_for_the_copy(store: Store) -> None:
    facts = add(
        store, Says("a", "signed", text=RELEASE), Says("b", "signed", published="2021-03-02", text=RELEASE)
    )
    assert copies(facts) == {"a": "b"}


def test_a_copy_about_another_partnership_changes_the_count_of_that_one(store: Store) -> None:
    """The copy of a copy speaks of 1 and 3; when the link between is removed, it is a source of its own."""
    add(store, Says("a", "signed", published="2021-03-01", places=(1, 3), text=RELEASE))
    add(store, Says("c", "signed", published="2021-03-03", places=(1, 3), text=SECOND_HALF))
    assert derived(store)["partnership/1-3", "sourceCount"] == {"2"}
    add(store, Says("b", "signed", published="2021-03-02", places=(1, 2), text=HALF_OF_IT))
    assert derived(store)["partnership/1-3", "sourceCount"] == {"1"}
    store.remove([article("b")])
    assert derived(store)["partnership/1-3", "sourceCount"] == {"2"}


def steps(facts: dict[tuple[str, str], set[str]]) -> dict[str, str]:
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


def disputes(facts: dict[tuple[str, str], set[str]]) -> dict[str, str]:
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


def test_first_and_last_date_are_as_precise_as_stated(store: Store) -> None:
    facts = add(store, Says("a", "active", "1985", published="2021-05-05"), Says("b", "signed", "1985-07"))
    assert facts["partnership/1-2", "firstDate"] == {"1985"}
    assert facts["partnership/1-2", "lastDate"] == {"2021-05-05"}
    dates = {str(q.object) for q in store.quads() if short(q.predicate) in ("firstDate", "lastDate")}
    assert dates == {
        '"1985"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        '"2021-05-05"^^<http://www.w3.org/2001/XMLSchema#date>',
    }


def test_an_undated_tie_has_a_stage_and_no_dates(store: Store) -> None:
    facts = add(store, Says("a", "signed"))
    assert ("partnership/1-2", "firstDate") not in facts
    assert facts["partnership/1-2", "currentStage"] == {"stage/signed"}


def test_the_current_kind_is_the_last_one_that_is_specific(store: Store) -> None:
    facts = add(
        store,
        Says("a", "signed", "2000", kind="friendship_city"),
        Says("b", "signed", "2010", kind="sister_city"),
        Says("c", "active", published="2020", kind="cooperation"),
    )
    assert facts["partnership/1-2", "currentKind"] == {"kind/sister_city"}


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
