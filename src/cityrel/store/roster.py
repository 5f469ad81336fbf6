"""The workers of a pool: the fresh ones that wait for a query, and all that have been started."""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator

from cityrel.errors import Overloaded, StoreError
from cityrel.store.course import Course
from cityrel.store.limits import Limits
from cityrel.store.load import Load
from cityrel.store.process import WorkerProcess

WAITING = 16
"""Queries that may wait for a worker unless it is said otherwise."""
STOPPED = "the query workers have been stopped"


class Roster:
    """Keeps `size` workers ready, for whom `waiting` queries may wait; `source` names the data to see now."""

    def __init__(self, size: int, waiting: int, limits: Limits, source: Callable[[], str]) -> None:
        self._limits, self._source = limits, source
        self._fresh: queue.LifoQueue[WorkerProcess] = queue.LifoQueue()
        self._all: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._waiting = self._replaced = 0
        self._places = threading.Semaphore(size + waiting)
        for _ in range(size):
            self._fresh.put(self._hire())

    def take(self, waiting: Course) -> WorkerProcess:
        """Take a fresh worker, for as long as it has to be waited for.

        Raises Overloaded where too many wait already or none comes in time, StoreError once closed.
        """
        if self._closed:
            raise StoreError(STOPPED)
        if not self._places.acquire(blocking=False):
            raise Overloaded("too many queries are waiting here already; try again a little later")
        with contextlib.ExitStack() as on_error:
            on_error.callback(self._places.release)
            with self._one_more_waiting():
                worker = waiting.until(self._next, lambda: _busy(waiting.timeout))
            worker = worker if worker.usable else self._replacement(worker)
            on_error.pop_all()
        return worker

    def give_back(self, worker: WorkerProcess) -> None:
        """Put a worker back, or a new one in its place."""
        self._fresh.put(worker if worker.usable else self._replacement(worker))
        self._places.release()

    def replace(self) -> None:
        """Put a new worker in the place of one that was taken and will not come back."""
        self._fresh.put(self._hire())
        self._places.release()

    def dismiss(self, worker: WorkerProcess) -> None:
        """End a worker for good."""
        with self._lock:
            self._all.discard(worker)
            self._replaced += 1
        worker.end()

    def close(self) -> None:
        """End all workers, and start no others."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.kill()
        while idle := self._next(0):
            idle.end()

    @property
    def load(self) -> Load:
        """Tell how busy the workers are."""
        with self._lock:
            idle = min(self._fresh.qsize(), len(self._all))
            return Load(len(self._all) - idle, idle, self._waiting, self._replaced)

    @contextlib.contextmanager
    def _one_more_waiting(self) -> Iterator[None]:
        with self._lock:
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1

    def _next(self, wait: float) -> WorkerProcess | None:
        try:
            return self._fresh.get(timeout=wait) if wait else self._fresh.get(block=False)
        except queue.Empty:
            return None

    def _hire(self) -> WorkerProcess:
        with self._lock:
            if self._closed:
                raise StoreError(STOPPED)
            worker = WorkerProcess(self._limits, self._source())
            self._all.add(worker)
            return worker

    def _replacement(self, worker: WorkerProcess) -> WorkerProcess:
        self.dismiss(worker)
        return worker if self._closed else self._hire()


def _busy(seconds: float) -> Overloaded:
    return Overloaded(f"all query workers were busy for {seconds:g} s; try again a little later")
