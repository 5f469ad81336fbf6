"""Where the boxes and lines of a drawing go: layers from top to bottom, with few crossings.

The method is that of Sugiyama, Tagawa and Toda (1981), in its plainest form: turn round the lines that close
a circle, give every box a layer below those that lead to it, put a bend into each layer that a line crosses,
order the layers by the mean place of their neighbours, and move what stands in a row towards its neighbours.
Every line has a bend of its own, with room for its label.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Name = str | tuple[int, int]
"""A box, or the bend of a line (by its number) in a layer."""
Size = tuple[float, float]
Point = tuple[float, float]

GAP = 22.0
"""Between neighbours in a layer."""
LAYER_GAP = 20.0
"""Between layers."""
BEND: Size = (4.0, 4.0)
"""The room that a bend without a label takes."""
PORTS = 0.8
"""How much of an edge the lines share that meet there."""
SWEEPS = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one box to another, with the size of its label."""

    start: str
    end: str
    label: Size = BEND


@dataclass(frozen=True, slots=True)
class Drawing:
    """Centres of the boxes, bends of the lines (ends included), where each label goes, and the whole size."""

    size: Size
    boxes: Mapping[str, Point]
    bends: Sequence[Sequence[Point]]
    labels: Sequence[Point]


def drawn(boxes: Mapping[str, Size], lines: Sequence[Line]) -> Drawing:
    """Give a drawing of boxes, by their sizes, and of lines between them."""
    turned = _turned(boxes, lines)
    downward = [_downward(line, back) for line, back in zip(lines, turned, strict=True)]
    layer_of = {name: 2 * layer for name, layer in _layers(boxes, downward).items()}
    chains = [_chain(number, *ends, layer_of) for number, ends in enumerate(downward)]
    sizes: dict[Name, Size] = {bend: BEND for chain in chains for bend in chain}
    sizes.update(boxes.items())
    middles = [chain[len(chain) // 2] for chain in chains]
    sizes |= {middle: line.label for middle, line in zip(middles, lines, strict=True)}
    pairs = [pair for chain in chains for pair in pairwise(chain)]
    layers = _ordered(_rows(layer_of, chains), pairs)
    centres, size = _placed(layers, sizes, pairs)
    return Drawing(
        size,
        {name: centres[name] for name in boxes},
        [
            points[::-1] if back else points
            for points, back in zip(_bent(chains, centres, sizes), turned, strict=True)
        ],
        [centres[middle] for middle in middles],
    )


def _turned(boxes: Iterable[str], lines: Sequence[Line]) -> list[bool]:
    """Say which lines lead back to where a walk along the lines came from, and so would close a circle."""
    ends: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        ends[line.start].append(number)
    back, done, path = [False] * len(lines), set[str](), set[str]()

    def walk(name: str) -> None:
        path.add(name)
        for number in ends[name]:
            end = lines[number].end
            back[number] = end in path
            if end not in path and end not in done:
                walk(end)
        path.remove(name)
        done.add(name)

    for name in boxes:
        if name not in done:
            walk(name)
    return back


def _downward(line: Line, back: bool) -> tuple[str, str]:
    return (line.end, line.start) if back else (line.start, line.end)


def _layers(boxes: Iterable[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Put every box below all that lead to it; one that none leads to goes right above its first."""
    layers = dict.fromkeys(boxes, 0)
    for _ in layers:
        for start, end in pairs:
            layers[end] = max(layers[end], layers[start] + 1)
    ends = {end for _, end in pairs}
    for name in layers:
        below = [layers[end] for start, end in pairs if start == name]
        if name not in ends and below:
            layers[name] = min(below) - 1
    return layers


def _chain(number: int, start: str, end: str, layer_of: Mapping[str, int]) -> list[Name]:
    """Give a line as its two ends with a bend in each layer between them."""
    between = range(layer_of[start] + 1, layer_of[end])
    return [start, *((number, layer) for layer in between), end]


def _rows(layer_of: Mapping[str, int], chains: Iterable[Sequence[Name]]) -> list[list[Name]]:
    rows: dict[int, list[Name]] = defaultdict(list)
    for name, layer in layer_of.items():
        rows[layer].append(name)
    for chain in chains:
        for bend in chain:
            if isinstance(bend, tuple):
                rows[bend[1]].append(bend)
    return [rows[layer] for layer in range(max(rows, default=-1) + 1)]


def _ordered(layers: list[list[Name]], pairs: Sequence[tuple[Name, Name]]) -> list[list[Name]]:
    """Order the layers, sweep after sweep, and keep the best order that is met."""
    above, below = _neighbours(pairs)
    best, fewest = layers, _crossings(layers, below)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        layers = _swept(layers, above if down else below, down=down)
        crossings = _crossings(layers, below)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _neighbours(pairs: Sequence[tuple[Name, Name]]) -> tuple[dict[Name, list[Name]], dict[Name, list[Name]]]:
    above: dict[Name, list[Name]] = defaultdict(list)
    below: dict[Name, list[Name]] = defaultdict(list)
    for upper, lower in pairs:
        above[lower].append(upper)
        below[upper].append(lower)
    return above, below


def _swept(layers: list[list[Name]], beside: Mapping[Name, list[Name]], *, down: bool) -> list[list[Name]]:
    place: dict[Name, float] = {}
    swept = []
    for layer in layers if down else reversed(layers):
        means = {name: _mean([place[other] for other in beside[name]], at) for at, name in enumerate(layer)}
        layer_in_order = sorted(layer, key=lambda name: means[name])
        place |= {name: float(at) for at, name in enumerate(layer_in_order)}
        swept.append(layer_in_order)
    return swept if down else swept[::-1]


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _crossings(layers: Sequence[Sequence[Name]], below: Mapping[Name, list[Name]]) -> int:
    count = 0
    for upper, lower in pairwise(layers):
        place = {name: at for at, name in enumerate(lower)}
        ends = [place[end] for name in upper for end in sorted(below[name], key=lambda end: place[end])]
        count += sum(later < end for at, end in enumerate(ends) for later in ends[at + 1 :])
    return count


def _placed(
    layers: Sequence[Sequence[Name]], sizes: Mapping[Name, Size], pairs: Sequence[tuple[Name, Name]]
) -> tuple[dict[Name, Point], Size]:
    """Give the centres of everything, and the size of the whole."""
    across = _across(layers, sizes, pairs)
    centres: dict[Name, Point] = {}
    y = 0.0
    left = min((across[name] - sizes[name][0] / 2 for name in across), default=0.0)
    for layer in layers:
        height = max(sizes[name][1] for name in layer)
        centres |= {name: (across[name] - left, y + height / 2) for name in layer}
        y += height + LAYER_GAP
    width = max((x + sizes[name][0] / 2 for name, (x, _) in centres.items()), default=0.0)
    return centres, (width, max(y - LAYER_GAP, 0.0))


def _across(
    layers: Sequence[Sequence[Name]], sizes: Mapping[Name, Size], pairs: Sequence[tuple[Name, Name]]
) -> dict[Name, float]:
    """Move the members of each layer towards their neighbours in the others, in the order that they have."""
    across: dict[Name, float] = {}
    for layer in layers:
        across |= _spread(layer, sizes, dict.fromkeys(layer, 0.0))
    above, below = _neighbours(pairs)
    for sweep in range(SWEEPS):
        beside = above if sweep % 2 == 0 else below
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            wanted = {name: _mean([across[o] for o in beside[name]], across[name]) for name in layer}
            across |= _spread(layer, sizes, wanted)
    return across


def _spread(
    layer: Sequence[Name], sizes: Mapping[Name, Size], wanted: Mapping[Name, float]
) -> dict[Name, float]:
    """Give places as near as may be to the wanted ones, in order and without overlap.

    Neighbours that want the same room share it: they become one block around the mean of what they want.
    """
    blocks: list[Block] = []
    for name in layer:
        block: Block = (wanted[name], [(name, 0.0)])
        while blocks and _right(blocks[-1], sizes) + GAP > _left(block, sizes):
            block = _joined(blocks.pop(), block, sizes, wanted)
        blocks.append(block)
    return {name: start + offset for start, members in blocks for name, offset in members}


Block = tuple[float, list[tuple[Name, float]]]
"""A place, and the members with how far right of it each stands."""


def _left(block: Block, sizes: Mapping[Name, Size]) -> float:
    start, members = block
    name, offset = members[0]
    return start + offset - sizes[name][0] / 2


def _right(block: Block, sizes: Mapping[Name, Size]) -> float:
    start, members = block
    name, offset = members[-1]
    return start + offset + sizes[name][0] / 2


def _joined(first: Block, second: Block, sizes: Mapping[Name, Size], wanted: Mapping[Name, float]) -> Block:
    shift = _right((0.0, first[1]), sizes) + GAP - _left((0.0, second[1]), sizes)
    members = [*first[1], *((name, offset + shift) for name, offset in second[1])]
    start = sum(wanted[name] - offset for name, offset in members) / len(members)
    return start, members


def _bent(
    chains: Sequence[Sequence[Name]], centres: Mapping[Name, Point], sizes: Mapping[Name, Size]
) -> Iterator[list[Point]]:
    """Give the points of the lines, downward: from the lower edge of a box over the bends to an upper edge.

    Lines that meet at an edge share it, in the order of where they come from.
    """
    inner = [[centres[bend] for bend in chain[1:-1]] for chain in chains]
    starts = _ports([chain[0] for chain in chains], [points[0] for points in inner], centres, sizes, 0.5)
    ends = _ports([chain[-1] for chain in chains], [points[-1] for points in inner], centres, sizes, -0.5)
    for start, points, end in zip(starts, inner, ends, strict=True):
        yield [start, *points, end]


def _ports(
    boxes: Sequence[Name],
    beside: Sequence[Point],
    centres: Mapping[Name, Point],
    sizes: Mapping[Name, Size],
    edge: float,
) -> Iterator[Point]:
    """Give for each line where it touches its box: at the lower edge (0.5) or the upper one (-0.5)."""
    for box, point in zip(boxes, beside, strict=True):
        places = sorted(other for name, other in zip(boxes, beside, strict=True) if name == box)
        (x, y), (width, height) = centres[box], sizes[box]
        share = (places.index(point) + 1) / (len(places) + 1) - 0.5
        yield x + share * width * PORTS, y + edge * height
