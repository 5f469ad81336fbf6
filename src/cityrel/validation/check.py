"""The quick question: does a graph keep every rule.

Nearly all graphs do, so this is what costs. pyshacl evaluates a property shape once for each node, reads
its parameters from the shapes graph again each time, and describes every value that fails, also inside
`sh:or`, where failing is normal: 80 ms for an article of 400 triples. Here the same constraint components
of pyshacl are made once for each process, look at all nodes of a class together, and say only yes or no,
in 4 ms. Where the answer is no, pyshacl itself writes the report; a test holds the two to each other.

Only plain SHACL Core is known here; other shapes are refused when they are prepared.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import RDFS, SH, Graph
from rdflib.term import Node

from cityrel.errors import PackError
from cityrel.validation.index import Index, Triple
from cityrel.validation.paths import Reader, itself, reader

Finder = Callable[[Index], Iterable[Node]]

NOT_PREPARED = (SH.sparql, SH.js, SH.target, SH.targetNode, SH.parameter, SH.deactivated)
"""What goes beyond plain SHACL Core, or what no shape of ours has needed so far."""

_EXECUTOR = SHACLExecutor()


class PreparedShape(Shape):
    """A shape with its constraint components made beforehand.

    `validate` stops at the first failure and describes nothing: its list of results is always empty.
    """

    __slots__ = ("components", "finders", "properties", "read")

    components: tuple[ConstraintComponent, ...]
    finders: tuple[Finder, ...]
    properties: tuple["PreparedShape", ...]
    read: Reader

    def validate(
        self,
        executor: SHACLExecutor,
        target_graph: Any,
        focus: Any = (),
        _evaluation_path: list[Any] | None = None,
    ) -> tuple[bool, list[Any]]:
        """Say whether all focus nodes conform; pyshacl's components call this for nested shapes."""
        path = [*(_evaluation_path or ()), self]
        nodes = [focus] if isinstance(focus, Node) else focus
        values = {node: self.read(target_graph, node) for node in nodes}
        for component in self.components:
            if not component.evaluate(executor, target_graph, values, [*path, component])[0]:
                return False, []
        found = list({value: None for group in values.values() for value in group})
        return all(shape.validate(executor, target_graph, found, path)[0] for shape in self.properties), []

    def accepts(self, index: Index) -> bool:
        """Say whether all targets of the shape conform."""
        nodes = list({node: None for find in self.finders for node in find(index)})
        return not nodes or self.validate(_EXECUTOR, index, nodes)[0]


class PreparedShapes(ShapesGraph):
    """The shapes of a graph, ready to be asked.

    Raises PackError for shapes that only pyshacl itself can evaluate.
    """

    def __init__(self, shapes: Graph) -> None:
        for parameter in NOT_PREPARED:
            if (None, parameter, None) in shapes:
                raise PackError(f"shapes: {parameter} cannot be prepared, only plain SHACL Core can")
        super().__init__(Graph() + shapes)
        self._prepared = {shape.node: self._outline(shape) for shape in self.shapes}
        for shape in self._prepared.values():
            self._complete(shape)
        self.graph: Any = Index(self.graph)

    def lookup_shape_from_node(self, node: Any) -> PreparedShape:
        """Give a shape by its IRI, as pyshacl's components ask for it."""
        return self._prepared[node]

    def accept(self, graph: Iterable[Triple]) -> bool:
        """Say whether a graph certainly keeps every rule, warnings included.

        A graph that brings its own subclasses gets False, for only pyshacl looks for targets among them.
        """
        index = Index(graph)
        return not index.subject_objects(RDFS.subClassOf) and all(
            shape.accepts(index) for shape in self._prepared.values() if shape.finders
        )

    def _outline(self, shape: Shape) -> PreparedShape:
        path = self.graph.value(shape.node, SH.path)
        return PreparedShape(self, shape.node, shape.is_property_shape, path, self.logger)

    def _complete(self, shape: PreparedShape) -> None:
        """Make a shape's components, once every shape is there that they may refer to."""
        parameters = dict(self.graph.predicate_objects(shape.node))
        kinds = dict.fromkeys(CONSTRAINT_PARAMETERS_MAP.get(parameter) for parameter in parameters)
        shape.components = tuple(
            _silent(kind)(shape)
            for kind in kinds
            if kind and kind is not CONSTRAINT_PARAMETERS_MAP[SH.property]
        )
        shape.properties = tuple(self._prepared[node] for node in self.graph.objects(shape.node, SH.property))
        shape.finders = tuple(_finders(self.graph, shape.node))
        shape.read = reader(self.graph, parameters[SH.path]) if SH.path in parameters else itself


class _Silent:
    """A constraint component that does not describe what fails."""

    def make_v_result(self, *_: object, **__: object) -> None:
        """Give nothing in place of a result."""


@cache
def _silent(kind: type[ConstraintComponent]) -> type[ConstraintComponent]:
    return type(kind.__name__, (_Silent, kind), {})


def _finders(shapes: Graph, shape: Node) -> Iterator[Finder]:
    """Give a function for each target of a shape that finds its nodes."""
    for kind in shapes.objects(shape, SH.targetClass):
        yield partial(_instances, kind)
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        yield partial(_ends, predicate, 0)
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        yield partial(_ends, predicate, 1)


def _instances(kind: Node, index: Index) -> Iterable[Node]:
    return index.instances(kind)


def _ends(predicate: Node, end: int, index: Index) -> Iterable[Node]:
    return (pair[end] for pair in index.subject_objects(predicate))
