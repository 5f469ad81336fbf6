"""What every store can do, whichever engine is behind it."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal | Triple
Row = dict[str, Term]
"""A solution of a SELECT query: from variable to term; what is unbound is absent."""


class Store(Protocol):
    """Article graphs, the ontology, and what is derived from them.

    Queries see the merge of all graphs as their default graph. A store is its own context manager; leaving
    it closes it. Every method raises StoreError where the engine fails, and a failed write changes nothing.
    """

    @property
    def location(self) -> str:
        """The folder or the address, without credentials."""

    def replace(self, graphs: Mapping[str, str]) -> int:
        """Store article graphs, each given as N-Triples, in place of what was there under their IRIs.

        All graphs and what is derived from them come in one atomic step: all or nothing. Gives how many
        graphs are new or different; equal ones cost a comparison and change nothing. Raises StoreError
        where a name or a graph is not RDF, has a blank node, or belongs to the store itself.
        """

    def remove(self, iris: Iterable[str]) -> int:
        """Remove article graphs and what only they supported, in one atomic step; gives their number.

        The graph `graph/removed` keeps the IRIs of the articles and things that are described no more, each
        with the time (prov:invalidatedAtTime), until they are again. `replace` does so, too.
        """

    def rederive(self) -> None:
        """Derive everything again from the article graphs, in one atomic step."""

    def select(self, query: str) -> Iterator[Row]:
        """Answer a SELECT query. Raises QueryError where it is not SPARQL or another form of query."""

    def ask(self, query: str) -> bool:
        """Answer an ASK query. Raises QueryError where it is not SPARQL or another form of query."""

    def construct(self, query: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query. Raises QueryError as `select` does."""

    def quads(self) -> Iterator[Quad]:
        """Give everything, each statement with its graph, in no particular order.

        Without the store's notes of what was retracted: they tell of its past and not of the articles.
        """

    def publish(self) -> None:
        """Show readers what has been written. Nothing happens where nothing was."""

    def close(self) -> None:
        """Let go of files and locks; a store closed twice is closed."""

    def __enter__(self) -> Self:
        """Give the store itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
