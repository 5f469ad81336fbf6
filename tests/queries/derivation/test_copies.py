"""Copies of one text are one source, whatever the order in which they come."""

from tests.queries.derivation.reading import HALF_OF_IT, RELEASE, SECOND_HALF, Derived, add, derived
from tests.store.graphs import Says, article

from cityrel.store import Store


def test_copies_of_one_text_count_once(store: Store) -> None:
    facts = add(
        store, Says("a", "signed", "2020"), Says("b", "signed", "2020", text="a"), Says("c", "signed")
    )
    assert facts["partnership/1-2", "sourceCount"] == {"2"}


def copies(facts: Derived) -> dict[str, str]:
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
