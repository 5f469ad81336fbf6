"""The atomic updates that write to a store: SPARQL text, the same for every engine.

What is derived is told by the plain files of `queries/derive/`, which run inside the same update. They find
what a batch touched in a scratch graph that lives only as long as the update.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from cityrel import resources
from cityrel.errors import StoreError
from cityrel.store.content import Graph
from cityrel.vocabulary import BASE, DEFAULT_BASE, ONTOLOGY, TOUCHED

PREFIX = re.compile(r"^PREFIX .*$\n?", re.MULTILINE)
ARTICLE = "<urn:x-cityrel:step#Article>"
DROP_SCRATCH = f"DROP SILENT GRAPH <{TOUCHED}>"


def replacement(graphs: Mapping[str, Graph], new: Collection[str] = ()) -> str:
    """Put each graph in place of the one of its name, an empty one removing it, and derive anew.

    `new` are names known to be unused: dropping nothing takes an engine longer than one would think.
    """
    return _update(
        DROP_SCRATCH,
        _touched(graphs),
        _derive_file("touch"),
        *(_insert(iri, graph) if iri in new else _replace(iri, graph) for iri, graph in graphs.items()),
        _derive_file("touch"),
        *_derivation(),
        DROP_SCRATCH,
    )


def rederivation() -> str:
    """Drop what is derived and derive everything again."""
    return _update(
        DROP_SCRATCH, _derive_file("everything"), _derive_file("touch"), *_derivation(), DROP_SCRATCH
    )


def ontology_replacement(graph: Graph) -> str:
    """Put the ontology in place of the one that is stored."""
    return _update(_replace(str(ONTOLOGY), graph))


def _update(*steps: str) -> str:
    """Join steps to one update, with the prefixes of all at the head: Oxigraph takes none further down."""
    prefixes = dict.fromkeys(line.strip() for step in steps for line in PREFIX.findall(step))
    return "\n".join(prefixes) + "\n" + _joined(*(PREFIX.sub("", step) for step in steps))


def _joined(*steps: str) -> str:
    return " ;\n".join(steps)


def _touched(iris: Iterable[str]) -> str:
    marks = " ".join(f"<{iri}> a {ARTICLE} ." for iri in iris)
    return f"INSERT DATA {{ GRAPH <{TOUCHED}> {{ {marks} }} }}"


def _replace(iri: str, graph: Graph) -> str:
    drop = f"DROP SILENT GRAPH <{iri}>"
    return _joined(drop, _insert(iri, graph)) if graph else drop


def _insert(iri: str, graph: Graph) -> str:
    triples = "\n".join(f"{triple} ." for triple in graph)
    return f"INSERT DATA {{ GRAPH <{iri}> {{\n{triples}\n}} }}"


@cache
def _derivation() -> tuple[str, ...]:
    """Give the steps of the derivation: the numbered files, in order."""
    steps = sorted(path.stem for path in (resources.folder("queries") / "derive").glob("[0-9]*.ru"))
    return tuple(_derive_file(step) for step in steps)


@cache
def _derive_file(name: str) -> str:
    path = resources.folder("queries") / "derive" / f"{name}.ru"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    return text.replace(f"<{DEFAULT_BASE}graph/>", f"<{BASE}graph/>").rstrip()
