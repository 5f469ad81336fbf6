"""Servers on the net: which addresses are asked, with what, and what their trouble is called."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from cityrel.client import connect
from cityrel.client.server import Server
from cityrel.errors import CityrelError, NotFound, QueryError, QueryTimeout, StoreError

RESULTS = "application/sparql-results+json"
ONE_ROW = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1"}}]}}'
Serve = Callable[..., Any]


@contextmanager
def serving(status: int, headers: dict[str, str], body: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Answer every request in one way; gives the address, and the requests as they come."""
    seen: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            seen.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", seen
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("location", "endpoint", "root"),
    [
        ("http://x:1", "http://x:1/sparql", "http://x:1/api/"),
        ("http://x:1/", "http://x:1/sparql", "http://x:1/api/"),
        ("https://x/data/", "https://x/data/sparql", "https://x/data/api/"),
        ("https://x/data/sparql", "https://x/data/sparql", "https://x/data/api/"),
        ("https://x/repositories/y", "https://x/repositories/y", "https://x/repositories/api/"),
        ("https://u:p@x/sparql", "https://x/sparql", "https://x/api/"),
    ],
)
def test_an_address_tells_where_queries_and_api_are(location: str, endpoint: str, root: str) -> None:
    server = Server.at(location, 1)
    assert (server.endpoint, server.root) == (endpoint, root)


def test_credentials_are_sent_and_never_shown() -> None:
    with serving(200, {"Content-Type": RESULTS}, ONE_ROW) as (address, seen):
        connection = connect(address.replace("://", "://me:se%40cret@") + "/sparql")
        assert connection.query("SELECT ?x {}").rows == [{"x": "1"}]
    assert seen[0][2]["Authorization"] == "Basic bWU6c2VAY3JldA=="
    assert "cret" not in repr(connection)
    assert "bWU6" not in repr(connection)


def test_a_request_says_who_asks_and_what_it_takes() -> None:
    with serving(200, {"Content-Type": RESULTS}, ONE_ROW) as (address, seen):
        connect(address).query("SELECT ?x { ?x ?y '&' }")
    method, path, headers, body = seen[0]
    assert (method, path, body) == ("POST", "/sparql", b"query=SELECT+%3Fx+%7B+%3Fx+%3Fy+%27%26%27+%7D")
    assert headers["User-Agent"].startswith("cityrel/")
    assert headers["Accept"].startswith(RESULTS)


@pytest.mark.parametrize(
    ("status", "headers", "body", "error", "why"),
    [
        (
            400,
            {"Content-Type": "text/plain"},
            b"line 1, column 2: no\nmore",
            QueryError,
            "line 1, column 2: no more$",
        ),
        (
            400,
            {"Content-Type": "application/problem+json"},
            b'{"detail": "limit: must be 5"}',
            QueryError,
            "limit: must be 5$",
        ),
        (400, {"Content-Type": "application/problem+json"}, b"[", QueryError, "\\["),
        (404, {"Content-Type": "text/html"}, b"<h1>no</h1>", NotFound, "Not Found"),
        (410, {}, b"gone", NotFound, "gone"),
        (503, {"Retry-After": "10"}, b"too long", QueryTimeout, r"too long \(it asks to wait 10 s\)"),
        (500, {}, b"", StoreError, "answered 500"),
        (401, {}, b"", StoreError, "answered 401"),
        (200, {"Content-Type": RESULTS}, b'{"head":{"vars":["x"]},"results":{"bin', StoreError, "cut"),
        (200, {"Content-Type": RESULTS, "Content-Length": "999"}, ONE_ROW, StoreError, "cut"),
        (200, {"Content-Type": "text/turtle"}, b"<a> <b", StoreError, "cut"),
        (200, {"Content-Type": "text/html"}, b"<p>hello</p>", StoreError, "no SPARQL endpoint"),
    ],
)
def test_trouble_has_its_own_error_with_the_reason(
    status: int, headers: dict[str, str], body: bytes, error: type[CityrelError], why: str
) -> None:
    with (
        serving(status, {"Connection": "close", **headers}, body) as (address, _),
        pytest.raises(error, match=why),
    ):
        connect(address).query("SELECT ?x {}")


def test_an_endpoint_of_others_has_no_api() -> None:
    with (
        serving(200, {"Content-Type": "text/html"}, b"hello") as (address, _),
        pytest.raises(StoreError, match="not the API of a cityrel server"),
    ):
        connect(address).place("1")


def test_a_next_page_on_another_server_is_not_followed() -> None:
    body = b'{"nodes": [], "links": [], "total": 1, "next": "//192.0.2.1/api/network"}'
    with (
        serving(200, {"Content-Type": "application/json"}, body) as (address, seen),
        pytest.raises(StoreError, match="it leads to another server"),
    ):
        connect(address).network()
    assert len(seen) == 1


def test_where_nobody_listens_it_is_said() -> None:
    with serving(200, {}, b"") as (address, _):
        pass
    with pytest.raises(StoreError, match="cannot be reached"):
        connect(address).query("ASK {}")
