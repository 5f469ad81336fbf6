"""The ontology and its schemes as pages show them: read from the Turtle files, one file for each IRI.

`described` gives what a file says of each of its subjects, in the order of the file.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from cityrel import resources
from cityrel.vocabulary import DEFAULT_BASE, ONTOLOGY, PREFIXES, SCHEMES, SKOS

FILES = MappingProxyType(
    {str(ONTOLOGY): "cityrel.ttl", **{f"{DEFAULT_BASE}{scheme}": f"{scheme}.ttl" for scheme in SCHEMES}}
)
"""The file of the ontology and of each scheme, by IRI."""

OWL = PREFIXES["owl"]
CLASS = f"{OWL}Class"
OBJECT_PROPERTY = f"{OWL}ObjectProperty"
DATATYPE_PROPERTY = f"{OWL}DatatypeProperty"


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, scheme or concept: its IRI, and what is said of it by the IRI of the property."""

    iri: str
    values: Mapping[str, tuple[Literal | NamedNode, ...]]

    @property
    def name(self) -> str:
        """What follows the last slash or hash of the IRI."""
        return self.iri.rpartition("#")[2].rpartition("/")[2]

    def text(self, prefixed: str, language: str) -> str:
        """Give a text in a language, in English where there is none in it, else nothing."""
        texts = self.texts(prefixed)
        return next((text for code in (language, "en") for own, text in texts if own == code), "")

    def texts(self, prefixed: str) -> list[tuple[str, str]]:
        """Give all texts of a property, each with its language."""
        found = self.values.get(full(prefixed), ())
        return [(each.language or "", each.value) for each in found if isinstance(each, Literal)]

    def links(self, *prefixed: str) -> list[str]:
        """Give the IRIs that properties lead to."""
        found = (each for name in prefixed for each in self.values.get(full(name), ()))
        return [each.value for each in found if isinstance(each, NamedNode)]

    def is_a(self, kind: str) -> bool:
        """Say whether it is of a class, by the class's IRI."""
        return kind in self.links("rdf:type")

    @property
    def domain(self) -> list[str]:
        """The classes of what a property stands on."""
        return self.links("rdfs:domain", "schema:domainIncludes")

    @property
    def range(self) -> list[str]:
        """The classes or datatypes of what a property leads to."""
        return self.links("rdfs:range", "schema:rangeIncludes")


@cache
def triples(iri: str) -> tuple[Triple, ...]:
    """Give what the file of the ontology or of a scheme says. Raises KeyError for another IRI."""
    path = resources.folder("ontology") / FILES[iri]
    return tuple(quad.triple for quad in pyoxigraph.parse(path=path))


@cache
def described(iri: str) -> Mapping[str, Term]:
    """Give the terms of the ontology or of a scheme, in their order there; the IRI's own comes first."""
    said: dict[str, dict[str, list[Literal | NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples(iri):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal | NamedNode):
            said[triple.subject.value][triple.predicate.value].append(triple.object)
    return {
        iri: Term(iri, {key: tuple(values) for key, values in found.items()}) for iri, found in said.items()
    }


@cache
def classes() -> tuple[Term, ...]:
    """Give the classes of the ontology."""
    return tuple(term for term in described(str(ONTOLOGY)).values() if term.is_a(CLASS))


@cache
def properties() -> tuple[Term, ...]:
    """Give the properties of the ontology."""
    terms = described(str(ONTOLOGY)).values()
    return tuple(term for term in terms if term.is_a(OBJECT_PROPERTY) or term.is_a(DATATYPE_PROPERTY))


def scheme_of(iri: str) -> str:
    """Give the IRI of the scheme to which the IRI of a concept belongs."""
    return iri.rpartition("/")[0]


@cache
def concepts(scheme: str) -> tuple[Term, ...]:
    """Give the concepts of a scheme, given by IRI."""
    return tuple(term for term in described(scheme).values() if term.is_a(str(SKOS.Concept)))


@cache
def labels(language: str) -> Mapping[str, str]:
    """Give schemes and concepts by IRI, each with its label."""
    schemes = (described(iri) for iri in FILES if iri != str(ONTOLOGY))
    return {term.iri: term.text("skos:prefLabel", language) for scheme in schemes for term in scheme.values()}


@cache
def names(language: str) -> Mapping[str, str]:
    """Give the labels of our properties by IRI."""
    return {term.iri: term.text("rdfs:label", language) for term in properties()}


@cache
def about(concept: str) -> tuple[Triple, ...]:
    """Give what its scheme says of a concept, and what there leads to it."""
    node = NamedNode(concept)
    return tuple(each for each in triples(scheme_of(concept)) if node in (each.subject, each.object))


def full(prefixed: str) -> str:
    """Give the IRI of a name with one of our prefixes."""
    prefix, _, name = prefixed.partition(":")
    return PREFIXES[prefix] + name


def short(iri: str) -> str:
    """Give an IRI with one of our prefixes, as it is where none fits."""
    fitting = (prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace))
    prefix = next(fitting, None)
    return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri
