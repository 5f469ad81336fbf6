"""Processes that answer queries and are killed when a query takes too long or too much.

An engine cannot be told to stop, so a query runs in a process of its own that can be ended. Processes are
started from a small server process that has no threads (`forkserver`; `spawn` where the system lacks it), for
a web server has many and a fork of it could inherit a lock that nobody opens again. They are there before
the first query, and one that ended is replaced at once.
"""

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cityrel.errors import CityrelError, QueryError, QueryTimeout, StoreError, UsageError
from cityrel.store.answers import Answer, Engine, Request, SnapshotEngine
from cityrel.store.embedded import current_snapshot

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

NAME = "cityrel-query"

DEFAULT_TIMEOUT = 30.0
"""Seconds."""
DEFAULT_MEMORY_LIMIT = 4 << 30
"""Bytes of address space, of which an engine that has only been started takes about half a gibibyte."""
LEAST_MEMORY_LIMIT = 768 << 20
DEFAULT_OUTPUT_LIMIT = 256 << 20
"""Bytes of one answer."""
START = 30.0
"""Seconds that a process may take to start."""
GRACE = 5.0
"""Seconds after the deadline at which a worker ends itself, should nobody be left to end it."""

STOPPED = "the query workers have been stopped"
CHEAPER = "Start from a fixed thing, join patterns by shared variables, use LIMIT, or work on a dump"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, bytes of address space, bytes of answer."""

    timeout: float = DEFAULT_TIMEOUT
    memory: int = DEFAULT_MEMORY_LIMIT
    output: int = DEFAULT_OUTPUT_LIMIT

    def __post_init__(self) -> None:
        """Refuse limits that no query could keep. Raises UsageError."""
        if not 0 < self.timeout < float("inf"):
            raise UsageError(
                f"the time limit of a query must be a number of seconds above 0, not {self.timeout}"
            )
        if self.memory < LEAST_MEMORY_LIMIT:
            raise UsageError(
                f"the memory limit of a query must be at least {LEAST_MEMORY_LIMIT >> 20} MiB, "
                f"which an engine needs to start, not {self.memory >> 20} MiB"
            )
        if self.output < 1:
            raise UsageError(f"the limit of an answer must be at least one byte, not {self.output}")


class QueryPool:
    """Answers queries to one store in `size` processes; may be used by many threads at once.

    `location` is the folder of an embedded store, whose newest snapshot is looked up for each query, or the
    address of a SPARQL 1.1 endpoint. Raises UsageError where a limit makes no sense, StoreError where the
    folder holds no store with a snapshot.
    """

    def __init__(self, location: str, *, size: int = 2, limits: Limits | None = None) -> None:
        if size < 1:
            raise UsageError(f"at least one query worker is needed, not {size}")
        self._limits = limits or Limits()
        self._source = _source(location)
        self._source()
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._workers: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False
        for _ in range(size):
            self._idle.put(self._hire())

    def run(self, request: Request) -> Answer:
        """Answer a query within the limits.

        Raises QueryError where it is not SPARQL or is refused, QueryTimeout where it takes too long or too
        much memory or no worker becomes free in time, StoreError where the store cannot be read.
        """
        worker = self._lease()
        try:
            return worker.ask(self._source(), request)
        finally:
            self._idle.put(worker if worker.usable else self._replacement(worker))

    def revision(self) -> str:
        """Name the data that a query would see now; empty where that cannot be told (another endpoint)."""
        source = self._source()
        return "" if _is_address(source) else Path(source).name

    def close(self) -> None:
        """End all workers; a query that runs ends with an error."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, set()
        for worker in workers:
            worker.end()

    def _lease(self) -> "_Worker":
        if self._closed:
            raise StoreError(STOPPED)
        try:
            worker = self._idle.get(timeout=self._limits.timeout)
        except queue.Empty:
            raise QueryTimeout(
                f"all query workers were busy for {self._limits.timeout:g} s; try again a little later"
            ) from None
        return worker if worker.usable else self._replacement(worker)

    def _hire(self) -> "_Worker":
        with self._lock:
            if self._closed:
                raise StoreError(STOPPED)
            worker = _Worker(self._limits)
            self._workers.add(worker)
            return worker

    def _replacement(self, worker: "_Worker") -> "_Worker":
        with self._lock:
            self._workers.discard(worker)
        worker.end()
        return worker if self._closed else self._hire()


class _Worker:
    """One process, seen from the outside; it serves one query at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ready = False
        context = _context()
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits), name=NAME, daemon=True)
        self._process.start()
        theirs.close()

    @property
    def usable(self) -> bool:
        return not self._connection.closed and self._process.is_alive()

    def ask(self, source: str, request: Request) -> Answer:
        self._wait_until_ready()
        try:
            self._connection.send((source, request))
            if not self._connection.poll(self._limits.timeout):
                raise self._too_slow()
            reply = self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        if isinstance(reply, CityrelError):
            raise reply
        return cast("Answer", reply)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _wait_until_ready(self) -> None:
        """Let a new process start, so that its start does not count as the query's time."""
        if self._ready:
            return
        try:
            self._ready = self._connection.poll(START) and bool(self._connection.recv())
        except (EOFError, OSError):
            self._ready = False
        if not self._ready:
            self.end()
            raise StoreError("a query worker could not be started; see whether the system is out of memory")

    def _too_slow(self) -> QueryTimeout:
        self.end()
        return QueryTimeout(
            f"the query took longer than {self._limits.timeout:g} s and was stopped. {CHEAPER}"
        )

    def _ended(self) -> QueryError:
        """Say why a process is gone: an engine that gets no memory aborts itself."""
        self._process.join(GRACE)
        code = self._process.exitcode
        self.end()
        if code == -signal.SIGSEGV:
            return QueryError("the query is nested too deeply, or has too many parts, for the engine")
        if code == -signal.SIGABRT:
            return QueryTimeout(
                f"the query needed more than {self._limits.memory >> 20} MiB of memory and was stopped. "
                f"{CHEAPER}"
            )
        return QueryTimeout("the query was stopped before it was answered; try again")


def _serve(connection: Connection, limits: Limits) -> None:
    """Answer requests until the other end closes: what a worker process does all its life."""
    _prepare(limits)
    connection.send(True)
    engine_of = lru_cache(maxsize=1)(lambda source: _engine(source, limits))
    with contextlib.suppress(EOFError, OSError):
        while True:
            source, request = connection.recv()
            with _deadline(limits.timeout + GRACE):
                reply = _reply(engine_of, source, request)
            connection.send(reply)


def _reply(engine_of: Callable[[str], Engine], source: str, request: Request) -> Answer | CityrelError:
    try:
        return engine_of(source).answer(request)
    except CityrelError as error:
        return error
    except MemoryError:
        return QueryTimeout(f"the query needed more memory than it may use and was stopped. {CHEAPER}")


def _prepare(limits: Limits) -> None:
    """Leave the keyboard's interrupt to the parent, hush the engine's last words, limit the memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(ImportError):  # only POSIX has it
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


def _source(location: str) -> Callable[[], str]:
    """Give what names the data to read now: the newest snapshot, or the address as it is."""
    if _is_address(location):
        return lambda: location
    folder = Path(location).expanduser()
    return lambda: str(current_snapshot(folder))


def _is_address(location: str) -> bool:
    return location.startswith(("http://", "https://"))


def _engine(source: str, limits: Limits) -> Engine:
    if not _is_address(source):
        return SnapshotEngine(source, limits.output)
    from cityrel.store.passing import RemoteEngine

    return RemoteEngine(source, limits.output, limits.timeout)


@cache
def _context() -> "ForkServerContext | SpawnContext":
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context
