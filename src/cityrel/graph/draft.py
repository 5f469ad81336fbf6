"""The triples of an article's graph while they are gathered."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Self

from rdflib import Graph, URIRef
from rdflib.term import Literal, Node

from cityrel.graph import literals
from cityrel.model import Article
from cityrel.vocabulary import PREFIXES, article_iri

NAMESPACES = {prefix: URIRef(namespace) for prefix, namespace in PREFIXES.items()}


@dataclass
class Draft:
    """What is written so far: `article` names the graph, `tag` is the language of words as written."""

    article: URIRef
    tag: str | None
    _triples: list[tuple[URIRef, URIRef, Node]] = field(default_factory=list)
    _described: set[Hashable] = field(default_factory=set)
    _names: dict[URIRef, str] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> Self:
        """Begin the graph of an article."""
        return cls(article_iri(article), literals.language_tag(article.language))

    def add(self, subject: URIRef, predicate: URIRef, value: Node | None) -> None:
        """Write a triple; None is what the text does not state, and writes nothing."""
        if value is not None:
            self._triples.append((subject, predicate, value))

    def words(self, text: str | None) -> Literal | None:
        """Give words of the article in its language."""
        return literals.words(text, self.tag)

    def part(self, name: str) -> URIRef:
        """Name a part of the article, such as `stage-1`."""
        return URIRef(f"{self.article}#{name}")

    def is_new(self, thing: Hashable) -> bool:
        """Say whether a thing is met for the first time, and must be described."""
        if thing in self._described:
            return False
        self._described.add(thing)
        return True

    def main_name(self, iri: URIRef, name: str) -> str:
        """Give the main name of a thing: the first that was asked about."""
        return self._names.setdefault(iri, name)

    def graph(self) -> Graph:
        """Give the graph. Its store has no contexts, which makes it twice as fast as rdflib's usual one."""
        graph = Graph(store="SimpleMemory", identifier=self.article)
        for prefix, namespace in NAMESPACES.items():
            graph.store.bind(prefix, namespace)
        for triple in self._triples:
            graph.store.add(triple, graph)  # the graph's own look at each term is spared: they are typed
        return graph
