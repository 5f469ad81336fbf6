"""What a server or the net may do to us, and what the user hears of it."""

import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import QuerySolutions, QueryTriples
from tests.store.graphs import Says

from cityrel.errors import CityrelError, QueryError, StoreError
from cityrel.store import open_store
from cityrel.store.address import Address
from cityrel.store.remote import RemoteStore

RESULTS = "application/sparql-results+json"
YES = (200, RESULTS, b'{"head":{},"boolean":true}')
Answer = tuple[int, str, bytes]


class Server(ThreadingHTTPServer):
    """A server that says yes to the first question and then gives one prepared answer."""

    daemon_threads = True

    def __init__(self, answer: Answer, cut: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.cut = [YES, answer], cut
        self.heard: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        """Its address for queries, with credentials."""
        return f"http://ana:secret@127.0.0.1:{self.server_port}/query"


class Handler(BaseHTTPRequestHandler):
    """Gives the server's answers in turn, the last one again and again, and notes what it heard."""

    server: Server

    def do_POST(self) -> None:
        """Answer."""
        self.server.heard.append((self.path, self.headers["Authorization"]))
        self.rfile.read(int(self.headers["Content-Length"]))
        status, kind, body = self.server.answers[0]
        self.server.answers = self.server.answers[1:] or self.server.answers
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) + self.server.cut))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Give a function that starts a server with one prepared answer."""
    running: list[Server] = []

    def start(answer: Answer, cut: int = 0) -> Server:
        server = Server(answer, cut)
        running.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


ERRORS: dict[str, tuple[Answer, type[CityrelError], str]] = {
    "bad query": (
        (400, "text/plain", b"error at 1:8\nexpected more"),
        QueryError,
        "not SPARQL: error at 1:8 ",
    ),
    "wrong credentials": ((401, "text/plain", b""), StoreError, "the server wants other credentials"),
    "not allowed": ((403, "text/plain", b""), StoreError, "the server does not allow this"),
    "not found": ((404, "text/plain", b"no such thing"), StoreError, "the server failed: no such thing"),
    "broken": ((500, "text/plain", b"oh no"), StoreError, "the server failed: oh no"),
    "busy": ((503, "text/plain", b""), StoreError, "the server answered 503 Service Unavailable"),
    "no JSON": ((200, RESULTS, b"<html>"), StoreError, "the answer is cut or no SPARQL result"),
    "a page": ((200, "text/html", b"<html>"), QueryError, "another form of query"),
    "half a result": (
        (200, RESULTS, b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"ty'),
        StoreError,
        "the answer is cut or no SPARQL result",
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_what_a_server_answers_becomes_one_line_without_credentials(
    serve: Callable[..., Server], case: str
) -> None:
    answer, error, reason = ERRORS[case]
    store = open_store(serve(answer).url)
    with pytest.raises(error, match=reason) as caught:
        list(store.select("SELECT ?a {}"))
    assert str(caught.value).startswith(store.location)
    assert "\n" not in str(caught.value)
    assert "secret" not in f"{caught.value} {store.location}"


def test_a_body_that_is_cut_is_an_error_and_not_a_short_result(serve: Callable[..., Server]) -> None:
    row = b'{"a":{"type":"literal","value":"x"}},'
    server = serve((200, RESULTS, b'{"head":{"vars":["a"]},"results":{"bindings":[' + row * 3))
    store = open_store(server.url)
    server.cut = 1000
    with pytest.raises(StoreError, match="the answer is cut"):
        list(store.select("SELECT ?a {}"))


def test_the_parser_of_a_cut_answer_is_let_go_at_once(serve: Callable[..., Server]) -> None:
    store = open_store(serve(ERRORS["half a result"][0]).url)
    with pytest.raises(StoreError) as caught:
        list(store.select("SELECT ?a {}"))
    cause = caught.value.__cause__
    held = [frame.f_locals for frame, _ in traceback.walk_tb(cause.__traceback__ if cause else None)]
    kinds = {type(value) for local in held for value in local.values()}
    assert cause is not None
    assert not kinds & {QuerySolutions, QueryTriples}


def test_a_refused_update_is_an_error_of_the_store(serve: Callable[..., Server]) -> None:
    server = serve((400, "text/plain", b"too long"))
    store = RemoteStore(server.url)
    store._writable = True
    with pytest.raises(StoreError, match=r"/update: the update was refused: .*too long"):
        store._update("DROP ALL")


def test_credentials_go_to_the_server_only(serve: Callable[..., Server]) -> None:
    server = serve(YES)
    open_store(server.url)
    assert server.heard == [("/query", "Basic YW5hOnNlY3JldA==")]


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match=f"^http://127.0.0.1:{port}/query: cannot be reached: "):
        open_store(f"http://127.0.0.1:{port}")


def test_a_silent_server_is_given_up() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        location = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(StoreError, match="no answer within 1 seconds"):
            RemoteStore(location, timeout=1)


def test_nothing_is_written_through_a_store_opened_to_read(server: str) -> None:
    with pytest.raises(StoreError, match="opened for reading only"):
        open_store(server).replace(Says("a", "signed").graph)


@pytest.mark.parametrize(
    ("location", "query", "update"),
    [
        ("http://host", "http://host/query", "http://host/update"),
        ("http://host:7878/", "http://host:7878/query", "http://host:7878/update"),
        ("http://host/ds/query", "http://host/ds/query", "http://host/ds/update"),
        ("https://host/sparql", "https://host/sparql", "https://host/sparql"),
        ("http://host/r/x http://host/r/x/statements", "http://host/r/x", "http://host/r/x/statements"),
        ("http://ana:p%40ss@host/sparql", "http://host/sparql", "http://host/sparql"),
    ],
)
def test_an_address_is_completed_as_servers_have_it(location: str, query: str, update: str) -> None:
    address = Address.parse(location)
    assert (address.query, address.update) == (query, update)


def test_the_credentials_of_an_address_are_kept_and_not_shown() -> None:
    address = Address.parse("http://ana:p%40ss@host/sparql")
    assert (address.user, address.password) == ("ana", "p@ss")
    assert "ana" not in repr(address)


@pytest.mark.parametrize(
    "location", ["http://", "http://host:port", "http://a http://b http://c", "http://[::1"]
)
def test_what_is_no_address_is_refused(location: str) -> None:
    with pytest.raises(StoreError, match="address"):
        open_store(location)
