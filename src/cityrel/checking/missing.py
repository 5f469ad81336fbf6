"""What a pack lacks: files, phrases for the concepts of the ontology, and labels of these in its language."""

from collections.abc import Iterator, Mapping

from cityrel.checking.finding import Finding
from cityrel.checking.schemes import Concept, scheme, terms
from cityrel.languages import Pack
from cityrel.languages.pack import OPTIONAL, SECTIONS
from cityrel.vocabulary import SCHEMES

TABLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "kind": ("ties", ("kinds",)),
    "stage": ("ties", ("stages",)),
    "modality": ("ties", ("modality",)),
    "role": ("roles", ("titles", "units")),
    "qualifier": ("roles", ("qualifiers",)),
    "topic": ("topics", ("topics",)),
    "event-type": ("events", ("types",)),
}
"""By scheme, the section and the tables that hold the phrases of its concepts."""

UNSAID = {"modality": {"stated"}, "event-type": {"other"}, "role": {"other"}}
"""Concepts for what no phrase tells otherwise: they need none."""

ALSO = {
    "ties.kinds": {"none"},
    "ties.stages": {"none"},
    "ties.modality": {"none", "future", "refused"},
    "topics.topics": {"none"},
    "roles.qualifiers": {"candidate"},
}
"""Keys that are no concepts, and mean something of their own."""


def missing(pack: Pack) -> Iterator[Finding]:
    """Give what is missing, and the keys that stand for no concept of the ontology."""
    yield from _files(pack)
    for name in SCHEMES:
        yield from _phrases(pack, name)
        yield from _labels(pack.code, f"{name}.ttl", scheme(name))
    yield from _labels(pack.code, "cityrel.ttl", terms())


def _files(pack: Pack) -> Iterator[Finding]:
    for section in SECTIONS:
        if section not in OPTIONAL and not (pack.folder / f"{section}.toml").exists():
            yield Finding("missing", f"{section}.toml", "", "the pack has no such file")


def _phrases(pack: Pack, name: str) -> Iterator[Finding]:
    section, tables = TABLES[name]
    concepts = {concept.key: concept for concept in scheme(name)}
    given = {
        key for table in tables for key, texts in getattr(getattr(pack, section), table).items() if texts
    }
    for key, concept in concepts.items():
        if key not in UNSAID.get(name, ()) and given.isdisjoint((key, *concept.narrower)):
            yield Finding("missing", f"{section}.toml", f"{tables[0]}.{key}", f"no phrase for this {name}")
    for table in tables:
        for key in getattr(getattr(pack, section), table):
            if key not in concepts and key not in ALSO.get(f"{section}.{table}", ()):
                message = f"the ontology has no {name} of this key"
                yield Finding("missing", f"{section}.toml", f"{table}.{key}", message)


def _labels(code: str, file: str, concepts: tuple[Concept, ...]) -> Iterator[Finding]:
    for concept in concepts:
        if code not in concept.languages:
            yield Finding("missing", f"ontology/{file}", concept.key, f"no label in the language “{code}”")
