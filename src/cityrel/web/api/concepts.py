"""The keys of the schemes, from the files of `ontology/`: what a filter may ask for."""

from functools import cache

import pyoxigraph
from pyoxigraph import NamedNode

from cityrel import resources
from cityrel.vocabulary import SKOS

NOTATION = NamedNode(str(SKOS.notation))


@cache
def keys(scheme: str) -> tuple[str, ...]:
    """Give the keys of a scheme's concepts in the order of its file: those of `stage`, `kind`, `topic`."""
    quads = pyoxigraph.parse(path=resources.folder("ontology") / f"{scheme}.ttl")
    notations = [quad.object for quad in quads if quad.predicate == NOTATION]
    return tuple(notation.value for notation in notations if isinstance(notation, pyoxigraph.Literal))
