"""How the cases of the derivation fill a store and read what was derived."""

from pyoxigraph import NamedNode
from tests.store.graphs import BASE, Says, article, passage

from cityrel.store import Store
from cityrel.vocabulary import DERIVED

Derived = dict[tuple[str, str], set[str]]
"""From thing and property to values, all in short."""

PARTNERS = "partnersWith"
TALKS = "inTalksWith"

RELEASE, HALF_OF_IT, SECOND_HALF = passage(0, 200), passage(60, 260), passage(120, 320)
"""The second is alike to both of the others, which are not alike."""


def clear(store: Store) -> None:
    prefix = article("")
    named = {str(quad.graph_name).strip("<>") for quad in store.quads()}
    store.remove([iri for iri in named if iri.startswith(prefix)])


def derived(store: Store) -> Derived:
    """Give what is derived, from thing and property to values, all in short."""
    found: Derived = {}
    for quad in store.quads():
        if quad.graph_name == NamedNode(str(DERIVED)):
            found.setdefault((short(quad.subject), short(quad.predicate)), set()).add(short(quad.object))
    return found


def short(term: object) -> str:
    text = getattr(term, "value", str(term))
    return str(text).removeprefix(BASE).removeprefix("ontology#")


def add(store: Store, *articles: Says) -> Derived:
    for said in articles:
        store.replace(said.graph)
    return derived(store)


def stands(facts: Derived) -> tuple[str, str]:
    """Give the edge between the two places and the current stage of their partnership, `-` where none."""
    edges = [name for name in ("partnersWith", "inTalksWith") if facts.get(("place/1", name)) == {"place/2"}]
    for name in edges:
        assert facts["place/2", name] == {"place/1"}
    (stage,) = facts.get(("partnership/1-2", "currentStage"), {"-"})
    return "+".join(edges) or "-", stage.removeprefix("stage/")
