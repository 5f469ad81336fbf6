"""How a small data set gets into a store and an answer into a table."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from cityrel.store import Store, Term, open_store
from cityrel.vocabulary import BASE, CR

Row = dict[str, str]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), write=True) as opened:
        yield opened


@pytest.fixture
def load(store: Store) -> Callable[[Path], Store]:
    """Give a function that stores the article graphs of a TriG file, and what follows from them."""

    def read(path: Path) -> Store:
        graphs: dict[str, str] = {}
        for quad in pyoxigraph.parse(path=path):
            assert isinstance(quad.graph_name, NamedNode)
            graphs[quad.graph_name.value] = graphs.get(quad.graph_name.value, "") + f"{quad.triple} .\n"
        store.replace(graphs)
        return store

    return read


@pytest.fixture
def answer(store: Store) -> Callable[[str], list[Row]]:
    """Give a function that answers a query with names and values in short."""
    return lambda query: [{name: short(term) for name, term in row.items()} for row in store.select(query)]


@pytest.fixture
def table() -> Callable[[Path], list[Row]]:
    """Give a function that reads an expected answer; an empty cell is unbound."""

    def read(path: Path) -> list[Row]:
        with path.open(encoding="utf-8", newline="") as file:
            return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]

    return read


def short(term: Term) -> str:
    assert isinstance(term, NamedNode | Literal | BlankNode)
    return term.value.removeprefix(str(CR)).removeprefix(BASE)
