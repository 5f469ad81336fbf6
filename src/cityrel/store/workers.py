"""Processes that answer queries and are killed when a query takes too long or too much.

An engine cannot be told to stop, so a query runs in a process of its own that can be ended. Processes are
started from a small server process that has no threads (`forkserver`; `spawn` where the system lacks it), for
a web server has many and a fork of it could inherit a lock that nobody opens again. They are there before
the first query, and one that ended is replaced at once.
"""

import contextlib
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from cityrel.errors import QueryTimeout, StoreError, UsageError
from cityrel.store.answers import Answer, Request
from cityrel.store.embedded import current_snapshot
from cityrel.store.limits import Limits
from cityrel.store.process import WorkerProcess
from cityrel.store.replies import Course, Reply
from cityrel.store.worker import is_address

__all__ = ["Limits", "QueryPool", "Reply"]

WAITING = 4
"""Queries that may wait for a worker; more are told at once to come back, so that no thread waits in vain."""

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
        self._idle: queue.LifoQueue[WorkerProcess] = queue.LifoQueue()
        self._workers: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(size + WAITING)
        self._closed = False
        for _ in range(size):
            self._idle.put(self._hire())

    def run(self, request: Request) -> Answer:
        """Give a whole answer at once; raises what `open` and reading its reply raise."""
        with self.open(request) as reply:
            return Answer(reply.form, reply.format, b"".join(reply))

    def open(
        self,
        request: Request,
        *,
        timeout: float | None = None,
        abandoned: Callable[[], bool] = lambda: False,
    ) -> Reply:
        """Begin to answer a query within the limits; the reply gives the bytes as they are made.

        `timeout` lowers the limit of seconds for this query. `abandoned` is asked now and then, while there
        is nothing to read, whether the asker has gone, so that nothing is worked out for nobody.
        Raises QueryError where the query is not SPARQL or is refused, QueryTimeout where it takes too long or
        too much memory, no worker becomes free in time or too many wait already, StoreError where the store
        cannot be read.
        """
        course = Course.beginning(self._limits.seconds(timeout), abandoned)
        if not self._places.acquire(blocking=False):
            raise QueryTimeout("too many queries are waiting here already; try again a little later")
        with contextlib.ExitStack() as on_error:
            on_error.callback(self._places.release)
            worker = self._lease(course)
            on_error.callback(self._give_back, worker)
            worker.ask(self._source(), request, course.timeout)
            on_error.pop_all()
        return Reply(worker, course, lambda: self._free(worker))

    def _free(self, worker: WorkerProcess) -> None:
        self._give_back(worker)
        self._places.release()

    def _give_back(self, worker: WorkerProcess) -> None:
        self._idle.put(worker if worker.usable else self._replacement(worker))

    def revision(self) -> str:
        """Name the data that a query would see now; empty where that cannot be told (another endpoint)."""
        source = self._source()
        return "" if is_address(source) else Path(source).name

    def close(self) -> None:
        """End all workers; a query that runs ends with an error."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, set()
        for hired in workers:
            hired.end()

    def _lease(self, course: Course) -> WorkerProcess:
        if self._closed:
            raise StoreError(STOPPED)
        try:
            worker = self._idle.get(timeout=course.left)
        except queue.Empty:
            raise QueryTimeout(
                f"all query workers were busy for {course.timeout:g} s; try again a little later"
            ) from None
        return worker if worker.usable else self._replacement(worker)

    def _hire(self) -> WorkerProcess:
        with self._lock:
            if self._closed:
                raise StoreError(STOPPED)
            worker = WorkerProcess(self._limits)
            self._workers.add(worker)
            return worker

    def _replacement(self, worker: WorkerProcess) -> WorkerProcess:
        with self._lock:
            self._workers.discard(worker)
        worker.end()
        return worker if self._closed else self._hire()


def _source(location: str) -> Callable[[], str]:
    """Give what names the data to read now: the newest snapshot, or the address as it is."""
    if is_address(location):
        return lambda: location
    folder = Path(location).expanduser()
    return lambda: str(current_snapshot(folder))
