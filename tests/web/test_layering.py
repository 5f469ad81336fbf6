"""Drawings in layers: nothing overlaps, lines start and end at their boxes, and few cross."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cityrel.web.layering import Drawing, Line, Point, Size, drawn

NAMES = tuple("abcdefgh")
BOXES: dict[str, Size] = {name: (30.0 + 10 * at, 20.0 + 5 * at) for at, name in enumerate(NAMES)}
LINES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda ends: ends[0] != ends[1]),
    max_size=14,
).map(lambda ends: [Line(*each, label=(40.0, 14.0)) for each in ends])


def overlap(one: Point, two: Point, first: Size, second: Size) -> bool:
    return all(abs(one[at] - two[at]) < (first[at] + second[at]) / 2 - 0.01 for at in (0, 1))


def touches(drawing: Drawing, name: str, point: Point) -> bool:
    (x, y), (width, height) = drawing.boxes[name], BOXES[name]
    return abs(point[0] - x) <= width / 2 and abs(abs(point[1] - y) - height / 2) < 0.01


@given(LINES)
def test_neither_boxes_nor_labels_overlap(lines: list[Line]) -> None:
    drawing = drawn(BOXES, lines)
    places = [(drawing.boxes[name], BOXES[name]) for name in NAMES]
    places += [(at, line.label) for at, line in zip(drawing.labels, lines, strict=True)]
    assert not [
        pair for pair in combinations(places, 2) if overlap(pair[0][0], pair[1][0], pair[0][1], pair[1][1])
    ]


@given(LINES)
def test_a_line_leads_from_the_edge_of_its_start_to_that_of_its_end(lines: list[Line]) -> None:
    drawing = drawn(BOXES, lines)
    for line, bends in zip(lines, drawing.bends, strict=True):
        assert touches(drawing, line.start, bends[0])
        assert touches(drawing, line.end, bends[-1])


@given(LINES)
def test_all_lies_within_the_size(lines: list[Line]) -> None:
    drawing = drawn(BOXES, lines)
    for name in NAMES:
        (x, y), (width, height) = drawing.boxes[name], BOXES[name]
        assert width / 2 - 0.01 <= x <= drawing.size[0] - width / 2 + 0.01
        assert height / 2 - 0.01 <= y <= drawing.size[1] - height / 2 + 0.01


def test_lines_lead_downward_and_those_that_close_a_circle_upward() -> None:
    lines = [Line(*ends) for ends in ("ab", "bc", "ca")]
    boxes = drawn({name: BOXES[name] for name in "abc"}, lines).boxes
    assert boxes["a"][1] < boxes["b"][1] < boxes["c"][1]


def test_layers_are_ordered_so_that_lines_do_not_cross_where_they_need_not() -> None:
    lines = [Line(*ends) for ends in ("ae", "bd", "af", "bc")]
    drawing = drawn(BOXES, lines)
    sides = [(drawing.boxes[line.start][0], drawing.boxes[line.end][0]) for line in lines]
    assert not [1 for (a, b), (c, d) in combinations(sides, 2) if (a - c) * (b - d) < 0]


def test_a_drawing_of_nothing_is_empty_and_one_is_always_the_same() -> None:
    assert drawn({}, []).size == (0.0, 0.0)
    lines = [Line(*ends) for ends in pairwise(NAMES)]
    assert drawn(BOXES, lines) == drawn(BOXES, lines)
