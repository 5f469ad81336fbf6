"""The atomic updates that write to a store: SPARQL text, the same for every engine.

What is derived is told by the plain files of `queries/derive/`, which run inside the same update. They find
what a batch touched in a scratch graph that lives only as long as the update.
"""

import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cityrel import resources
from cityrel.errors import StoreError
from cityrel.store.content import Graph
from cityrel.vocabulary import BASE, DEFAULT_BASE, ONTOLOGY, TOUCHED

PREFIX = re.compile(r"^PREFIX .*$\n?", re.MULTILINE)
ARTICLE = "<urn:x-cityrel:step#Article>"
LOST = "<urn:x-cityrel:step#lost>"
RETURNED = "<urn:x-cityrel:step#returned>"


@dataclass(frozen=True, slots=True)
class Turns:
    """Things that come and go with a batch, by IRI.

    Of what is `lost` no graph of the batch speaks any more; what nobody else speaks of either is noted as
    retracted. What was retracted and is stated again is `returned`.
    """

    lost: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()


NO_TURNS = Turns()


def replacement(
    graphs: Mapping[str, Graph],
    loaded: Collection[str] = (),
    *,
    turns: Turns = NO_TURNS,
    merged: bool = False,
) -> str:
    """Put each graph in place of the one of its name, an empty one removing it, and derive anew.

    `loaded` are names of graphs that came into the store just before and that the derivation has to look at.
    `merged` says that the store's default graph is a copy of all triples, which must hold what is derived.
    """
    scratch = _scratch()
    return _update(
        _touched([*graphs, *loaded], turns, scratch),
        _step("touch", scratch),
        *(_replace(iri, graph) for iri, graph in graphs.items()),
        *([_step("touch", scratch)] if graphs else []),
        *_derivation(scratch, merged=merged),
    )


def rederivation() -> str:
    """Drop what is derived and derive everything again."""
    scratch = _scratch()
    return _update(_step("everything", scratch), _step("touch", scratch), *_derivation(scratch))


def ontology_replacement(graph: Graph) -> str:
    """Put the ontology in place of the one that is stored."""
    return _update(_replace(str(ONTOLOGY), graph))


def _update(*steps: str) -> str:
    """Join steps to one update, with the prefixes of all at the head: Oxigraph takes none further down."""
    prefixes = dict.fromkeys(line.strip() for step in steps for line in PREFIX.findall(step))
    return "\n".join(prefixes) + "\n" + _joined(*(PREFIX.sub("", step) for step in steps))


def _joined(*steps: str) -> str:
    return " ;\n".join(steps)


def _scratch() -> str:
    """Give the scratch graph a name of its own for each update.

    With one name for all, an engine of sorted files wades through the remains of every earlier update.
    """
    return f"<{TOUCHED}/{uuid.uuid4().hex}>"


def _touched(articles: Iterable[str], turns: Turns, scratch: str) -> str:
    marks = [
        *(f"<{iri}> a {ARTICLE} ." for iri in articles),
        *(f"<{iri}> {LOST} true ." for iri in turns.lost),
        *(f"<{iri}> {RETURNED} true ." for iri in turns.returned),
    ]
    return f"INSERT DATA {{ GRAPH {scratch} {{ {' '.join(marks)} }} }}"


def _replace(iri: str, graph: Graph) -> str:
    drop = f"DROP SILENT GRAPH <{iri}>"
    return _joined(drop, _insert(iri, graph)) if graph else drop


def _insert(iri: str, graph: Graph) -> str:
    triples = "\n".join(f"{triple} ." for triple in graph)
    return f"INSERT DATA {{ GRAPH <{iri}> {{\n{triples}\n}} }}"


def _derivation(scratch: str, *, merged: bool = False) -> Iterator[str]:
    """Give the steps of the derivation, the numbered files in order, and the end of the scratch graph."""
    folder = resources.folder("queries") / "derive"
    files = [*folder.glob("[0-9]*.ru"), *(folder.glob("merge/*.ru") if merged else ())]
    for path in sorted(files, key=lambda path: path.name):
        yield _text_of(path, scratch)
    yield f"DROP SILENT GRAPH {scratch}"


def _step(name: str, scratch: str) -> str:
    return _text_of(resources.folder("queries") / "derive" / f"{name}.ru", scratch)


def _text_of(path: Path, scratch: str) -> str:
    return _read(path).replace("graph:touched", scratch).replace(f"<{DEFAULT_BASE}graph/>", f"<{BASE}graph/>")


@cache
def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip()
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
