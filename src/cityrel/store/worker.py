"""The inside of a worker process: it answers one query after the other until it is ended."""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from functools import lru_cache
from multiprocessing.connection import Connection

from cityrel.errors import CityrelError, MemoryExceeded
from cityrel.store import confinement
from cityrel.store.answers import Engine, Request, SnapshotEngine
from cityrel.store.limits import Limits
from cityrel.store.output import Part

GRACE = 5.0
"""Seconds after the deadline at which a worker ends itself, should nobody be left to end it."""

CHEAPER = "Start from a fixed thing, join patterns by shared variables, use LIMIT, or work on a dump"


def serve(connection: Connection, limits: Limits, source: str) -> None:
    """Answer requests until the other end closes: what a worker process does all its life.

    `source` names the data that the first requests are likely to ask for.
    """
    _prepare(limits, network=is_address(source))
    engine_of = lru_cache(maxsize=1)(lambda source: _engine(source, limits))
    _warm_up(engine_of, source)
    connection.send(True)
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
        send(MemoryExceeded(f"the query needed more memory than it may use and was stopped. {CHEAPER}"))


def _prepare(limits: Limits, *, network: bool) -> None:
    """Leave interrupts to the parent, hush the engine's last words, give up what may not be used."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    confinement.end_with_parent()
    confinement.limit_memory(limits.memory)
    if not network:
        confinement.leave_network()


def _warm_up(engine_of: Callable[[str], Engine], source: str) -> None:
    """Open a snapshot before the first request comes, which then is told should that not be possible."""
    if not is_address(source):
        with contextlib.suppress(CityrelError):
            engine_of(source).answer(Request("ASK {}"), lambda _part: None)


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
