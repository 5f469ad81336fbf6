"""The answer to one query, read while its worker makes it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from cityrel.errors import CityrelError, QueryError, QueryTimeout
from cityrel.store.output import Form, Part
from cityrel.store.process import WorkerProcess
from cityrel.store.worker import CHEAPER

GLANCE = 0.25
"""Seconds between two looks at whether the asker is still there."""


class Abandoned(QueryTimeout):
    """The asker went away before the answer was there."""


@dataclass(frozen=True)
class Course:
    """How long a query may run: `timeout` seconds, and no longer than somebody waits for its answer."""

    timeout: float
    abandoned: Callable[[], bool]
    deadline: float

    @classmethod
    def beginning(cls, timeout: float, abandoned: Callable[[], bool]) -> "Course":
        """Give the course of a query that begins now."""
        return cls(timeout, abandoned, monotonic() + timeout)

    @property
    def left(self) -> float:
        """Give the seconds that are left, none below 0."""
        return max(0.0, self.deadline - monotonic())

    def check_time(self) -> None:
        """Raise QueryTimeout where the time is over."""
        if not self.left:
            raise QueryTimeout(f"the query took longer than {self.timeout:g} s and was stopped. {CHEAPER}")

    def check_asker(self) -> None:
        """Raise Abandoned where nobody waits any more."""
        if self.abandoned():
            raise Abandoned("nobody waits for the answer any more")


class Reply:
    """An answer of which the first part is there: its form, the key of its format, and its bytes.

    Iterating gives the bytes once, part by part, no faster than they are read, and raises QueryError or
    QueryTimeout where the answer has to end before it is whole: what was read until then is then not the
    answer. A query's time goes on while nobody reads. Close it, at best by `with`, to free its worker.
    """

    def __init__(self, worker: WorkerProcess, course: Course, free: Callable[[], None]) -> None:
        self._worker, self._course, self._free = worker, course, free
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._open = True
        self._first = self._next()
        self.form: Form = self._first.form
        self.format = self._first.format
        if not self._first.last:
            self._end_in_time()

    def __enter__(self) -> "Reply":
        """Give the reply itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Free the worker."""
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        """Give the bytes, part by part."""
        part = self._first
        yield part.body
        while not part.last:
            part = self._next()
            yield part.body
        self.close()

    def close(self) -> None:
        """Free the worker; one that still works on the answer is ended and replaced."""
        with self._lock:
            if not self._open:
                return
            self._open = False
        if self._timer:
            self._timer.cancel()
        self._free()

    def _end_in_time(self) -> None:
        """Free the worker at the deadline, also where nobody reads on."""
        self._timer = threading.Timer(self._course.left, self.close)
        self._timer.daemon = True
        self._timer.start()

    def _next(self) -> Part:
        try:
            return self._receive()
        except CityrelError:
            self.close()
            raise

    def _receive(self) -> Part:
        while True:
            self._course.check_time()
            with self._lock:
                if not self._open:
                    raise QueryError("the answer has been closed")
                part = self._worker.receive(min(GLANCE, self._course.left))
            if part:
                return part
            self._course.check_asker()
