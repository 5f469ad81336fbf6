"""How one query becomes the bytes of its answer, in the form and the format that was asked for.

This runs inside a worker process (`workers`), which is killed when it takes too long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import IO, Literal, Protocol, cast

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
from cityrel.vocabulary import PREFIXES

Form = Literal["solutions", "boolean", "triples"]
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
    the merge of all graphs, unless the query names its graphs itself.
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

    def answer(self, request: Request) -> Answer:
        """Answer one query. Raises QueryError or StoreError."""


@dataclass(frozen=True)
class SnapshotEngine:
    """Answers from a snapshot of an embedded store, opened for reading only.

    `output_limit` is in bytes; an answer that would be longer is an error and never cut.
    """

    folder: str
    output_limit: int

    @cached_property
    def _held(self) -> HeldSnapshot:
        return HeldSnapshot(Path(self.folder))

    def answer(self, request: Request) -> Answer:
        """Answer a query; see `Engine.answer`."""
        guard.refuse_service(request.query)
        store = self._held.store
        try:
            result = _ask(store, request)
            form = form_of(result)
            return written(result, form, choose_format(form, request), self.output_limit)
        except SyntaxError as error:
            raise guard.syntax_error(request.query, str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be evaluated: {error}") from error


class LimitedOutput:
    """Keeps what is written, up to a limit in bytes. Raises QueryError beyond it."""

    def __init__(self, limit: int) -> None:
        self._limit, self._buffer = limit, bytearray()

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""
        self._buffer += data
        if len(self._buffer) > self._limit:
            raise QueryError(
                f"the answer is longer than {self._limit:,} bytes, the limit here; "
                "ask for fewer rows (LIMIT and OFFSET), fewer variables, or take a dump"
            )
        return len(data)

    def flush(self) -> None:
        """Do nothing: what was written is there."""

    def content(self) -> bytes:
        """Give all of it."""
        return bytes(self._buffer)


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
            default_graph=[NamedNode(iri) for iri in request.default_graphs],
            named_graphs=[NamedNode(iri) for iri in request.named_graphs],
        )
    return store.query(request.query)


def written(result: Result | Iterable[Triple], form: Form, chosen: str, limit: int) -> Answer:
    """Write a result in the format of the key `chosen`. Raises QueryError beyond `limit` bytes."""
    buffer = LimitedOutput(limit)
    output = cast("IO[bytes]", buffer)
    if isinstance(result, QuerySolutions | QueryBoolean):
        result.serialize(output, RESULT_FORMATS[chosen])
    else:
        triples = cast("Iterable[Triple]", result)
        pyoxigraph.serialize(triples, output, GRAPH_FORMATS[chosen], prefixes=PREFIXES)
    return Answer(form, chosen, buffer.content())


def form_of(result: Result) -> Form:
    """Give the form of a result."""
    if isinstance(result, QueryTriples):
        return "triples"
    return "solutions" if isinstance(result, QuerySolutions) else "boolean"
