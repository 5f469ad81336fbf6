"""The inside of a worker process: it answers one query after the other until it is ended."""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from functools import lru_cache
from multiprocessing.connection import Connection

from cityrel.errors import CityrelError, QueryTimeout
from cityrel.store.answers import Engine, Request, SnapshotEngine
from cityrel.store.limits import Limits
from cityrel.store.output import Part

GRACE = 5.0
"""Seconds after the deadline at which a worker ends itself, should nobody be left to end it."""

CHEAPER = "Start from a fixed thing, join patterns by shared variables, use LIMIT, or work on a dump"


def serve(connection: Connection, limits: Limits) -> None:
    """Answer requests until the other end closes: what a worker process does all its life."""
    _prepare(limits)
    connection.send(True)
    engine_of = lru_cache(maxsize=1)(lambda source: _engine(source, limits))
    with contextlib.suppress(EOFError, OSError):
        while True:
            source, request, timeout = connection.recv()
            with _deadline(timeout + GRACE):
                _answer(engine_of, source, request, connection.send)


def _answer(
    engine_of: Callable[[str], Engine],
    source: str,
    request: Request,
    send: Callable[[Part | CityrelError], None],
) -> None:
    """Send the parts of an answer, or at last what is wrong."""
    try:
        engine_of(source).answer(request, send)
    except CityrelError as error:
        send(error)
    except MemoryError:
        send(QueryTimeout(f"the query needed more memory than it may use and was stopped. {CHEAPER}"))


def _prepare(limits: Limits) -> None:
    """Leave the keyboard's interrupt to the parent, hush the engine's last words, limit the memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(ImportError, OSError, ValueError):  # only POSIX has it, and macOS refuses it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Have the system end this process after so many seconds, even if the parent is gone by then."""
    timer = getattr(signal, "setitimer", None)  # only POSIX has it
    if timer:
        timer(signal.ITIMER_REAL, seconds)
    yield
    if timer:
        timer(signal.ITIMER_REAL, 0)


def _engine(source: str, limits: Limits) -> Engine:
    if not is_address(source):
        return SnapshotEngine(source, limits.output)
    from cityrel.store.passing import RemoteEngine

    return RemoteEngine(source, limits.output, limits.timeout)


def is_address(location: str) -> bool:
    """Say whether a location is an address on the net and not a folder."""
    return location.startswith(("http://", "https://"))
