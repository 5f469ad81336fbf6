"""A store behind an address: any server that speaks SPARQL 1.1 Protocol, by SPARQLWrapper.

Where two cityrel write to one server at the same time, each batch is still whole; the last one stays.
"""

import contextlib
import http.client
import json
import traceback
from collections.abc import Collection, Generator, Iterator
from typing import IO, Any, TypeVar, cast
from urllib.error import HTTPError, URLError

import pyoxigraph
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
)
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException, Unauthorized

from cityrel.errors import QueryError, StoreError
from cityrel.store.address import Address
from cityrel.store.base import Row
from cityrel.store.content import Graph, normalised
from cityrel.store.writing import SparqlStore
from cityrel.vocabulary import REMOVED

Item = TypeVar("Item")
LONGEST_REASON = 300
RESULT_TYPES = ("application/sparql-results+json", "application/json")
EVERYTHING = f"SELECT ?s ?p ?o ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{REMOVED}>) }}"
TIMEOUT = 300
"""Seconds that a server may stay silent: writing a large batch takes it a while."""


class RemoteStore(SparqlStore):
    """A store on a server; `location` is what `Address.parse` reads.

    Raises StoreError where the server does not answer.
    """

    def __init__(self, location: str, *, write: bool = False, timeout: int = TIMEOUT) -> None:
        self._address = Address.parse(location)
        self._writable = write
        self._timeout = timeout
        self.ask("ASK {}")
        if write:
            self._refresh_ontology()

    @property
    def location(self) -> str:
        """The address for queries, without credentials."""
        return self._address.query

    def select(self, query: str) -> Iterator[Row]:
        """Answer a SELECT query; see `Store.select`."""
        response = self._query(query, "SELECT", JSON)
        solutions = self._parsed(response)
        if not isinstance(solutions, QuerySolutions):
            raise QueryError("not a SELECT query")
        names = [variable.value for variable in solutions.variables]
        return self._reading((_row(names, solution) for solution in solutions), response)

    def ask(self, query: str) -> bool:
        """Answer an ASK query; see `Store.ask`."""
        with contextlib.closing(self._query(query, "ASK", JSON)) as response:
            answer = self._parsed(response)
        if not isinstance(answer, QueryBoolean):
            raise QueryError("not an ASK query")
        return bool(answer)

    def construct(self, query: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query; see `Store.construct`."""
        response = self._query(query, "CONSTRUCT", TURTLE)
        return self._reading((q.triple for q in pyoxigraph.parse(response, RdfFormat.TURTLE)), response)

    def quads(self) -> Iterator[Quad]:
        """Give everything; see `Store.quads`."""
        return map(_quad, self.select(EVERYTHING))

    def publish(self) -> None:
        """Do nothing: what is written to a server is there for its readers at once."""

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    def _graphs(self, iris: Collection[str]) -> dict[str, Graph]:
        found: dict[str, list[Triple]] = {iri: [] for iri in iris}
        for row in self.select(_graphs_query(iris)) if iris else ():
            quad = _quad(row)
            found[cast("NamedNode", quad.graph_name).value].append(quad.triple)
        return {iri: normalised(triples) for iri, triples in found.items()}

    def _update(self, text: str) -> None:
        if not self._writable:
            raise StoreError(f"{self.location}: opened for reading only")
        request = self._request(text, "INSERT", JSON)
        request.setRequestMethod(POSTDIRECTLY)
        try:
            self._send(request).close()
        except QueryError as error:
            raise StoreError(f"{self._address.update}: the update was refused: {error}") from error

    def _query(self, query: str, form: str, wanted: str) -> IO[bytes]:
        request = self._request(query, form, wanted)
        request.addParameter("union-default-graph", "true")
        return self._send(request)

    def _request(self, text: str, form: str, wanted: str) -> Any:
        """Prepare a request whose form is known: SPARQLWrapper's own guess stumbles over `#` in IRIs."""
        request = SPARQLWrapper(self._address.query, self._address.update, returnFormat=wanted)
        request.queryString, request.queryType = text, form
        request.setMethod(POST)
        request.setOnlyConneg(True)
        request.setTimeout(self._timeout)
        if self._address.user:
            request.setCredentials(self._address.user, self._address.password)
        return request

    def _send(self, request: Any) -> IO[bytes]:
        with self._reporting():
            return cast("IO[bytes]", request.query().response)

    def _parsed(self, response: IO[bytes]) -> QuerySolutions | QueryBoolean:
        """Begin to read a result; a response that is none is closed."""
        with contextlib.ExitStack() as on_error:
            on_error.callback(response.close)
            if _content_type(response) not in RESULT_TYPES:
                raise QueryError(f"{self.location}: another form of query than was asked for")
            with self._reporting():
                parsed = pyoxigraph.parse_query_results(response, QueryResultsFormat.JSON)
            on_error.pop_all()
        return parsed

    def _reading(self, items: Iterator[Item], response: IO[bytes]) -> Generator[Item, None, None]:
        """Give the items, and on an error let go of the parser here: it may not end in another thread."""
        with contextlib.closing(response), self._reporting():
            try:
                yield from items
            except Exception as error:
                traceback.clear_frames(error.__traceback__)
                raise

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        """Turn whatever a server, the net or a cut answer brings about into one of our errors."""
        try:
            yield
        except Unauthorized as error:
            raise StoreError(f"{self.location}: the server wants other credentials") from error
        except QueryBadFormed as error:
            raise QueryError(f"{self.location}: not SPARQL: {_reason(error)}") from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{self.location}: the server failed: {_reason(error)}") from error
        except HTTPError as error:
            error.close()
            raise _http_error(self.location, error) from error
        except TimeoutError as error:
            raise StoreError(f"{self.location}: no answer within {self._timeout} seconds") from error
        except URLError as error:
            raise StoreError(f"{self.location}: cannot be reached: {error.reason}") from error
        except (http.client.HTTPException, json.JSONDecodeError, SyntaxError, ValueError) as error:
            raise StoreError(f"{self.location}: the answer is cut or no SPARQL result: {error}") from error
        except OSError as error:
            raise StoreError(f"{self.location}: the connection broke: {error}") from error


def _http_error(location: str, error: HTTPError) -> StoreError | QueryError:
    if error.code == http.HTTPStatus.NOT_ACCEPTABLE:
        return QueryError(f"{location}: another form of query than was asked for")
    if error.code == http.HTTPStatus.FORBIDDEN:
        return StoreError(f"{location}: the server does not allow this")
    return StoreError(f"{location}: the server answered {error.code} {error.reason}")


def _content_type(response: IO[bytes]) -> str:
    return cast("http.client.HTTPResponse", response).headers.get_content_type()


def _reason(error: SPARQLWrapperException) -> str:
    """Give what the server said, on one line."""
    said = str(error).partition("Response:")[2].strip().removeprefix("b'").removesuffix("'")
    return " ".join(said.replace("\\n", " ").split())[:LONGEST_REASON]


def _row(names: list[str], solution: pyoxigraph.QuerySolution) -> Row:
    return {name: term for name, term in zip(names, solution, strict=True) if term is not None}


def _quad(row: Row) -> Quad:
    subject, value = cast("NamedNode", row["s"]), cast("NamedNode | Literal", row["o"])
    return Quad(subject, cast("NamedNode", row["p"]), value, cast("NamedNode", row["g"]))


def _graphs_query(iris: Collection[str]) -> str:
    """Ask for whole graphs, one branch each: a VALUES list would make some engines scan everything."""
    branches = (f"{{ BIND(<{iri}> AS ?g) GRAPH <{iri}> {{ ?s ?p ?o }} }}" for iri in iris)
    return f"SELECT ?s ?p ?o ?g WHERE {{ {' UNION '.join(branches)} }}"
