"""How one query becomes the bytes of its answer, in the form and the format that was asked for.

This runs inside a worker process (`workers`), which is killed when it takes too long.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import IO, Protocol, cast

import pyoxigraph
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
)

from cityrel.errors import QueryError
from cityrel.store import guard
from cityrel.store.holding import HeldSnapshot
from cityrel.store.output import Form, Output, Part
from cityrel.vocabulary import BASE, PREFIXES

Result = QuerySolutions | QueryBoolean | QueryTriples

RESULT_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
"""Formats of what SELECT and ASK answer."""

GRAPH_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
"""Formats of what CONSTRUCT and DESCRIBE answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query and how it is to be answered.

    `result_format` is a key of `RESULT_FORMATS` and `graph_format` one of `GRAPH_FORMATS`, either None where
    the asker takes no such answer. Without `default_graphs` and `named_graphs` (IRIs) the default graph is
    the merge of all graphs, unless the query names its graphs itself. Relative IRIs start from our base.
    """

    query: str
    result_format: str | None = "json"
    graph_format: str | None = "ttl"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer's form, the key of its format, and its bytes."""

    form: Form
    format: str
    body: bytes


class NotAcceptable(QueryError):
    """The form of the query has no answer in a format that the asker takes."""

    http_status = HTTPStatus.NOT_ACCEPTABLE


class Engine(Protocol):
    """What answers queries."""

    def answer(self, request: Request, send: Callable[[Part], None]) -> None:
        """Answer one query: send the parts of its answer. Raises QueryError or StoreError."""


@dataclass(frozen=True)
class SnapshotEngine:
    """Answers from a snapshot of an embedded store, opened for reading only.

    `output_limit` is in bytes; an answer that would be longer ends with an error.
    """

    folder: str
    output_limit: int

    @cached_property
    def _held(self) -> HeldSnapshot:
        return HeldSnapshot(Path(self.folder))

    def answer(self, request: Request, send: Callable[[Part], None]) -> None:
        """Answer a query; see `Engine.answer`."""
        guard.refuse_service(request.query)
        store = self._held.store
        try:
            result = _ask(store, request)
            form = form_of(result)
            write(result, Output(send, form, choose_format(form, request), self.output_limit))
        except SyntaxError as error:
            raise guard.syntax_error(request.query, str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be evaluated: {error}") from error


def choose_format(form: Form, request: Request) -> str:
    """Give the key of the format that the asker takes for a form of answer. Raises NotAcceptable."""
    wanted, known = (
        (request.graph_format, GRAPH_FORMATS)
        if form == "triples"
        else (request.result_format, RESULT_FORMATS)
    )
    if wanted is None:
        queries = "CONSTRUCT and DESCRIBE" if form == "triples" else "SELECT and ASK"
        raise NotAcceptable(f"{queries} can be answered as {', '.join(known)}, none of which is accepted")
    return wanted


def _ask(store: pyoxigraph.Store, request: Request) -> Result:
    if request.default_graphs or request.named_graphs:
        return store.query(
            request.query,
            base_iri=BASE,
            default_graph=[NamedNode(iri) for iri in request.default_graphs],
            named_graphs=[NamedNode(iri) for iri in request.named_graphs],
        )
    return store.query(request.query, base_iri=BASE)


def write(result: Result | Iterable[Triple], output: Output) -> None:
    """Write a result in the format of an output. Raises QueryError beyond its limit."""
    file = cast("IO[bytes]", output)
    if isinstance(result, QuerySolutions | QueryBoolean):
        result.serialize(file, RESULT_FORMATS[output.format])
    else:
        triples = cast("Iterable[Triple]", result)
        pyoxigraph.serialize(triples, file, GRAPH_FORMATS[output.format], prefixes=PREFIXES)
    output.finish()


def form_of(result: Result) -> Form:
    """Give the form of a result."""
    if isinstance(result, QueryTriples):
        return "triples"
    return "solutions" if isinstance(result, QuerySolutions) else "boolean"
