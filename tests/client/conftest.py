"""A store, and the same store behind an address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web_store import article_graphs, served

from cityrel.client import Connection, connect
from cityrel.store import open_store


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a store that holds the three articles of the web front's tests."""
    folder = tmp_path_factory.mktemp("client") / "store"
    with open_store(str(folder), write=True) as store:
        store.replace(article_graphs())
        store.publish()
    return folder


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Give the address of a cityrel server on that store."""
    with served(str(folder)) as address:
        yield address


@pytest.fixture(params=["folder", "address"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Give a connection to that store, by its folder and by its address in turn."""
    with connect(request.getfixturevalue(request.param)) as connection:
        yield connection
