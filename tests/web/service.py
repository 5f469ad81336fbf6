"""A service as visitors meet it: the command in a process of its own."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0
"""Seconds after which a test gives up on a service."""
SERVING = re.compile(r"Serving .* on http://127\.0\.0\.1:(\d+) ")
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) [A-Z]")


@dataclass(frozen=True)
class Service:
    """A running `cityrel serve`."""

    process: subprocess.Popen[str]
    port: int

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """Give status and body of an answer, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read()

    def raw(self, request: bytes) -> bytes:
        """Send bytes, and give all that comes back until the service closes the connection."""
        received = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(request)
            with contextlib.suppress(ConnectionError):
                while piece := connection.recv(1 << 16):
                    received += piece
        return received

    def stop(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to stop; gives the exit status and what it said on standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@contextlib.contextmanager
def serving(store: str | Path, *options: str) -> Iterator[Service]:
    """Run a service on a free port for as long as the block lasts, and end all of its processes after it."""
    command = [sys.executable, "-m", "cityrel.cli", "serve", "--store", str(store), "--port", "0", *options]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CITYREL_SERVE")}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            assert process.stderr
            started = SERVING.search(process.stderr.readline())
            assert started, "the service did not start"
            yield Service(process, int(started[1]))
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            process.kill()


def statuses(answers: bytes) -> list[int]:
    """Give the status of each answer in what was received."""
    return [int(found[1]) for found in STATUS.finditer(answers)]
