"""JSON-LD: named graphs under our context, one graph a line."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import IO, Any

from pyoxigraph import Quad, RdfFormat, serialize

from cityrel import jsonld
from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements


def write(statements: Statements, file: IO[bytes]) -> None:
    """Write one document whose `@context` is the whole context, graph after graph."""
    file.write(b'{"@context":' + _json(jsonld.context()) + b',"@graph":[')
    separator = b"\n"
    for graph in _graphs(statements.quads()):
        file.write(separator + _json(graph))
        separator = b",\n"
    file.write(b"\n]}\n")


def _graphs(quads: Iterable[Quad]) -> Iterator[Any]:
    for _, group in groupby(quads, key=attrgetter("graph_name")):
        yield from jsonld.shortened(serialize(group, format=RdfFormat.JSON_LD) or b"")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format("jsonld", "jsonld", "application/ld+json", write)
