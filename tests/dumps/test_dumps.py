"""The dumps hold what the store holds, whatever the order it came in."""

import gzip
import hashlib
import itertools
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from rdflib.query import ResultRow
from tests.store.graphs import BASE, Says, article, holding_graph, triples

from cityrel import dumps, jsonld
from cityrel.dumps.statements import Statements
from cityrel.errors import CityrelError, UsageError
from cityrel.store import Store, open_store

NASTY = 'tab\tbreak\nquote"backslash\\ \u0001 \U0001f600 @prefix'
GRAPHS = [
    Says("a", "exploring", "2020-11-20").graph,
    Says("b", "signed", "2021-03", places=(1, 3)).graph,
    Says("c", "active", "1985", published="2022-01-01", places=(1, 3)).graph,
    holding_graph("d", "ana", "1/mayor"),
    {article("e"): triples([(article("e"), "dateline", str(Literal(NASTY, language="id")))])},
]
DOWNLOAD = rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL")
NAMES = [
    "SHA256SUMS",
    "catalogue.ttl",
    "cityrel.jsonld.gz",
    "cityrel.nq.gz",
    "cityrel.trig.gz",
    "cityrel.ttl.gz",
]


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[Callable[[list[dict[str, str]]], Store]]:
    """Give a function that ingests graphs, one at a time, into a store of its own."""
    opened: list[Store] = []

    def make(graphs: list[dict[str, str]]) -> Store:
        store = open_store(str(tmp_path / f"store-{len(opened)}"), write=True)
        opened.append(store)
        for graph in graphs:
            store.replace(graph)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: Callable[[list[dict[str, str]]], Store]) -> Store:
    return make_store(GRAPHS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dump"


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read(path: Path, form: RdfFormat) -> set[Quad]:
    return set(pyoxigraph.parse(gzip.decompress(path.read_bytes()), form))


def test_write_gives_every_format_a_description_and_checksums(store: Store, folder: Path) -> None:
    paths = dumps.write(store, folder)
    assert sorted(path.name for path in paths) == NAMES == sorted(content(folder))


@pytest.mark.parametrize(
    ("name", "form"),
    [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)],
)
def test_a_dump_with_graphs_read_back_is_the_store(
    store: Store, folder: Path, name: str, form: RdfFormat
) -> None:
    dumps.write(store, folder)
    assert read(folder / f"cityrel.{name}.gz", form) == set(store.quads())


def test_turtle_read_back_is_the_union_of_the_graphs(store: Store, folder: Path) -> None:
    dumps.write(store, folder)
    found = [quad.triple for quad in read(folder / "cityrel.ttl.gz", RdfFormat.TURTLE)]
    assert set(found) == {quad.triple for quad in store.quads()}
    assert len(found) == len(set(found))


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # inside rdflib's own parser
def test_another_reader_understands_the_json_ld(store: Store, folder: Path) -> None:
    dumps.write(store, folder, ["jsonld"])
    text = gzip.decompress((folder / "cityrel.jsonld.gz").read_bytes())
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="json-ld")
    assert sum(1 for _ in dataset.quads()) == len(set(store.quads()))


def test_json_ld_uses_our_context(store: Store, folder: Path) -> None:
    dumps.write(store, folder, ["jsonld"])
    document = json.loads(gzip.decompress((folder / "cityrel.jsonld.gz").read_bytes()))
    assert document["@context"] == jsonld.context()
    (graph,) = (graph for graph in document["@graph"] if graph["@id"] == article("a"))
    (node,) = (node for node in graph["@graph"] if node["@id"] == article("a"))
    assert node["@type"] == ["Article"]


def test_the_same_articles_in_another_order_give_the_same_bytes(
    make_store: Callable[[list[dict[str, str]]], Store], folder: Path
) -> None:
    shuffled = random.Random(7).sample(GRAPHS, len(GRAPHS))
    for name, graphs in (("one", GRAPHS), ("two", [*shuffled[:2], *shuffled])):
        dumps.write(make_store(graphs), folder / name)
    assert content(folder / "one") == content(folder / "two")


def test_the_checksums_are_those_of_the_files(store: Store, folder: Path) -> None:
    dumps.write(store, folder)
    lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    stated = {name: digest for digest, name in (line.split("  ") for line in lines)}
    others = {name: data for name, data in content(folder).items() if name != "SHA256SUMS"}
    assert stated == {name: hashlib.sha256(data).hexdigest() for name, data in others.items()}


def test_the_catalogue_counts_and_attributes(store: Store, folder: Path) -> None:
    dumps.write(store, folder)
    graph = rdflib.Graph().parse(folder / "catalogue.ttl")
    (counts,) = graph.query(
        """PREFIX void: <http://rdfs.org/ns/void#> PREFIX cr: <https://w3id.org/cityrel/ontology#>
        SELECT ?triples ?ties WHERE { ?d void:triples ?triples ; void:classPartition ?part .
        ?part void:class cr:Partnership ; void:entities ?ties }"""
    )
    assert isinstance(counts, ResultRow)
    assert [int(str(value)) for value in counts] == [len({quad.triple for quad in store.quads()}), 2]
    assert graph.query("ASK { ?d <http://purl.org/dc/terms/source> <https://www.geonames.org/> }").askAnswer
    files = {str(value).rpartition("/")[2] for value in graph.objects(None, DOWNLOAD)}
    assert files == {name for name in NAMES if name.startswith("cityrel.")}


def test_only_the_named_formats_are_written(store: Store, folder: Path) -> None:
    dumps.write(store, folder, ["turtle"])
    assert sorted(content(folder)) == ["SHA256SUMS", "catalogue.ttl", "cityrel.ttl.gz"]


def test_an_unknown_format_is_named(store: Store, folder: Path) -> None:
    with pytest.raises(
        UsageError, match=r"^word: no format of the dumps; there are jsonld, nquads, trig, turtle$"
    ):
        dumps.write(store, folder, ["word"])
    assert not (folder).exists()


def test_a_folder_that_is_a_file_is_named(store: Store, folder: Path) -> None:
    folder.touch()
    with pytest.raises(CityrelError, match="dump: cannot be made: "):
        dumps.write(store, folder)


def test_a_dump_that_fails_leaves_the_one_before(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps.write(store, folder, ["nquads"])
    before = content(folder)
    store.replace(Says("z", "signed").graph)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cityrel.dumps.formats.nquads.serialize", full)
    with pytest.raises(CityrelError, match=r"cityrel\.nq\.gz: cannot be written: No space left on device"):
        dumps.write(store, folder, ["nquads"])
    assert content(folder) == before


def test_statements_are_sorted_in_pieces_as_in_one() -> None:
    nodes = [NamedNode(f"{BASE}{letter}") for letter in "abcd"]
    quads = [Quad(s, p, o, g) for s, p, o, g in itertools.product(nodes, nodes, nodes, nodes[:2])]
    shuffled = random.Random(3).sample(quads, len(quads))
    with Statements(shuffled, at_once=10) as small, Statements(quads) as large:
        assert list(small.quads()) == list(large.quads())
        assert list(small.triples()) == list(large.triples())
        assert len(list(small.triples())) == 64
