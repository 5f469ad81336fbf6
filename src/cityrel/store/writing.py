"""How graphs are replaced, removed and derived from, on top of what any SPARQL 1.1 engine can do."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from types import TracebackType
from typing import Self

from cityrel.store import content, updates
from cityrel.store.content import Graph
from cityrel.vocabulary import ONTOLOGY


class SparqlStore(ABC):
    """The writing half of a store; an engine adds how it looks up, updates and queries."""

    exclusive = False
    """Whether nobody else can write between a look and an update."""

    @abstractmethod
    def _graphs(self, iris: Collection[str]) -> dict[str, Graph]:
        """Give the content of the named graphs; one that does not exist is empty or absent."""

    @abstractmethod
    def _update(self, text: str) -> None:
        """Run an update as one atomic step; raises StoreError and changes nothing where it fails."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and locks."""

    def replace(self, graphs: Mapping[str, str]) -> int:
        """Store article graphs in place of what was there; see `Store.replace`."""
        return self._replace(content.article_graphs(graphs))

    def remove(self, iris: Iterable[str]) -> int:
        """Remove article graphs; see `Store.remove`."""
        return self._replace({content.check_name(iri): frozenset() for iri in iris})

    def rederive(self) -> None:
        """Derive everything again; see `Store.rederive`."""
        self._update(updates.rederivation())

    def _replace(self, graphs: Mapping[str, Graph]) -> int:
        stored = self._graphs(graphs)
        changed = {iri: graph for iri, graph in graphs.items() if graph != stored.get(iri, frozenset())}
        if changed:
            new = [iri for iri in changed if self.exclusive and not stored.get(iri)]
            self._update(updates.replacement(changed, new))
        return len(changed)

    def _refresh_ontology(self) -> None:
        """Store the ontology that comes with the package, unless it is there already."""
        wanted = content.ontology_graph()
        if wanted != self._graphs([str(ONTOLOGY)]).get(str(ONTOLOGY), frozenset()):
            self._update(updates.ontology_replacement(wanted))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
