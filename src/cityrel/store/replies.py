"""The answer to one query, read while its worker makes it."""

import threading
from collections.abc import Callable, Iterator

from cityrel.errors import CityrelError, QueryError
from cityrel.store.course import Course
from cityrel.store.lease import Lease
from cityrel.store.output import Form, Part


class Reply:
    """An answer of which the first part is there: its form, the key of its format, and its bytes.

    Iterating gives the bytes once, part by part, made no faster than they are read, and raises QueryError or
    QueryTimeout where the answer has to end before it is whole: what was read until then is not the answer.
    A query's time goes on while nobody reads. Close it, at best by `with`, to free its worker; a reply read
    to its end has freed it.
    """

    def __init__(self, lease: Lease, course: Course) -> None:
        self._lease, self._course = lease, course
        self._lock = threading.RLock()
        self._open = True
        self._reason: CityrelError = QueryError("the answer was closed before it was read")
        self._timer: threading.Timer | None = None
        self._part = self._next()
        self.form: Form = self._part.form
        self.format = self._part.format
        self._watch()

    def __enter__(self) -> "Reply":
        """Give the reply itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Free the worker."""
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        """Give the bytes, part by part."""
        yield self._part.body
        while not self._part.last:
            self._part = self._next()
            yield self._part.body

    def close(self) -> None:
        """Free the worker; one that still works on the answer is ended and replaced."""
        with self._lock:
            if not self._open:
                return
            self._open = False
            if self._timer:
                self._timer.cancel()
            self._lease.free()

    def _next(self) -> Part:
        try:
            part = self._course.until(self._receive, self._lease.late)
        except CityrelError:
            self.close()
            raise
        if part.last:
            self.close()
        return part

    def _receive(self, wait: float) -> Part | None:
        with self._lock:
            if not self._open:
                raise self._reason
            return self._lease.receive(wait)

    def _watch(self) -> None:
        """Keep to the limits also while nobody reads."""
        if self._open:
            self._set_timer(self._course.slice_left, self._end_slice)

    def _end_slice(self) -> None:
        with self._lock:
            if self._open:
                self._become_long()

    def _become_long(self) -> None:
        try:
            self._lease.become_long()
        except CityrelError as error:
            self._end(error)
        else:
            self._set_timer(self._course.left, self._end_time)

    def _end_time(self) -> None:
        self._end(self._course.too_slow())

    def _end(self, reason: CityrelError) -> None:
        with self._lock:
            self._reason = reason
            self.close()

    def _set_timer(self, seconds: float, act: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, act)
        self._timer.daemon = True
        self._timer.start()
