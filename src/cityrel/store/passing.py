"""Queries that are passed on to another SPARQL 1.1 endpoint, after the same checks as our own."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat, Triple
from SPARQLWrapper import JSON, TURTLE

from cityrel.store import guard
from cityrel.store.answers import Request, choose_format, form_of, write
from cityrel.store.output import Form, Output, Part
from cityrel.store.remote import RemoteStore
from cityrel.vocabulary import BASE


@dataclass(frozen=True)
class RemoteEngine:
    """Answers from what another endpoint answers; `location` is what `Address.parse` reads.

    `output_limit` is in bytes, `timeout` in seconds.
    """

    location: str
    output_limit: int
    timeout: float

    @cached_property
    def _server(self) -> "_Server":
        return _Server(self.location, timeout=math.ceil(self.timeout))

    def answer(self, request: Request, send: Callable[[Part], None]) -> None:
        """Answer a query; see `Engine.answer`."""
        form = form_of(guard.refuse_unless_local(request.query))
        output = Output(send, form, choose_format(form, request), self.output_limit)
        self._server.answer(request, form, output)


class _Server(RemoteStore):
    def answer(self, request: Request, form: Form, output: Output) -> None:
        """Fetch results, and write them in the format of the output."""
        wanted = self._prepared(request, form)
        with self._send(wanted) as response, self._reporting():
            result = _triples(response) if form == "triples" else self._parsed(response)
            write(result, output)

    def _prepared(self, request: Request, form: Form) -> Any:
        kind, wanted = ("CONSTRUCT", TURTLE) if form == "triples" else ("SELECT", JSON)
        prepared = self._request(f"BASE <{BASE}> {request.query}", kind, wanted)
        for iri in request.default_graphs:
            prepared.addParameter("default-graph-uri", iri)
        for iri in request.named_graphs:
            prepared.addParameter("named-graph-uri", iri)
        if not (request.default_graphs or request.named_graphs or guard.names_graphs(request.query)):
            prepared.addParameter("union-default-graph", "true")
        return prepared


def _triples(response: Any) -> Iterator[Triple]:
    return (quad.triple for quad in pyoxigraph.parse(response, RdfFormat.TURTLE))
