"""A real browser at a real server. Tests are skipped where there is no Chromium or no bundle."""

import contextlib
import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import web_store

api = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What lets Chromium run as root, and keeps it from calling anybody by itself."""
PROGRAM = """
import sys
from cityrel.web import create_app, serve
if __name__ == "__main__":
    serve(create_app(sys.argv[1], workers=4, query_timeout=15), port=int(sys.argv[2]))
"""
PATIENCE = 10.0
NATIVE_STYLES = "Applying inline style violates"
"""Chromium says so where its own editing copies a style while text is typed over; the editor undoes that."""

OpenTab = Callable[..., Any]


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[str]:
    """Give the address of a server on the store of the web tests."""
    if not (repository / "src" / "cityrel" / "web" / "static" / "dist" / "manifest.json").is_file():
        pytest.skip("needs the bundle: run make tests, or python frontend/npm.py")
    location = web_store.fill(tmp_path_factory.mktemp("browser") / "store")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with subprocess.Popen([sys.executable, "-c", PROGRAM, location, str(port)]) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", "/health")
                connection.getresponse().read()
            except ConnectionError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """Give a running Chromium."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(chromium: Any, address: str) -> Iterator[OpenTab]:
    """Give what opens a path in a tab of its own.

    No tab may ask anybody but the server, throw an error or break the policy of the page.
    """
    contexts: list[Any] = []
    troubles: list[str] = []

    def open_path(path: str, **options: Any) -> Any:
        context = chromium.new_context(**{"locale": "en-GB", **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        tab = context.new_page()
        watch(tab, address, troubles)
        tab.goto(address + path)
        return tab

    yield open_path
    for context in contexts:
        context.close()
    assert troubles == []


def watch(tab: Any, address: str, troubles: list[str]) -> None:
    def asked(request: Any) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            troubles.append(f"asked {request.url}")

    def said(message: Any) -> None:
        if "Content Security Policy" in message.text and not message.text.startswith(NATIVE_STYLES):
            troubles.append(message.text)

    tab.on("request", asked)
    tab.on("console", said)
    tab.on("pageerror", lambda error: troubles.append(f"error {error}"))
    tab.on("dialog", lambda dialog: troubles.append(f"dialog {dialog.message}"))
