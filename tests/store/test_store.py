"""What every store does: the same tests for the embedded one and for one on a server."""

import pytest
from pyoxigraph import Literal, NamedNode, Triple
from tests.store.graphs import BASE, PREFIXES, Says, article, holding_graph, triples

from cityrel.errors import QueryError, StoreError
from cityrel.store import Store, Term, open_store

XSD = "http://www.w3.org/2001/XMLSchema#"
STATED = PREFIXES + "SELECT ?stage WHERE { GRAPH ?article { ?event cr:stage ?stage } }"
EXPLORING = Says("a", "exploring", "2020-11-20").graph
SIGNED = Says("b", "signed", "2021-03").graph


def stages(store: Store) -> list[str]:
    return sorted(str(row["stage"]).rpartition("/")[2].rstrip(">") for row in store.select(STATED))


def test_replace_stores_a_graph_and_says_how_many_changed(store: Store) -> None:
    assert store.replace(EXPLORING | SIGNED) == 2
    assert stages(store) == ["exploring", "signed"]


def test_replace_changes_nothing_when_the_same_comes_again(store: Store) -> None:
    store.replace(EXPLORING | SIGNED)
    before = set(store.quads())
    assert store.replace(EXPLORING | SIGNED) == 0
    assert set(store.quads()) == before


def test_replace_knows_a_graph_again_whose_numbers_are_written_otherwise(store: Store) -> None:
    graph = {article("a"): triples([(article("a"), "confidence", f'"0.90"^^<{XSD}decimal>')])}
    assert store.replace(graph) == 1
    assert store.replace(graph) == 0


def test_replace_puts_the_whole_new_graph_in_place_of_the_old(store: Store) -> None:
    store.replace(EXPLORING)
    assert store.replace(Says("a", "signed").graph) == 1
    assert stages(store) == ["signed"]
    assert not store.ask(PREFIXES + "ASK { GRAPH ?article { ?event cr:date ?date } }")


def test_replace_derives_in_the_same_step(store: Store) -> None:
    store.replace(EXPLORING)
    assert store.ask(PREFIXES + "ASK { GRAPH graph:derived { place:1 cr:inTalksWith place:2 } }")


def test_nothing_of_a_batch_is_stored_when_one_of_its_graphs_is_no_rdf(store: Store) -> None:
    with pytest.raises(StoreError, match=r"article/b: not N-Triples: "):
        store.replace(EXPLORING | {article("b"): "<a> nonsense"})
    assert stages(store) == []


@pytest.mark.parametrize("name", ["ontology", "graph/derived", "graph/touched", "graph/touched/1"])
def test_replace_refuses_a_graph_that_belongs_to_the_store(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="belongs to the store"):
        store.replace({f"{BASE}{name}": ""})


def test_replace_refuses_a_name_that_is_no_iri(store: Store) -> None:
    with pytest.raises(StoreError, match="not the IRI of a graph"):
        store.replace({"> } ; DROP ALL": ""})


def test_replace_refuses_blank_nodes(store: Store) -> None:
    with pytest.raises(StoreError, match="no blank nodes"):
        store.replace({article("a"): f"_:a <{BASE}ontology#stage> _:b .\n"})


def test_a_text_that_looks_like_an_update_is_a_text(store: Store) -> None:
    nasty = "} } ;\nDROP ALL ;\n# \\ \"'''\u0001 \U0001f600"
    graph = triples([(article("a"), "dateline", str(Literal(nasty)))])
    store.replace({article("a"): graph})
    (row,) = store.select(PREFIXES + "SELECT ?text WHERE { ?article cr:dateline ?text }")
    assert row == {"text": Literal(nasty)}


def test_remove_takes_the_graph_and_what_only_it_supported(store: Store) -> None:
    store.replace(EXPLORING | SIGNED | holding_graph("c", "ana", "1/mayor"))
    assert store.remove([article("b"), article("c"), article("nowhere")]) == 2
    assert stages(store) == ["exploring"]
    assert not store.ask(PREFIXES + "ASK { ?a cr:partnersWith|cr:holdsRole ?b }")
    assert store.ask(PREFIXES + "ASK { place:2 cr:inTalksWith place:1 }")


def test_removing_everything_leaves_only_the_ontology(store: Store) -> None:
    empty = set(store.quads())
    store.replace(EXPLORING | SIGNED | holding_graph("c", "ana", "1/mayor"))
    store.remove([article(name) for name in "abc"])
    assert set(store.quads()) == empty


def test_no_scratch_is_left_behind(store: Store) -> None:
    store.replace(EXPLORING | SIGNED)
    assert not any("graph/touched" in str(quad.graph_name) for quad in store.quads())


def test_the_ontology_can_be_asked_for_labels(store: Store) -> None:
    label = "stage:signed <http://www.w3.org/2004/02/skos/core#prefLabel> ?label"
    found = store.select(PREFIXES + f"SELECT ?label WHERE {{ GRAPH <{BASE}ontology> {{ {label} }} }}")
    assert {getattr(row["label"], "language", None) for row in found} >= {"en", "id"}


def test_select_leaves_out_what_is_unbound(store: Store) -> None:
    rows = store.select("SELECT ?a ?b WHERE { VALUES (?a ?b) { (1 UNDEF) } }")
    assert list(rows) == [{"a": Literal("1", datatype=NamedNode(f"{XSD}integer"))}]


def test_construct_gives_triples(store: Store) -> None:
    store.replace(EXPLORING)
    found = store.construct(PREFIXES + "CONSTRUCT { ?a cr:inTalksWith ?b } WHERE { ?a cr:inTalksWith ?b }")
    one, two, talks = (NamedNode(BASE + name) for name in ("place/1", "place/2", "ontology#inTalksWith"))
    assert set(found) == {Triple(one, talks, two), Triple(two, talks, one)}


def test_a_query_that_is_no_sparql_is_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError, match="not SPARQL") as caught:
        store.select("SELECT everything")
    assert "\n" not in str(caught.value)


def test_another_form_of_query_is_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError):
        list(store.select("ASK {}"))
    with pytest.raises(QueryError):
        store.ask("SELECT * {}")
    with pytest.raises(QueryError):
        list(store.construct("SELECT * {}"))
    with pytest.raises(QueryError):
        store.select("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def test_an_update_is_no_query(store: Store) -> None:
    with pytest.raises(QueryError):
        store.select("DROP ALL")


def test_a_store_opened_to_read_cannot_write(store: Store, location: str) -> None:
    store.replace(EXPLORING)
    store.publish()
    with open_store(location) as reader:
        assert stages(reader) == ["exploring"]
        with pytest.raises(StoreError, match="for reading only"):
            reader.replace(SIGNED)


def test_quads_name_their_graphs(store: Store) -> None:
    store.replace(EXPLORING)
    graphs = {quad.graph_name for quad in store.quads()}
    assert {NamedNode(article("a")), NamedNode(f"{BASE}graph/derived")} <= graphs


def retracted(store: Store) -> set[str]:
    """Give what the store notes as retracted, each with a time."""
    rows = store.select(
        PREFIXES + "PREFIX prov: <http://www.w3.org/ns/prov#>\n"
        "SELECT ?thing ?time WHERE { GRAPH graph:removed { ?thing prov:invalidatedAtTime ?time } }"
    )
    times = {short(row["thing"]): row["time"] for row in rows}
    assert all(getattr(time, "datatype", None) == NamedNode(f"{XSD}dateTime") for time in times.values())
    return set(times)


def short(term: Term) -> str:
    return getattr(term, "value", "").removeprefix(BASE)


def test_what_is_removed_is_noted_with_what_only_it_stated(store: Store) -> None:
    store.replace(EXPLORING | SIGNED | Says("d", "signed", places=(1, 3)).graph)
    store.remove([article("b"), article("d")])
    assert retracted(store) == {"article/b", "article/d", "partnership/1-3"}


def test_what_a_new_version_no_longer_states_is_noted(store: Store) -> None:
    store.replace(Says("a", "signed").graph)
    store.replace(Says("a", "signed", places=(1, 3)).graph)
    assert retracted(store) == {"partnership/1-2"}


def test_what_is_stated_again_is_noted_no_more(store: Store) -> None:
    store.replace(EXPLORING)
    store.remove([article("a")])
    assert retracted(store) == {"article/a", "partnership/1-2"}
    store.replace(Says("z", "signed").graph)
    assert retracted(store) == {"article/a"}
    store.replace(EXPLORING)
    assert retracted(store) == set()


def test_a_thing_that_moves_from_one_article_to_another_is_not_retracted(store: Store) -> None:
    store.replace(Says("a", "signed").graph | Says("b", "signed", places=(1, 3)).graph)
    store.replace(Says("b", "signed").graph | Says("a", "signed", places=(1, 3)).graph)
    assert retracted(store) == set()


def test_notes_of_what_was_retracted_are_no_statements_of_the_store(store: Store, location: str) -> None:
    store.replace(EXPLORING)
    store.remove([article("a")])
    assert not any("invalidated" in str(quad.predicate) for quad in store.quads())
    if not location.startswith("http"):  # a server's union of all graphs has its own rules
        assert not store.ask(f"ASK {{ <{article('a')}> ?property ?value }}")


def test_deriving_everything_again_keeps_the_notes_of_what_was_retracted(store: Store) -> None:
    store.replace(EXPLORING | SIGNED)
    store.remove([article("a")])
    store.rederive()
    assert retracted(store) == {"article/a"}
