"""Processes that answer queries and are killed when a query takes too long or too much.

An engine cannot be told to stop, so a query runs in a process of its own that can be ended. Processes are
started from a small server process that has no threads (`forkserver`; `spawn` where the system lacks it), for
a web server has many and a fork of it could inherit a lock that nobody opens again. They are there before
the first query, and one that ended is replaced at once.
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from cityrel.errors import StoreError, UsageError
from cityrel.store.answers import Answer, Request
from cityrel.store.course import Course, LongQueries
from cityrel.store.embedded import current_snapshot
from cityrel.store.lease import Lease
from cityrel.store.limits import Limits
from cityrel.store.load import Load
from cityrel.store.replies import Reply
from cityrel.store.roster import WAITING, Roster
from cityrel.store.worker import is_address

__all__ = ["Limits", "QueryPool", "Reply"]


class QueryPool:
    """Answers queries to one store; may be used by many threads at once.

    `location` is the folder of an embedded store, whose newest snapshot is looked up for each query, or the
    address of a SPARQL 1.1 endpoint. `size` processes are ready for new queries, and as many long ones run
    beside them (`course`); `waiting` queries may wait for one. Raises UsageError where a limit makes no
    sense, StoreError where the folder holds no store with a snapshot.
    """

    def __init__(
        self, location: str, *, size: int = 2, limits: Limits | None = None, waiting: int = WAITING
    ) -> None:
        if size < 1:
            raise UsageError(f"at least one query worker is needed, not {size}")
        self._limits = limits or Limits()
        self._source = _source(location)
        self._source()
        self._roster = Roster(size, waiting, self._limits, self._source)
        self._long = LongQueries(size)

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
        too much memory, Overloaded where no worker becomes free in time or too many wait already, StoreError
        where the store cannot be read.
        """
        seconds = self._limits.seconds(timeout)
        course = Course.beginning(seconds, abandoned)
        worker = self._roster.take(course)
        waited = seconds - course.left
        with contextlib.ExitStack() as on_error:
            on_error.callback(self._roster.give_back, worker)
            worker.wait_until_ready()
            course = course.begin_work(waited)
            worker.ask(self._source(), request, course.left)
            on_error.pop_all()
        return Reply(Lease(worker, course, self._roster, self._long), course)

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

    @property
    def load(self) -> Load:
        """Tell how busy the workers are."""
        return self._roster.load

    def close(self) -> None:
        """End all workers; a query that runs ends with an error."""
        self._roster.close()


def _source(location: str) -> Callable[[], str]:
    """Give what names the data to read now: the newest snapshot, or the address as it is."""
    if is_address(location):
        return lambda: location
    return _Newest(Path(location).expanduser())


class _Newest:
    """Names the newest snapshot of a store, whose files are read again only when another was published."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._marker = folder, str(folder / "current")
        self._known: tuple[object, str] = (None, "")

    def __call__(self) -> str:
        stamp, (known, name) = self._stamp(), self._known
        if stamp is None or stamp != known:
            name = str(current_snapshot(self._folder))
            self._known = (stamp, name)
        return name

    def _stamp(self) -> object:
        """Tell one state of the file that names the snapshot from another; None where it is not there."""
        try:
            found = os.stat(self._marker)  # noqa: PTH116 - a path that is made once
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns
