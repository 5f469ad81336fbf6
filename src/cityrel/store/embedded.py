"""The store on disk, in this process: pyoxigraph (Oxigraph over RocksDB).

RocksDB locks `db/` for its one writer with a lock of the operating system, which the end of a process frees
however it ends, and writes an update as one batch. Readers open a snapshot and never meet the writer; what a
writer left half done when it was killed is cleared up by the next one.
"""

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from cityrel.errors import QueryError, StoreBusy, StoreError
from cityrel.store import content, merged, updates
from cityrel.store.base import Row
from cityrel.store.content import Graph
from cityrel.store.holding import HeldSnapshot
from cityrel.store.layout import Layout, one_line, reporting
from cityrel.store.writing import SparqlStore

Item = TypeVar("Item")


def current_snapshot(folder: Path) -> Path:
    """Give the newest snapshot of a store, for `pyoxigraph.Store.read_only`; each publication makes another.

    Raises StoreError where the folder is no store or nothing is published.
    """
    layout = Layout(folder)
    layout.check()
    return layout.current()


class EmbeddedStore(SparqlStore):
    """A store in a folder: made, where need be, by the writer; readers see the newest snapshot.

    Raises StoreBusy where another process writes, StoreError where the folder cannot be used.
    """

    def __init__(self, folder: Path, *, write: bool = False) -> None:
        self._layout = Layout(folder)
        self._writable = write
        self._held = None if write else self._open_reader()
        self._engine: pyoxigraph.Store | None = self._held.store if self._held else self._open_writer()
        if write:
            with self._closing_on_error():
                self._clear_up()
                self._refresh_ontology()

    @property
    def location(self) -> str:
        """The folder."""
        return str(self._layout.folder)

    @property
    def quarantine(self) -> Path:
        """The folder for articles whose graphs broke a shape; the one who fills it makes it."""
        return self._layout.quarantine

    def select(self, query: str) -> Iterator[Row]:
        """Answer a SELECT query; see `Store.select`."""
        solutions = self._query(query)
        if not isinstance(solutions, QuerySolutions):
            raise QueryError("not a SELECT query")
        names = [variable.value for variable in solutions.variables]
        return (_row(names, solution) for solution in _reading(solutions, self.location))

    def ask(self, query: str) -> bool:
        """Answer an ASK query; see `Store.ask`."""
        answer = self._query(query)
        if not isinstance(answer, QueryBoolean):
            raise QueryError("not an ASK query")
        return bool(answer)

    def construct(self, query: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query; see `Store.construct`."""
        triples = self._query(query)
        if not isinstance(triples, QueryTriples):
            raise QueryError("not a CONSTRUCT or DESCRIBE query")
        return _reading(triples, self.location)

    def quads(self) -> Iterator[Quad]:
        """Give everything; see `Store.quads`."""
        return _reading(iter(merged.named_quads(self._open)), self.location)

    def rederive(self) -> None:
        """Derive everything again; see `Store.rederive`."""
        self._layout.begin_loading(())
        super().rederive()
        self._finish(lambda: merged.rebuild(self._open))

    def publish(self) -> None:
        """Make a new snapshot, unless the newest one is up to date; see `Store.publish`."""
        if self._writable and self._layout.has_changes:
            self._layout.publish(self._open.backup)

    def close(self) -> None:
        """Let go of the folder; see `Store.close`."""
        self._engine = None
        if self._held:
            self._held.close()

    @property
    def _open(self) -> pyoxigraph.Store:
        if self._engine is None:
            raise StoreError(f"{self.location}: the store is closed")
        return self._engine

    def _open_writer(self) -> pyoxigraph.Store:
        self._layout.create()
        try:
            return pyoxigraph.Store(str(self._layout.database))
        except (OSError, RuntimeError) as error:
            raise _opening_error(self.location, error) from error

    def _open_reader(self) -> HeldSnapshot:
        self._layout.check()
        return HeldSnapshot(self._layout.current())

    @contextlib.contextmanager
    def _closing_on_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _graphs(self, iris: Collection[str]) -> dict[str, Graph]:
        find = self._open.quads_for_pattern
        return {iri: frozenset(q.triple for q in find(None, None, None, NamedNode(iri))) for iri in iris}

    def _write(self, changed: Mapping[str, Graph], stored: Mapping[str, Graph]) -> None:
        """Load new graphs in bulk, which is several times faster, then replace the others and derive.

        Readers see snapshots only, so that a batch is whole for them. Whoever opens the folder after a crash
        in the middle takes the new graphs out again.
        """
        new = {iri: graph for iri, graph in changed.items() if not stored.get(iri)}
        old = {iri: graph for iri, graph in changed.items() if iri not in new}
        self._begin(new)
        try:
            with reporting(self._layout.folder):
                self._open.bulk_extend(quad for item in new.items() for quad in merged.quads_of(*item))
            turns = self._turns(changed, stored)
            self._update(updates.replacement(old, new, turns=turns, merged=True))
            before = [stored[iri] for iri in old]
            self._finish(lambda: merged.exchange(self._open, before, old.values()))
        except BaseException:
            with contextlib.suppress(StoreError):  # the next writer clears up what cannot be cleared up now
                self._clear_up()
            raise

    def _write_ontology(self, wanted: Graph, stored: Graph) -> None:
        self._begin(())
        super()._write_ontology(wanted, stored)
        self._finish(lambda: merged.exchange(self._open, [stored], [wanted]))

    def _begin(self, new: Iterable[str]) -> None:
        if not self._writable:
            raise StoreError(f"{self.location}: opened for reading only")
        self._layout.expect_change()
        self._layout.begin_loading(new)

    def _finish(self, merge: Callable[[], None]) -> None:
        """Bring the default graph up to date, then note that all is written."""
        with reporting(self._layout.folder):
            merge()
        self._layout.end_loading()

    def _clear_up(self) -> None:
        """Take out the graphs of a batch that was never finished, as if it had never begun."""
        unfinished = self._layout.unfinished()
        if unfinished is not None:
            if unfinished:
                self._update(updates.replacement(dict.fromkeys(unfinished, content.NOTHING)))
            self._finish(lambda: merged.rebuild(self._open))

    def _update(self, text: str) -> None:
        if not self._writable:
            raise StoreError(f"{self.location}: opened for reading only")
        self._layout.expect_change()
        with reporting(self._layout.folder):
            self._open.update(text)

    def _query(self, query: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        try:
            return self._open.query(query)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"not SPARQL: {error}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.location}: {one_line(error)}") from error


def _reading(items: Iterator[Item], location: str) -> Iterator[Item]:
    """Give the items; what fails while they are read is an error of the store."""
    try:
        yield from items
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{location}: {one_line(error)}") from error


def _row(names: list[str], solution: pyoxigraph.QuerySolution) -> Row:
    return {name: term for name, term in zip(names, solution, strict=True) if term is not None}


def _opening_error(location: str, error: Exception) -> StoreError:
    if "lock" in str(error).lower():
        return StoreBusy(f"{location}: another process is writing here; wait for it or give another folder")
    return StoreError(f"{location}: cannot be opened: {one_line(error)}")
