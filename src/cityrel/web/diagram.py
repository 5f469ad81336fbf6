"""A drawing of the ontology: classes as boxes with what is told of them, and how they lead to each other.

A class that is only a kind of another, with no property of its own, is named in the box of that one. So are
properties that lead to a text, a number or a concept, and those that lead from a class to itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cityrel.vocabulary import CR, ONTOLOGY, SKOS
from cityrel.web import layering, ontology
from cityrel.web.layering import Line, Point

LETTER = 7.6
"""Room for a letter at the size of the drawing's texts."""
BOLD = 8.4
"""Room for a letter of a title."""
ROW = 17.0
"""From one line of text to the next."""
PAD = 8.0
"""Above and below the texts of a box."""
MARGIN = 10.0
"""Around the whole."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class: its place, and the lines of text in its box."""

    iri: str
    own: bool
    title: str
    rows: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property that leads from one class to another, or (`inherits`) what a class is a kind of."""

    path: str
    label: str
    at: Point
    inherits: bool


@dataclass(frozen=True, slots=True)
class Diagram:
    """The whole drawing, to be written as SVG."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    titles: Mapping[str, str]
    rows: Mapping[str, list[str]]
    links: Mapping[tuple[str, str], list[str]]
    parents: Sequence[tuple[str, str]]


_Use = tuple[str, str | None, str]
"""A box, the box that a line leads to or None, and a label."""


@cache
def of_ontology(language: str) -> Diagram:
    """Give the drawing of the ontology with its labels in a language."""
    content = _content(language)
    sizes = {iri: _size(title, content.rows[iri]) for iri, title in content.titles.items()}
    lines = [Line(start, end, _size(", ".join(names), [])) for (start, end), names in content.links.items()]
    lines += [Line(child, parent) for child, parent in content.parents]
    drawing = layering.drawn(sizes, lines)
    labels = [", ".join(names) for names in content.links.values()] + [""] * len(content.parents)
    arrows = zip(drawing.bends, labels, drawing.labels, strict=True)
    return Diagram(
        drawing.size[0] + 2 * MARGIN,
        drawing.size[1] + 2 * MARGIN,
        tuple(_box(iri, content, sizes[iri], drawing.boxes[iri]) for iri in sizes),
        tuple(Arrow(_path(bends), label, _moved(at), not label) for bends, label, at in arrows),
    )


def _content(language: str) -> _Content:
    home = _homes()
    rows: dict[str, list[str]] = defaultdict(list)
    links: dict[tuple[str, str], list[str]] = defaultdict(list)
    for start, end, label in (*_kinds(home, language), *_uses(home, language)):
        if end in (None, start):
            rows[start].append(f"↻ {label}" if end else label)
        else:
            links[start, end].append(label)
    names = [*home.values(), *(iri for pair in links for iri in pair)]
    titles = {iri: _title(iri, language) for iri in dict.fromkeys(names)}
    return _Content(titles, rows, links, list(_parents(home)))


def _kinds(home: Mapping[str, str], language: str) -> Iterator[_Use]:
    """Give the classes that stand in the box of another."""
    for term in ontology.classes():
        if home[term.iri] != term.iri:
            yield home[term.iri], None, f"– {term.text('rdfs:label', language)}"


def _uses(home: Mapping[str, str], language: str) -> Iterator[_Use]:
    """Give the properties, once for each box that they stand in or lead from, and each that they lead to."""
    for term in ontology.properties():
        ends = dict.fromkeys(home.get(iri, iri) for iri in term.range) if _leads(term) else (None,)
        for start in dict.fromkeys(home.get(iri, iri) for iri in term.domain):
            yield from ((start, end, term.text("rdfs:label", language)) for end in ends)


def _homes() -> dict[str, str]:
    """Give for each class the one in whose box it stands."""
    used = {iri for term in ontology.properties() for iri in (*term.domain, *term.range)}
    homes = {}
    for term in ontology.classes():
        parents = [iri for iri in term.links("rdfs:subClassOf") if iri.startswith(CR)]
        homes[term.iri] = term.iri if term.iri in used or not parents else parents[0]
    return homes


def _parents(home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for term in ontology.classes():
        for parent in term.links("rdfs:subClassOf"):
            if home[term.iri] == term.iri and parent in home:
                yield term.iri, home[parent]


def _leads(term: ontology.Term) -> bool:
    """Say whether a property leads to things, and not to texts, numbers, concepts or properties."""
    others = {str(SKOS.Concept), ontology.full("rdf:Property")}
    return term.is_a(ontology.OBJECT_PROPERTY) and not others & set(term.range)


def _title(iri: str, language: str) -> str:
    terms = ontology.described(str(ONTOLOGY))
    return terms[iri].text("rdfs:label", language).capitalize() if iri in terms else ontology.short(iri)


def _size(title: str, rows: list[str]) -> layering.Size:
    width = max(BOLD * len(title), *(LETTER * len(row) for row in rows), 0.0)
    if not rows and not title:
        return 4.0, 4.0
    return width + 2 * LETTER, ROW * (len(rows) + 1) + (2 if rows else 1) * PAD


def _box(iri: str, content: _Content, size: layering.Size, centre: Point) -> Box:
    left, top = _moved((centre[0] - size[0] / 2, centre[1] - size[1] / 2))
    return Box(iri, iri.startswith(CR), content.titles[iri], tuple(content.rows[iri]), left, top, *size)


def _moved(point: Point) -> Point:
    return round(point[0] + MARGIN, 1), round(point[1] + MARGIN, 1)


def _path(bends: Sequence[Point]) -> str:
    """Give a curve through points, as the `d` of an SVG path, upright at every point."""
    points = [_moved(point) for point in bends]
    start = f"M{points[0][0]} {points[0][1]}"
    return start + "".join(map(_curve, points, points[1:]))


def _curve(start: Point, end: Point) -> str:
    middle = round((start[1] + end[1]) / 2, 1)
    return f"C{start[0]} {middle} {end[0]} {middle} {end[0]} {end[1]}"
