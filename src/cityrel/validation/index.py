"""A graph laid out for reading: what constraints ask of it costs a look into a dictionary."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from rdflib import RDF
from rdflib.term import Node

Triple = tuple[Node, Node, Node]


class Index:
    """The triples of a graph by subject, by predicate and by class.

    It has those methods of rdflib's `Graph` that pyshacl's constraints call; rdflib itself looks through
    several layers of contexts for every answer, ten times as long.
    """

    def __init__(self, graph: Iterable[Triple]) -> None:
        self._by_subject: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._by_predicate: dict[Node, list[tuple[Node, Node]]] = defaultdict(list)
        for subject, predicate, value in graph:
            self._by_subject[subject][predicate].append(value)
            self._by_predicate[predicate].append((subject, value))
        self._by_class: dict[Node, list[Node]] = defaultdict(list)
        for subject, kind in self.subject_objects(RDF.type):
            self._by_class[kind].append(subject)

    def instances(self, kind: Node) -> Collection[Node]:
        """Give the nodes of a class."""
        return self._by_class.get(kind, ())

    def objects(self, subject: Node, predicate: Node) -> Collection[Node]:
        """Give the values of a property of a node."""
        properties = self._by_subject.get(subject)
        return properties.get(predicate, ()) if properties else ()

    def subjects(self, predicate: Node, value: Node) -> Iterator[Node]:
        """Give the nodes that have a value of a property."""
        return (subject for subject, found in self.subject_objects(predicate) if found == value)

    def subject_objects(self, predicate: Node) -> Collection[tuple[Node, Node]]:
        """Give the nodes that have a property, with its values."""
        return self._by_predicate.get(predicate, ())

    def predicate_objects(self, subject: Node) -> Iterator[tuple[Node, Node]]:
        """Give the properties of a node, with their values."""
        for predicate, values in self._by_subject.get(subject, {}).items():
            yield from ((predicate, value) for value in values)

    def transitive_objects(self, subject: Node, predicate: Node) -> Iterator[Node]:
        """Give a node and all that a property leads to from it, as from a class to its superclasses."""
        seen, waiting = {subject}, [subject]
        while waiting:
            node = waiting.pop()
            yield node
            fresh = set(self.objects(node, predicate)) - seen
            seen |= fresh
            waiting.extend(fresh)

    def items(self, head: Node) -> Iterator[Node]:
        """Give the members of an RDF list."""
        while head != RDF.nil:
            yield from self.objects(head, RDF.first)
            head = next(iter(self.objects(head, RDF.rest)), RDF.nil)
