"""Words that differ by a slip or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.web.similar import MOST_CANDIDATES, Words, distance, slips

CITIES = Words(("bandung", "bandar", "braunschweig", "rome", "lome", "osaka", "kon", "yogyakarta"))
SHORT = st.text("abc", max_size=5)
LISTS = st.lists(st.text("abcdefgh", min_size=4, max_size=10), min_size=1, max_size=30, unique=True)


def plain_distance(one: str, other: str) -> int:
    """Measure as the definition says, without any shortcut."""
    if not one or not other:
        return max(len(one), len(other))
    cost = one[-1] != other[-1]
    found = min(
        plain_distance(one[:-1], other) + 1,
        plain_distance(one, other[:-1]) + 1,
        plain_distance(one[:-1], other[:-1]) + cost,
    )
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[-1] + other[-2]:
        found = min(found, plain_distance(one[:-2], other[:-2]) + 1)
    return found


@given(SHORT, SHORT, st.integers(0, 6))
def test_the_distance_is_that_of_its_definition_up_to_the_bound(one: str, other: str, most: int) -> None:
    true = plain_distance(one, other)
    measured = distance(one, other, most)
    assert measured == true if true <= most else measured > most


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bandnug", ["bandung"]),
        ("bandng", ["bandung"]),
        ("banduung", ["bandung"]),
        ("bamdung", ["bandung"]),
        ("braunshcwieg", ["braunschweig"]),
        ("jogjakarta", ["yogyakarta"]),
        ("ogyakarta", ["yogyakarta"]),
        ("rome", ["rome", "lome"]),
        ("kom", []),
        ("tokyo", []),
        ("", []),
        ("x" * 100_000, []),
    ],
)
def test_small_slips_find_the_word_that_is_meant_the_nearest_first(typed: str, meant: list[str]) -> None:
    assert [word for _, word in CITIES.near(typed)] == meant


@given(LISTS, st.data())
def test_every_word_within_reach_is_found(words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(0, len(word) - 1))
    typed = word[:at] + data.draw(st.sampled_from("xyz")) + word[at:]
    assert word in {found for _, found in Words(tuple(words)).near(typed)}
    assert all(found <= slips(typed) for found, _ in Words(tuple(words)).near(typed))


def test_the_work_is_bounded_where_all_words_are_alike() -> None:
    many = Words(tuple(f"{number:05}aaaaaaaa" for number in range(5 * MOST_CANDIDATES)))
    assert len(list(many._candidates("aaaaaaaaaaaaa", 2))) <= MOST_CANDIDATES
