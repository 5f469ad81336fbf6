"""A worker that a pool gave away for one query."""

from cityrel.errors import Overloaded, QueryTimeout
from cityrel.store.course import Course, LongQueries
from cityrel.store.output import Part
from cityrel.store.process import WorkerProcess
from cityrel.store.roster import Roster


class Lease:
    """Follows one query on its worker: quick at first, then one of the long ones. One thread at a time."""

    def __init__(self, worker: WorkerProcess, course: Course, roster: Roster, long: LongQueries) -> None:
        self._worker, self._course, self._roster, self._long = worker, course, roster, long
        self._is_long = self._runs = False

    def receive(self, wait: float) -> Part | None:
        """Give the next part of the answer if it comes within `wait` seconds.

        A query that needs longer than most, or is only read slowly, becomes a long one on the way.
        Raises what the worker reports, Overloaded where there is no place for another long query.
        """
        if self._is_long:
            return self._worker.receive(wait) if self._runs or self._begin(wait) else None
        part = self._worker.receive(min(wait, self._course.slice_left))
        if part is None and not self._course.slice_left:
            self.become_long()
        return part

    def become_long(self) -> None:
        """Step back behind the quick queries, and stand still unless there is a turn at once."""
        if self._is_long:
            return
        self._long.enter()
        self._is_long = True
        self._worker.step_back()
        self._roster.replace()
        if not self._begin():
            self._worker.pause()

    def free(self) -> None:
        """Give the worker back, or end it where it still works or had to step back."""
        if not self._is_long:
            self._roster.give_back(self._worker)
            return
        self._roster.dismiss(self._worker)
        if self._runs:
            self._long.end()
        self._long.leave()

    def late(self) -> QueryTimeout:
        """Say why the query has to end at its deadline."""
        if self._is_long and not self._runs:
            return Overloaded(
                f"other long queries were ahead of this one for {self._course.timeout:g} s; try again later"
            )
        return self._course.too_slow()

    def _begin(self, wait: float = 0.0) -> bool:
        self._runs = self._long.begin(wait)
        if self._runs:
            self._worker.resume()
        return self._runs
