"""The questions that pages ask: the files of `queries/views/`, with their parameters bound.

A file holds each parameter as `VALUES ?name { ... }` and runs as it is. Binding puts a term in those braces.
Terms are written by the engine's own classes, which refuse what is no IRI and escape what is in a text, so
that nothing a visitor sends becomes part of the query's syntax.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, Triple

from cityrel import resources
from cityrel.errors import NotFound
from cityrel.store.answers import Request
from cityrel.store.workers import QueryPool

Row = dict[str, str]
"""A solution: from variable to value; what is unbound is absent."""

Value = NamedNode | Literal | Sequence[NamedNode]
"""What a parameter is bound to: one term, or any of several."""

Kept = TypeVar("Kept")

SLOT = re.compile(r"^ *VALUES \?(\w+) {([^{}]*)}\n", re.MULTILINE)
"""A line of a view that holds a parameter."""

KEPT_ANSWERS = 32
"""How many lists are kept while the snapshot stays: each is the same for all visitors of one language."""


@dataclass
class Views:
    """Answers view queries through a pool of workers."""

    pool: QueryPool
    _kept: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def rows(self, name: str, **values: Value) -> list[Row]:
        """Answer a SELECT view; `values` are its parameters."""
        answer = self.pool.run(Request(bound(name, **values)))
        parsed = pyoxigraph.parse_query_results(answer.body, QueryResultsFormat.JSON)
        solutions = cast("QuerySolutions", parsed)
        names = [variable.value for variable in solutions.variables]
        return [_row(names, solution) for solution in solutions]

    def triples(self, name: str, **values: Value) -> list[Triple]:
        """Answer a CONSTRUCT view, sorted, each triple once."""
        answer = self.pool.run(Request(bound(name, **values), graph_format="nt"))
        return sorted({quad.triple for quad in pyoxigraph.parse(answer.body, RdfFormat.N_TRIPLES)}, key=str)

    def kept(self, name: str, make: Callable[[], list[Kept]]) -> list[Kept]:
        """Give what `make` gives, from memory while the snapshot is the same; `name` tells what it is."""
        key = (self.pool.revision(), name)
        if key[0] and key in self._kept:
            return self._kept[key]
        made = make()
        with self._lock:
            while len(self._kept) >= KEPT_ANSWERS:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = made
        return made


def bound(name: str, **values: Value) -> str:
    """Give the text of a view with its parameters bound. Raises KeyError where it lacks a parameter.

    A parameter that is left open and undefined is taken out: that changes no answer, but engines plan badly
    around it. All are replaced in one pass, so that no value is taken for a parameter.
    """
    text = _text(name)
    for parameter in values.keys() - {found[1] for found in SLOT.finditer(text)}:
        raise KeyError(f"{name}.rq has no parameter ?{parameter}")
    return SLOT.sub(lambda found: _filled(found, values), text)


def _filled(found: re.Match[str], values: Mapping[str, Value]) -> str:
    value = values.get(found[1])
    if value is None:
        return "" if found[2].strip() == "UNDEF" else found[0]
    terms = [value] if isinstance(value, NamedNode | Literal) else value
    return f"VALUES ?{found[1]} {{ {' '.join(map(str, terms))} }}\n"


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
