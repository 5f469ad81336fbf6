"""The servers that are measured, each started on the same data and ended afterwards."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 1200.0
"""Seconds that a server may take to start: one that keeps its data in memory has to read them first."""


@dataclass(frozen=True)
class Server:
    """How a server is started; `{port}` in its command is where it listens, `path` where it takes queries."""

    name: str
    command: Sequence[str]
    path: str


def cityrel(store: Path, timeout: float) -> Server:
    """Give our own server."""
    program = str(Path(sys.executable).with_name("cityrel"))
    command = (program, "serve", "--store", str(store), "--port", "{port}")
    return Server("cityrel", (*command, "--query-timeout", f"{timeout:g}"), "/sparql")


def oxigraph(snapshot: Path, timeout: float) -> Server:
    """Give the Oxigraph server, reading the same snapshot."""
    program = Path(sys.executable).with_name("oxigraph")
    command = (str(program), "serve-read-only", "--location", str(snapshot), "--bind", "127.0.0.1:{port}")
    return Server("oxigraph", (*command, "--timeout-s", f"{timeout:g}"), "/query")


def rdflib_endpoint(program: str, dump: Path) -> Server:
    """Give rdflib-endpoint with rdflib's own store, which reads a dump of the same data."""
    command = (program, "serve", str(dump), "--host", "127.0.0.1", "--port", "{port}")
    return Server("rdflib-endpoint", command, "/")


@contextlib.contextmanager
def running(server: Server) -> Iterator[int]:
    """Run a server, and give its port once it answers."""
    port = _free_port()
    command = [part.replace("{port}", str(port)) for part in server.command]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            with contextlib.closing(connection):
                connection.request("GET", "/")
                connection.getresponse().read()
                return
        time.sleep(0.1)
    raise SystemExit("a server did not start")
