"""JSON-LD: named graphs under our prefixes, one graph a line."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import IO, Any

from pyoxigraph import Quad, RdfFormat, serialize

from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements
from cityrel.vocabulary import PREFIXES

TYPE = f"{PREFIXES['rdf']}type"


def write(statements: Statements, file: IO[bytes]) -> None:
    """Write one document whose `@context` holds the prefixes, graph after graph."""
    file.write(b'{"@context":' + _json(PREFIXES) + b',"@graph":[')
    separator = b"\n"
    for graph in _graphs(statements.quads()):
        file.write(separator + _json(graph))
        separator = b",\n"
    file.write(b"\n]}\n")


def _graphs(quads: Iterable[Quad]) -> Iterator[Any]:
    """Give graph after graph as expanded JSON-LD with short names."""
    for _, group in groupby(quads, key=attrgetter("graph_name")):
        yield from _shortened(json.loads(serialize(group, format=RdfFormat.JSON_LD) or b"[]"))


def _shortened(value: Any) -> Any:
    """Put prefixes in place of namespaces in expanded JSON-LD, and `@type` in place of rdf:type."""
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    return dict(_entry(key, item) for key, item in value.items()) if isinstance(value, dict) else value


def _entry(key: str, value: Any) -> tuple[str, Any]:
    if key == TYPE:
        return "@type", [_short(kind["@id"]) for kind in value]
    if key in ("@id", "@type"):
        return key, _short(value)
    return _short(key), _shortened(value)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format("jsonld", "jsonld", "application/ld+json", write)
