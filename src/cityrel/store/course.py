"""How long a query may run, and who of the long ones may run at once.

Whatever is answered within `SLICE` never meets the others. What runs longer steps back: its process gets the
least priority and a place among the long queries, of which only a few run while the others stand still.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeVar

from cityrel.errors import Overloaded, QueryTimeout
from cityrel.store.worker import CHEAPER

Found = TypeVar("Found")

SLICE = 0.25
"""Seconds after which a query counts as long."""
GLANCE = 0.25
"""Seconds between two looks at whether the asker is still there."""
HELD = 16
"""Long queries that may stand still until others are done."""


class Abandoned(QueryTimeout):
    """The asker went away before the answer was there."""

    outcome = "client_gone"


@dataclass(frozen=True)
class Course:
    """The time of one query: `timeout` seconds from `start`, and no longer than somebody waits for it.

    A worker has it since `begun`. Waiting for one counts, so that nobody waits longer than was asked for.
    """

    timeout: float
    start: float
    begun: float
    abandoned: Callable[[], bool]

    @classmethod
    def beginning(cls, timeout: float, abandoned: Callable[[], bool]) -> "Course":
        """Give the course of a query that is asked now."""
        now = monotonic()
        return cls(timeout, now, now, abandoned)

    def begin_work(self, waited: float) -> "Course":
        """Give the course of a query that has waited for some seconds and that a worker begins with now."""
        now = monotonic()
        return replace(self, start=now - waited, begun=now)

    @property
    def left(self) -> float:
        """Give the seconds that are left, none below 0."""
        return max(0.0, self.start + self.timeout - monotonic())

    @property
    def slice_left(self) -> float:
        """Give the seconds that are left until it counts as long, none below 0."""
        return max(0.0, self.begun + SLICE - monotonic())

    def until(self, attempt: Callable[[float], Found | None], late: Callable[[], QueryTimeout]) -> Found:
        """Try again and again, for some seconds each time, and give what is found.

        Raises what `late` gives when the time is over, Abandoned when nobody waits any more.
        """
        while True:
            if not self.left:
                raise late()
            found = attempt(min(GLANCE, self.left))
            if found:
                return found
            if self.abandoned():
                raise Abandoned("nobody waits for the answer any more")

    def too_slow(self) -> QueryTimeout:
        """Give the error for a query that takes all its time."""
        return QueryTimeout(f"the query took longer than {self.timeout:g} s and was stopped. {CHEAPER}")


class LongQueries:
    """Places for long queries: `running` of them go on, `HELD` more wait for their turn."""

    def __init__(self, running: int) -> None:
        self._running = threading.Semaphore(running)
        self._places = threading.Semaphore(running + HELD)

    def enter(self) -> None:
        """Take a place. Raises Overloaded where there is none."""
        if not self._places.acquire(blocking=False):
            raise Overloaded(
                "the query needs longer than others leave time for: as many long ones as may wait are here "
                f"already. Try again a little later. {CHEAPER}"
            )

    def leave(self) -> None:
        """Give the place back."""
        self._places.release()

    def begin(self, wait: float = 0.0) -> bool:
        """Try for some seconds to become one of those that run."""
        return self._running.acquire(timeout=wait) if wait else self._running.acquire(blocking=False)

    def end(self) -> None:
        """Let another one run."""
        self._running.release()
