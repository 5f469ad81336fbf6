"""The terms of the ontology in one language, for the editor to complete: classes, properties, concepts."""

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph
from flask import Blueprint, Response, jsonify
from pyoxigraph import Literal, NamedNode, Triple

from cityrel import resources
from cityrel.vocabulary import BASE, CR, DEFAULT_BASE, PREFIXES, SKOS
from cityrel.web import language
from cityrel.web.formatting import PAGES, THINGS

blueprint = Blueprint("terms", __name__)

AN_HOUR = 3600
"""Seconds that a browser may keep the terms; they change with the version of this package."""

CLASS, PROPERTY, CONCEPT = "class", "property", "concept"
OWL, RDF, RDFS = PREFIXES["owl"], PREFIXES["rdf"], PREFIXES["rdfs"]

KINDS = {
    f"{OWL}Class": CLASS,
    f"{OWL}ObjectProperty": PROPERTY,
    f"{OWL}DatatypeProperty": PROPERTY,
    f"{OWL}AnnotationProperty": PROPERTY,
    f"{RDF}Property": PROPERTY,
    f"{SKOS}Concept": CONCEPT,
}
"""What the editor calls a term, by the class that the ontology puts it in."""

LABELS = (f"{RDFS}label", f"{SKOS}prefLabel")
COMMENTS = (f"{RDFS}comment", f"{SKOS}definition")
TYPE = f"{RDF}type"

Stated = dict[str, list[Literal | NamedNode]]
"""What is stated of one term, by the IRIs of properties."""


@blueprint.get("/sparql/terms.json")
def index() -> Response:
    """Give the vocabulary in the language of the page."""
    response = jsonify(vocabulary(language.current()))
    response.cache_control.max_age = AN_HOUR
    return response


@cache
def vocabulary(code: str) -> dict[str, object]:
    """Give prefixes, terms with label and comment in a language, and which IRIs have a page here."""
    known = prefixes()
    terms = [term for iri, stated in _ontology().items() for term in _terms(iri, stated, code, known)]
    return {
        "prefixes": known,
        "base": BASE,
        "pages": sorted(PAGES[BASE]),
        "terms": sorted(terms, key=lambda term: term["name"]),
    }


@cache
def prefixes() -> dict[str, str]:
    """Give the prefixes that the editor writes: of vocabularies, of each scheme's concepts, of our things."""
    schemes = {concept.rpartition("/")[0] for concept in _concepts()}
    ours = {kind: f"{BASE}{kind}/" for kind in sorted(THINGS)}
    return PREFIXES | {scheme.removeprefix(DEFAULT_BASE): f"{scheme}/" for scheme in sorted(schemes)} | ours


def _concepts() -> Iterator[str]:
    return (iri for iri, stated in _ontology().items() if _kind(stated) == CONCEPT)


def _terms(iri: str, stated: Stated, code: str, known: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give a term as the editor takes it; nothing for what is none, or has no prefix."""
    kind = _kind(stated)
    prefix = next((name for name, space in known.items() if iri.startswith(space)), None)
    if kind and prefix and (iri.startswith(str(CR)) or kind == CONCEPT):
        yield {
            "name": f"{prefix}:{iri.removeprefix(known[prefix])}",
            "kind": kind,
            "label": _text(stated, LABELS, code),
            "comment": _text(stated, COMMENTS, code),
        }


def _kind(stated: Stated) -> str | None:
    return next((KINDS[kind.value] for kind in stated.get(TYPE, ()) if kind.value in KINDS), None)


def _text(stated: Stated, properties: Iterable[str], code: str) -> str:
    """Give what a property says in a language, else in English, else nothing."""
    literals = [value for name in properties for value in stated.get(name, ()) if isinstance(value, Literal)]
    by_language = {value.language: value.value for value in literals}
    return by_language.get(code) or by_language.get(language.DEFAULT) or ""


@cache
def _ontology() -> dict[str, Stated]:
    found: dict[str, Stated] = {}
    for triple in _triples():
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal | NamedNode):
            stated = found.setdefault(triple.subject.value, {})
            stated.setdefault(triple.predicate.value, []).append(triple.object)
    return found


def _triples() -> Iterator[Triple]:
    for path in sorted(resources.folder("ontology").glob("*.ttl")):
        yield from (quad.triple for quad in pyoxigraph.parse(path=path))
