"""The questions that pages ask: the files of `queries/views/`, with their parameters bound.

A file holds each parameter as `VALUES ?name { ... }` and runs as it is. Binding puts a term in those braces.
Terms are written by the engine's own classes, which refuse what is no IRI and escape what is in a text, so
that nothing a visitor sends becomes part of the query's syntax.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, Triple

from cityrel import resources
from cityrel.errors import NotFound
from cityrel.store.answers import Request
from cityrel.store.workers import QueryPool

Row = dict[str, str]
"""A solution: from variable to value; what is unbound is absent."""

KEPT_ANSWERS = 32
"""How many answers to questions without parameters of a visitor are kept while the snapshot stays."""


@dataclass
class Views:
    """Answers view queries through a pool of workers."""

    pool: QueryPool
    _kept: dict[tuple[str, str], list[Row]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def rows(self, name: str, **values: NamedNode | Literal) -> list[Row]:
        """Answer a SELECT view; `values` are its parameters."""
        answer = self.pool.run(Request(bound(name, **values)))
        parsed = pyoxigraph.parse_query_results(answer.body, QueryResultsFormat.JSON)
        solutions = cast("QuerySolutions", parsed)
        names = [variable.value for variable in solutions.variables]
        return [_row(names, solution) for solution in solutions]

    def kept_rows(self, name: str, **values: NamedNode | Literal) -> list[Row]:
        """Answer a SELECT view as `rows` does, from memory while the snapshot is the same."""
        revision = self.pool.revision()
        key = (revision, bound(name, **values))
        if revision and key in self._kept:
            return self._kept[key]
        rows = self.rows(name, **values)
        with self._lock:
            while len(self._kept) >= KEPT_ANSWERS:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = rows
        return rows

    def triples(self, name: str, **values: NamedNode | Literal) -> list[Triple]:
        """Answer a CONSTRUCT view, sorted, each triple once."""
        answer = self.pool.run(Request(bound(name, **values), graph_format="nt"))
        return sorted({quad.triple for quad in pyoxigraph.parse(answer.body, RdfFormat.N_TRIPLES)}, key=str)


def bound(name: str, **values: NamedNode | Literal) -> str:
    """Give the text of a view with its parameters bound. Raises KeyError where it lacks a parameter."""
    text = _text(name)
    for parameter, term in values.items():
        before, mark, rest = text.partition(f"VALUES ?{parameter} {{")
        if not mark:
            raise KeyError(f"{name}.rq has no parameter ?{parameter}")
        text = f"{before}{mark} {term} }}{rest.partition('}')[2]}"
    return text


def thing(iri: str) -> NamedNode:
    """Give the term of a visitor's address. Raises NotFound where it can be no IRI."""
    try:
        return NamedNode(iri)
    except ValueError:
        raise NotFound("there is nothing at this address") from None


def folder() -> Path:
    """Give the folder of the views."""
    return resources.folder("queries") / "views"


@cache
def _text(name: str) -> str:
    return (folder() / f"{name}.rq").read_text(encoding="utf-8")


def _row(names: list[str], solution: pyoxigraph.QuerySolution) -> Row:
    return {
        name: getattr(term, "value", str(term))
        for name, term in zip(names, solution, strict=True)
        if term is not None
    }
