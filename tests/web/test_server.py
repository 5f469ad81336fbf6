"""The production server."""

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from cityrel.errors import UsageError
from cityrel.web import create_app, serve

PROGRAM = """
import sys
from cityrel.web import create_app, serve
if __name__ == "__main__":
    serve(create_app(sys.argv[1], workers=1), port=int(sys.argv[2]))
"""
PATIENCE = 30.0


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_port_that_is_taken_is_said_with_what_to_do(location: str, taken: int) -> None:
    with pytest.raises(
        UsageError, match=rf"port {taken} is taken.*PORT={taken + 1} make demo, or --port {taken + 1}"
    ):
        serve(create_app(location, workers=1), port=taken)


@pytest.mark.parametrize(
    ("host", "port"), [("no.such.host.invalid", 0), ("192.0.2.1", 0), ("127.0.0.1", 99999)]
)
def test_where_nothing_can_be_served_it_is_said(location: str, host: str, port: int) -> None:
    with pytest.raises(UsageError, match=f"cannot serve at {host}, port {port}"):
        serve(create_app(location, workers=1), host=host, port=port)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop_and_leaves_nothing_behind(
    location: str, end: signal.Signals
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", PROGRAM, location, str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            assert b'"status":"ok"' in health(port)
            process.send_signal(end)
            assert process.wait(PATIENCE) == 0
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()


def health(port: int) -> bytes:
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", "/health")
                return connection.getresponse().read()
            except ConnectionError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
