"""Connections that are slow, silent or open when the server stops."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from tests.web.service import statuses

from cityrel.settings import Settings
from cityrel.web.channels import Server

PATIENCE = 30.0
LONG = 64 << 20
"""Bytes of an answer that no buffer of the system holds."""
QUICK = b"GET /quick HTTP/1.1\r\nHost: x\r\n\r\n"
LAST = b"GET /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
Serve = Callable[..., Server]


class Application:
    """Answers `/quick` at once, `/long` with much, and `/held` when it is let go."""

    def __init__(self) -> None:
        self.reached, self.let_go = threading.Event(), threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        if environ["PATH_INFO"] == "/held":
            self.reached.set()
            self.let_go.wait(PATIENCE)
        body = b"x" * (LONG if environ["PATH_INFO"] == "/long" else 2)
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def serve(application: Application) -> Iterator[Serve]:
    """Give what serves the application in a thread; all is ended after the test."""
    running: list[tuple[Server, threading.Thread]] = []

    def start(**settings: Any) -> Server:
        listening = socket.create_server(("127.0.0.1", 0))
        server = Server(application, listening, Settings(threads=2, **settings))
        thread = threading.Thread(target=server.run, name="serving")
        thread.start()
        running.append((server, thread))
        return server

    yield start
    application.let_go.set()
    for server, thread in running:
        server.stop()
        server.stop()
        thread.join(PATIENCE)
        server.close()


@contextlib.contextmanager
def connected(server: Server) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.effective_port), timeout=PATIENCE) as connection:
        yield connection


def all_of(connection: socket.socket) -> bytes:
    received = b""
    with contextlib.suppress(ConnectionError):
        while piece := connection.recv(1 << 16):
            received += piece
    return received


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(
    "beginning", [b"GET / HTTP/1.1\r\nX: ", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"]
)
def test_a_request_that_comes_in_drops_is_cut_off_while_others_are_answered(
    serve: Serve, beginning: bytes
) -> None:
    server = serve(receive_timeout=1, idle_timeout=60)
    with connected(server) as slow, contextlib.suppress(ConnectionError):
        slow.sendall(beginning)
        slow.settimeout(0.1)
        answered = 0
        while True:
            with connected(server) as other:
                other.sendall(LAST)
                answered += statuses(all_of(other)) == [200]
            slow.sendall(b"a")
            with contextlib.suppress(TimeoutError):
                assert slow.recv(1) == b""
                break
    assert answered > 1


def test_an_answer_that_nobody_takes_is_given_up(serve: Serve) -> None:
    server = serve(send_timeout=1, idle_timeout=60)
    with connected(server) as stuck:
        stuck.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_until(lambda: any(channel.busy for channel in list(server.active_channels.values())))
        wait_until(lambda: not server.active_channels)
        assert len(all_of(stuck)) < LONG


def test_a_silent_connection_is_closed(serve: Serve) -> None:
    server = serve(idle_timeout=1)
    with connected(server) as silent, connected(server) as done:
        done.sendall(QUICK)
        assert statuses(all_of(done)) == [200]
        assert all_of(silent) == b""


def test_stopping_lets_a_request_finish_and_takes_no_other(serve: Serve, application: Application) -> None:
    server = serve(stop_timeout=PATIENCE)
    with connected(server) as held, connected(server) as idle:
        held.sendall(b"GET /held HTTP/1.1\r\nHost: x\r\n\r\n")
        assert application.reached.wait(PATIENCE)
        server.stop()
        assert all_of(idle) == b""
        with pytest.raises(ConnectionError), connected(server):
            pass
        application.let_go.set()
        assert statuses(all_of(held)) == [200]


def test_stopping_waits_no_longer_than_it_is_told(serve: Serve, application: Application) -> None:
    server = serve(stop_timeout=0.5)
    with connected(server) as held:
        held.sendall(b"GET /held HTTP/1.1\r\nHost: x\r\n\r\n")
        assert application.reached.wait(PATIENCE)
        server.stop()
        [serving] = [thread for thread in threading.enumerate() if thread.name == "serving"]
        serving.join(PATIENCE)
        assert not serving.is_alive()


def test_more_connections_than_allowed_wait_until_one_is_closed(serve: Serve) -> None:
    server = serve(connections=10, idle_timeout=1)
    with contextlib.ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(connected(server))
        last = stack.enter_context(connected(server))
        last.sendall(LAST)
        assert statuses(all_of(last)) == [200]
