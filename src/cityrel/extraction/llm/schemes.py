"""The keys that an answer may use, and what they mean: the SKOS schemes of `ontology/`."""

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from cityrel import resources
from cityrel.vocabulary import DEFAULT_BASE, SKOS

EXPLAINED = ("stage", "kind", "modality", "qualifier", "event-type", "role", "topic")
"""The schemes that a model is told of, in this order."""


@cache
def meanings(scheme: str) -> Mapping[str, str]:
    """Give the keys of a scheme in the order of its file, each with its English definition."""
    path = resources.folder("ontology") / f"{scheme}.ttl"
    definition, base = NamedNode(SKOS.definition), f"{DEFAULT_BASE}{scheme}/"
    return {
        quad.subject.value.removeprefix(base): quad.object.value
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if quad.predicate == definition
        and quad.object.language == "en"
        and quad.subject.value.startswith(base)
    }


@cache
def glossary() -> str:
    """Give all keys with their meanings, as a list in Markdown."""
    return "\n".join(line for scheme in EXPLAINED for line in _section(scheme))


def _section(scheme: str) -> Iterator[str]:
    yield f"\n### {scheme}\n"
    yield from (f"- `{key}`: {meaning}" for key, meaning in meanings(scheme).items())
