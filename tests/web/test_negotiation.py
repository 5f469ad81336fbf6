"""The choice of a format by the weights of the Accept header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.web.negotiation import GRAPH_TYPES, HTML, RESULT_TYPES, best, content_type, type_of, weight

OFFERED = ("text/turtle", "application/ld+json", "text/html")


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ([], "text/turtle"),
        ([("*/*", 1)], "text/turtle"),
        ([("text/html", 1)], "text/html"),
        ([("text/html", 0.5), ("application/ld+json", 0.9)], "application/ld+json"),
        ([("text/*", 0.4), ("text/html", 0.3)], "text/turtle"),
        ([("*/*", 1), ("text/turtle", 0)], "application/ld+json"),
        ([("text/*", 1), ("text/turtle", 0.1)], "text/html"),
        ([("TEXT/HTML; level=1", 1)], "text/html"),
        ([("image/png", 1)], None),
        ([("*/*", 0)], None),
    ],
)
def test_best_gives_the_type_of_the_highest_weight_and_ours_first_of_equals(
    accepted: list[tuple[str, float]], chosen: str | None
) -> None:
    assert best(accepted, OFFERED) == chosen


def test_weight_is_that_of_the_most_specific_range() -> None:
    ranges = [("*/*", 0.1), ("text/*", 0.5), ("text/csv", 0.2)]
    assert [weight(ranges, name) for name in ("text/csv", "text/html", "image/png")] == [0.2, 0.5, 0.1]


@given(st.lists(st.tuples(st.sampled_from((*OFFERED, "*/*", "text/*", "x")), st.floats(0, 1))))
def test_best_never_gives_a_type_of_no_weight(accepted: list[tuple[str, float]]) -> None:
    chosen = best(accepted, OFFERED)
    assert chosen is None or not accepted or weight(accepted, chosen) > 0


def test_texts_say_that_they_are_utf_8() -> None:
    assert content_type("text/csv") == "text/csv; charset=utf-8"
    assert content_type("application/ld+json") == "application/ld+json"


def test_every_format_has_a_media_type_of_its_own_first() -> None:
    assert type_of(RESULT_TYPES, "json") == "application/sparql-results+json"
    assert type_of(GRAPH_TYPES, "jsonld") == "application/ld+json"
    assert HTML not in (*RESULT_TYPES, *GRAPH_TYPES)
