"""JSON-LD with short names: what an engine writes in full, under the context of `ontology/context.jsonld`.

The context holds our prefixes and each term of the ontology by its own name. Nothing is lost on the way: what
comes out expands to the same statements. Values stay lists, be there one or many, for who reads them as JSON.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from cityrel import resources
from cityrel.vocabulary import PREFIXES

Node = dict[str, Any]

TYPE = f"{PREFIXES['rdf']}type"
BOOLEANS = {"true": True, "false": False}
LARGEST = 2**53
"""Beyond it a number is no longer exact for who reads JSON numbers as floating point (RFC 8259, 6)."""


@cache
def context() -> Mapping[str, Any]:
    """Give the content of `@context`: prefixes, and terms with how their values are meant."""
    text = (resources.folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    document: Mapping[str, Mapping[str, Any]] = json.loads(text)
    return document["@context"]


def shortened(expanded: bytes) -> list[Node]:
    """Give the nodes of a document in expanded form (JSON-LD 1.1, 9.7) with short names."""
    return [_node(node) for node in json.loads(expanded or b"[]")]


def _node(node: Node) -> Node:
    """Shorten a node; one with an IRI such as `geo:1,2`, which the context would misread, goes without it."""
    if any(map(_is_misread, _iris(node))):
        return {"@context": None, **node}
    return dict(_entry(key, value) for key, value in node.items())


def _entry(key: str, value: Any) -> tuple[str, Any]:
    if key == "@id":
        return key, _short(value)
    if key == "@graph":
        return key, [_node(node) for node in value]
    if key == TYPE and all("@id" in kind for kind in value):
        return "@type", [_name(kind["@id"]) for kind in value]
    return _name(key), [_value(item, leads=_leads(key)) for item in value]


def _value(item: Node, *, leads: bool) -> Any:
    """Shorten a value; `leads` says that the context takes a text for the IRI of a thing."""
    if "@id" in item:
        return _short(item["@id"]) if leads else {"@id": _short(item["@id"])}
    text, kind = item["@value"], item.get("@type")
    plain = _plain(text, kind) if "@language" not in item and not leads else None
    if plain is not None:
        return plain
    return {**item, "@type": _name(kind)} if kind else item


def _plain(text: str, kind: str | None) -> str | int | bool | None:
    """Give a value as JSON has it, None where it would not come back as it is written."""
    if kind is None:
        return text
    if kind == f"{PREFIXES['xsd']}boolean":
        return BOOLEANS.get(text)
    if kind == f"{PREFIXES['xsd']}integer" and _is_canonical(text):
        return int(text)
    return None


def _is_canonical(text: str) -> bool:
    digits = text.removeprefix("-")
    short = digits.isascii() and digits.isdecimal() and len(digits) < len(str(LARGEST))
    return short and str(int(text)) == text


def _name(iri: str) -> str:
    """Give the name of a property, a class or a datatype: our own term, or one with a prefix."""
    return _terms().get(iri) or _short(iri)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and not iri.startswith(f"{namespace}//"):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _leads(iri: str) -> bool:
    definition = context().get(_terms().get(iri, ""))
    return isinstance(definition, dict) and definition.get("@type") == "@id"


@cache
def _terms() -> Mapping[str, str]:
    """Give the terms of the context by their IRIs."""
    names = {name: entry["@id"] if isinstance(entry, dict) else entry for name, entry in context().items()}
    return {_long(iri): name for name, iri in names.items() if name not in PREFIXES}


def _long(compact: str) -> str:
    prefix, _, name = compact.partition(":")
    return PREFIXES[prefix] + name


def _is_misread(iri: str) -> bool:
    scheme, _, rest = iri.partition(":")
    return scheme in PREFIXES and not rest.startswith("//")


def _iris(node: Node) -> Iterator[str]:
    """Give all IRIs of a node, those of datatypes among them; the nodes of a graph see to themselves."""
    for key, value in node.items():
        if key == "@id":
            yield value
        elif key != "@graph":
            yield key
            yield from (item[part] for item in value for part in ("@id", "@type") if part in item)
