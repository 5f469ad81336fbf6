"""A store, and the same store behind an address."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web_store import article_graphs
from werkzeug.serving import make_server

from cityrel.client import Connection, connect
from cityrel.store import open_store
from cityrel.web import close, create_app


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
    app = create_app(str(folder), query_timeout=20, workers=1)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    close(app)


@pytest.fixture(params=["folder", "address"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Give a connection to that store, by its folder and by its address in turn."""
    with connect(request.getfixturevalue(request.param)) as connection:
        yield connection
