"""How graphs are replaced, removed and derived from, on top of what any SPARQL 1.1 engine can do."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from types import TracebackType
from typing import Self

from cityrel.store import content, updates
from cityrel.store.content import Graph
from cityrel.store.updates import Turns
from cityrel.vocabulary import ONTOLOGY, REMOVED


class SparqlStore(ABC):
    """The writing half of a store; an engine adds how it looks up, updates and queries."""

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
        return self._replace({content.check_name(iri): content.NOTHING for iri in iris})

    def rederive(self) -> None:
        """Derive everything again; see `Store.rederive`."""
        self._update(updates.rederivation())

    def _replace(self, graphs: Mapping[str, Graph]) -> int:
        stored = self._graphs(graphs)
        changed = {
            iri: graph
            for iri, graph in graphs.items()
            if content.differs(graph, stored.get(iri, content.NOTHING))
        }
        if changed:
            self._write(changed, stored)
        return len(changed)

    def _write(self, changed: Mapping[str, Graph], stored: Mapping[str, Graph]) -> None:
        """Put graphs in place of what is stored under their names, and derive, as one step."""
        self._update(updates.replacement(changed, turns=self._turns(changed, stored)))

    def _turns(self, changed: Mapping[str, Graph], stored: Mapping[str, Graph]) -> Turns:
        """Tell which things a batch may retract, and which retracted ones it states again."""
        before = content.things(stored.get(iri, content.NOTHING) for iri in changed)
        retracted = content.subjects(self._graphs([str(REMOVED)]).get(str(REMOVED), content.NOTHING))
        after = content.things(changed.values()) if before or retracted else frozenset()
        return Turns(lost=before - after, returned=retracted & after)

    def _refresh_ontology(self) -> None:
        """Store the ontology that comes with the package, unless it is there already."""
        wanted, name = content.ontology_graph(), str(ONTOLOGY)
        stored = self._graphs([name]).get(name, content.NOTHING)
        if wanted != stored:
            self._write_ontology(wanted, stored)

    def _write_ontology(self, wanted: Graph, stored: Graph) -> None:
        """Put the ontology in place of the one that is stored."""
        del stored
        self._update(updates.ontology_replacement(wanted))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
