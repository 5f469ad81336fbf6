"""Several web processes on one port, and the one that starts, watches and ends them.

Python runs one thread at a time, so one process keeps one core busy with HTTP, however many threads it has.
Each web process has workers, a queue and threads of its own; they share the port, and a folder in which the
figures add up. One that ends is replaced, and all end with the process that started them.
"""

import contextlib
import logging
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from prometheus_client.multiprocess import mark_process_dead

from cityrel.errors import CityrelError, StoreError
from cityrel.settings import Settings
from cityrel.settings.logs import start_logging
from cityrel.web.app import create_app
from cityrel.web.monitoring.metrics import FOLDER
from cityrel.web.server import serve_on, stopping_on

log = logging.getLogger(__name__)

START = 60.0
"""Seconds that a web process may take to start."""
MARGIN = 5.0
"""Seconds, beyond the time to finish, after which a web process that was told to stop is ended."""
PAUSE = 1.0
"""Seconds before a process is replaced, so that what fails at once does not fail without a break."""


def serve_many(opened: socket.socket, settings: Settings, ready: Callable[[], None]) -> None:
    """Serve on a socket that listens already, in several processes, until this one is told to stop.

    `ready` is called when all are there. Raises what `create_app` raises, and StoreError where a process
    does not start.
    """
    woken, wake = socket.socketpair()
    crew: list[SpawnProcess] = []
    with woken, wake, _figures(), stopping_on(lambda: wake.sendall(b"x"), signal.SIGTERM, signal.SIGINT):
        try:
            for _ in range(settings.processes):
                crew.append(_start(opened, settings))  # noqa: PERF401 - those that are there must be ended
            ready()
            while woken not in _wait(woken, crew):
                _replace(woken, crew, opened, settings)
        finally:
            _end(crew, settings.stop_timeout + MARGIN)


@contextlib.contextmanager
def _figures() -> Iterator[None]:
    """Make the folder of the figures, and name it where web processes look."""
    with tempfile.TemporaryDirectory(prefix="cityrel-", ignore_cleanup_errors=True) as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def _start(opened: socket.socket, settings: Settings) -> SpawnProcess:
    """Start a web process and wait until it serves; raises what kept it from that."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    level = log.getEffectiveLevel()
    process = context.Process(target=_serve, args=(opened, settings, theirs, level), name="cityrel-web")
    process.start()
    theirs.close()
    with ours:
        failure = _failure(ours)
    if failure:
        process.kill()
        process.join()
        raise failure
    return process


def _failure(report: Connection) -> CityrelError | None:
    """Wait for what a new web process has to say: why it cannot serve, or that it does."""
    try:
        said: CityrelError | None = (
            report.recv()
            if report.poll(START)
            else StoreError(f"a web process took over {START:g} s to start")
        )
    except EOFError:
        return StoreError("a web process ended while it started")
    return said


def _wait(woken: socket.socket, crew: list[SpawnProcess], timeout: float | None = None) -> list[object]:
    return list(connection.wait([woken, *(member.sentinel for member in crew)], timeout))


def _replace(
    woken: socket.socket, crew: list[SpawnProcess], opened: socket.socket, settings: Settings
) -> None:
    for member in [member for member in crew if not member.is_alive()]:
        log.error("a web process ended with status %s and is replaced", member.exitcode)
        crew.remove(member)
        mark_process_dead(member.pid)  # type: ignore[no-untyped-call]
        if not _wait(woken, [], PAUSE):
            crew.append(_start(opened, settings))


def _end(crew: list[SpawnProcess], patience: float) -> None:
    """Tell all to stop, wait until they have, and kill those that do not."""
    deadline = time.monotonic() + patience
    for member in crew:
        member.terminate()
    for member in crew:
        member.join(max(0.0, deadline - time.monotonic()))
        member.kill()
        member.join()


def _serve(opened: socket.socket, settings: Settings, report: Connection, level: int) -> None:
    """Serve: what a web process does all its life. The keyboard's interrupt is its parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_logging(level)
    threading.Thread(target=_stop_with_parent, name="cityrel-parent", daemon=True).start()
    with opened, report:
        try:
            app = create_app(settings.store, settings=settings)
        except CityrelError as error:
            report.send(error)
            return
        report.send(None)
        serve_on(opened, app, settings, signal.SIGTERM)


def _stop_with_parent() -> None:
    """Wait for the end of the process that started this one, then stop as if told to."""
    parent = parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
