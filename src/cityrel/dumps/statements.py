"""All statements of a store in an order of their own, so that a dump does not show how they came in.

They are sorted as text, in pieces that fit in memory and then merged from temporary files.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from types import TracebackType
from typing import IO, Self

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

AT_ONCE = 200_000
"""Lines sorted in memory together: about 100 MB."""

PARSED_AT_ONCE = 10_000


class Statements:
    """A sorted copy of a store's statements on disk, read as often as needed; a context manager."""

    def __init__(self, quads: Iterable[Quad], at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._files = ExitStack()
        self._sorted = self._files.enter_context(_temporary_file())
        self._sorted.writelines(self._in_order(map(_graph_first, quads)))

    def quads(self) -> Iterator[Quad]:
        """Give every statement with its graph: graph after graph, by subject, predicate and object."""
        self._sorted.seek(0)
        lines = (_statement(*line.rstrip("\n").split("\t")) for line in self._sorted)
        return _parsed(lines, RdfFormat.N_QUADS)

    def triples(self) -> Iterator[Triple]:
        """Give the union of all graphs, each triple once, by subject, predicate and object."""
        self._sorted.seek(0)
        without_graphs = self._in_order(line.partition("\t")[2] for line in self._sorted)
        lines = (_statement("", *line.rstrip("\n").split("\t")) for line, _ in groupby(without_graphs))
        return (quad.triple for quad in _parsed(lines, RdfFormat.N_TRIPLES))

    def _in_order(self, lines: Iterable[str]) -> Iterator[str]:
        """Sort lines, each with its line break, whatever their number."""
        source, pieces = iter(lines), []
        while piece := sorted(islice(source, self._at_once)):
            pieces.append(piece if len(piece) < self._at_once else self._set_aside(piece))
        return heapq.merge(*pieces)

    def _set_aside(self, lines: list[str]) -> IO[str]:
        file = self._files.enter_context(_temporary_file())
        file.writelines(lines)
        file.seek(0)
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()


def _temporary_file() -> IO[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")


def _graph_first(quad: Quad) -> str:
    """Write a statement as a line to sort; a tab is in no term, because N-Triples escapes it."""
    return f"{quad.graph_name}\t{quad.subject}\t{quad.predicate}\t{quad.object}\n"


def _statement(graph: str, subject: str, predicate: str, value: str) -> str:
    return f"{subject} {predicate} {value} {graph} .\n"


def _parsed(lines: Iterator[str], form: RdfFormat) -> Iterator[Quad]:
    while text := "".join(islice(lines, PARSED_AT_ONCE)):
        yield from pyoxigraph.parse(text, form)
