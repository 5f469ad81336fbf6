"""Processes that answer queries and are killed when a query takes too long or too much.

An engine cannot be told to stop, so a query runs in a process of its own that can be ended. Processes are
started from a small server process that has no threads (`forkserver`; `spawn` where the system lacks it), for
a web server has many and a fork of it could inherit a lock that nobody opens again. They are there before
the first query, and one that ended is replaced at once.
"""

import queue
import signal
import threading
from collections.abc import Callable
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cityrel.errors import CityrelError, QueryError, QueryTimeout, StoreError, UsageError
from cityrel.store import worker
from cityrel.store.answers import Answer, Request
from cityrel.store.embedded import current_snapshot
from cityrel.store.limits import Limits
from cityrel.store.worker import CHEAPER, GRACE, is_address

__all__ = ["Limits", "QueryPool"]

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

NAME = "cityrel-query"

WAITING = 4
"""Queries that may wait for a worker; more are told at once to come back, so that no thread waits in vain."""

START = 30.0
"""Seconds that a process may take to start."""
STOPPED = "the query workers have been stopped"


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
        self._places = threading.BoundedSemaphore(size + WAITING)
        self._closed = False
        for _ in range(size):
            self._idle.put(self._hire())

    def run(self, request: Request) -> Answer:
        """Answer a query within the limits.

        Raises QueryError where it is not SPARQL or is refused, QueryTimeout where it takes too long or too
        much memory, no worker becomes free in time or too many wait already, StoreError where the store
        cannot be read.
        """
        if not self._places.acquire(blocking=False):
            raise QueryTimeout("too many queries are waiting here already; try again a little later")
        try:
            return self._run(request)
        finally:
            self._places.release()

    def _run(self, request: Request) -> Answer:
        worker = self._lease()
        try:
            return worker.ask(self._source(), request)
        finally:
            self._idle.put(worker if worker.usable else self._replacement(worker))

    def revision(self) -> str:
        """Name the data that a query would see now; empty where that cannot be told (another endpoint)."""
        source = self._source()
        return "" if is_address(source) else Path(source).name

    def published(self) -> int | None:
        """Tell when the data that a query would see now were published, in nanoseconds since 1970.

        None where that cannot be told (another endpoint). A store that is made anew counts its snapshots
        from 1 again, so that the revision alone would name two.
        """
        source = self._source()
        if is_address(source):
            return None
        try:
            return Path(source).stat().st_mtime_ns
        except OSError as error:
            raise StoreError(f"{source}: the snapshot is not there any more; try again") from error

    def close(self) -> None:
        """End all workers; a query that runs ends with an error."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, set()
        for hired in workers:
            hired.end()

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
        self._process = context.Process(target=worker.serve, args=(theirs, limits), name=NAME, daemon=True)
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


def _source(location: str) -> Callable[[], str]:
    """Give what names the data to read now: the newest snapshot, or the address as it is."""
    if is_address(location):
        return lambda: location
    folder = Path(location).expanduser()
    return lambda: str(current_snapshot(folder))


@cache
def _context() -> "ForkServerContext | SpawnContext":
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    return context
