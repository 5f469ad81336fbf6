"""Stores of both kinds to test, each empty at the start of a test."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cityrel.store import Store, open_store

SERVER = Path(sys.executable).with_name("oxigraph.exe" if sys.platform == "win32" else "oxigraph")
PATIENCE = 20.0


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run an Oxigraph server of our own on a free port and give its address; it ends with the session."""
    folder = tmp_path_factory.mktemp("oxigraph")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [str(SERVER), "serve", "--location", str(folder / "db"), "--bind", address]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            wait_for(address)
            yield f"http://{address}/"
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            update(address, "INSERT DATA {}")
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def update(address: str, text: str) -> None:
    connection = http.client.HTTPConnection(address)
    with contextlib.closing(connection):
        connection.request("POST", "/update", text, {"Content-Type": "application/sparql-update"})
        answer = connection.getresponse()
        assert answer.status == 204, answer.read()


@pytest.fixture(params=["embedded", "remote"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the location of an empty store, of each kind in turn."""
    if request.param == "embedded":
        return str(tmp_path / "store")
    server: str = request.getfixturevalue("server")
    update(urlsplit(server).netloc, "DROP ALL")
    return server


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """Give an empty store, open for writing."""
    with open_store(location, write=True) as opened:
        yield opened


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Give a function that opens the embedded store of the test; all are closed at the end."""
    with contextlib.ExitStack() as opened:
        yield lambda **options: opened.enter_context(open_store(str(tmp_path / "store"), **options))
