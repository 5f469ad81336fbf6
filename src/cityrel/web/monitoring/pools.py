"""Pools of workers whose load and whose answers are seen."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cityrel.errors import CityrelError
from cityrel.store.answers import Answer, Request
from cityrel.store.workers import QueryPool
from cityrel.web.monitoring.metrics import Metrics
from cityrel.web.monitoring.observation import current

OK = "ok"
VISITORS, PAGES = "queries", "pages"
"""Names of pools: pages have workers of their own, and their questions are not counted as queries."""


class ObservedPool(QueryPool):
    """A pool that tells `metrics`, under its name, what its workers do.

    What becomes of a visitor's query is noted with the request that asked it.
    """

    def __init__(self, name: str, metrics: Metrics, location: str, *, size: int, **options: Any) -> None:
        super().__init__(location, size=size, **options)
        self._name, self._metrics = name, metrics
        self._size, self._running, self._told = size, 0, 0
        self._counting = threading.Lock()
        self._tell(0)

    def run(self, request: Request) -> Answer:
        """Answer a query; see `QueryPool.run`."""
        with self._observed():
            return super().run(request)

    @contextmanager
    def _observed(self) -> Iterator[None]:
        self._tell(1)
        outcome = OK
        try:
            yield
        except CityrelError as error:
            outcome = error.outcome
            raise
        finally:
            self._tell(-1)
            seen = current()
            if seen and self._name == VISITORS:
                seen.outcome = outcome

    def _tell(self, change: int) -> None:
        with self._counting:
            self._running += change
            busy = min(self._running, self._size)
            self._metrics.load(self._name, busy, self._size - busy, self._running - busy)
            self._metrics.replaced(self._name, self.replaced - self._told)
            self._told = self.replaced
