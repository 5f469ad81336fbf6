"""Every IRI of ours that is in a store answers at its path, as a page and as data, with all its parts."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat
from tests.web.pages.test_history import graphs
from tests.web_store import article_graphs

from cityrel.store import current_snapshot, open_store
from cityrel.vocabulary import BASE
from cityrel.web import close, create_app


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("addresses") / "store")
    with open_store(folder, write=True) as store:
        store.replace(article_graphs() | graphs())
        store.publish()
    return folder


@pytest.fixture(scope="module")
def app(location: str) -> Iterator[Flask]:
    app = create_app(location, query_timeout=20, workers=1)
    yield app
    close(app)


@pytest.fixture(scope="module")
def addresses(location: str) -> dict[str, set[str]]:
    """Give the fragments of all IRIs of ours by the rest of the IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in pyoxigraph.Store.read_only(str(current_snapshot(Path(location)))):
        for node in (*quad.triple, quad.graph_name):
            if isinstance(node, NamedNode) and node.value.startswith(BASE):
                iri, _, fragment = node.value.partition("#")
                found[iri].add(fragment)
    return found


@pytest.fixture(scope="module")
def described(location: str) -> set[str]:
    """Give the IRIs of which the store says something more than that others point there."""
    store = pyoxigraph.Store.read_only(str(current_snapshot(Path(location))))
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    typed = {str(quad.subject).strip("<>") for quad in store.quads_for_pattern(None, kind, None, None)}
    return typed | {f"{BASE}graph/derived", f"{BASE}ontology/0.1.0"}


def test_every_iri_has_a_page_and_every_part_a_place_on_it(
    page: Callable[..., Any], addresses: dict[str, set[str]], described: set[str]
) -> None:
    assert len(addresses) > 100
    for iri, fragments in addresses.items():
        opened = page(f"/{iri.removeprefix(BASE)}")
        assert opened.status == (200 if iri in described else 404), iri
        if opened.status == 200:
            ids = {attributes["id"] for _, attributes in opened.tags if "id" in attributes}
            assert fragments - {""} - ids == set(), iri


def test_every_iri_has_data_that_speak_of_it_and_its_parts(
    client: FlaskClient, addresses: dict[str, set[str]], described: set[str]
) -> None:
    for iri in addresses.keys() & described:
        body = client.get(f"/{iri.removeprefix(BASE)}.nt", follow_redirects=True).data
        nodes = {str(node) for quad in pyoxigraph.parse(body, RdfFormat.N_TRIPLES) for node in quad.triple}
        parts = {f"<{iri}#{fragment}>" if fragment else f"<{iri}>" for fragment in addresses[iri]}
        assert not parts - nodes or "/graph/" in iri, iri


def test_nothing_that_is_described_is_left_out(described: set[str], addresses: dict[str, set[str]]) -> None:
    kinds = {iri.removeprefix(BASE).partition("/")[0] for iri in addresses.keys() & described}
    assert kinds >= {"place", "country", "partnership", "person", "office", "organisation", "article"}
    assert kinds >= {
        "stage",
        "kind",
        "role",
        "topic",
        "modality",
        "qualifier",
        "event-type",
        "ontology",
        "graph",
    }
