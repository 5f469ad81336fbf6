"""`cityrel serve` as a process of its own, for tests that speak HTTP with it."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

COMMAND = "from cityrel.cli import main; main()"
PATIENCE = 60.0


@contextlib.contextmanager
def running(location: str, *options: str) -> Iterator[str]:
    """Serve a store on a free port and give `host:port`; the process ends with the block."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", COMMAND, "serve", "--store", location, "--port", str(port), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            _wait_for(f"127.0.0.1:{port}", process)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.closing(http.client.HTTPConnection(address, timeout=PATIENCE)) as connection:
            try:
                connection.request("GET", "/health")
                connection.getresponse().read()
            except ConnectionError:
                if time.monotonic() > deadline or process.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return
