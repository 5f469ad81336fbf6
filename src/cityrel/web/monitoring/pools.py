"""Pools of workers whose load and whose answers are seen."""

import threading
from typing import Any

from cityrel.errors import CityrelError
from cityrel.store.answers import Answer, Request
from cityrel.store.workers import QueryPool, Reply
from cityrel.web.monitoring.metrics import Metrics
from cityrel.web.monitoring.observation import OK, current

VISITORS, PAGES = "queries", "pages"
"""Names of pools: pages have workers of their own, and their questions are not counted as queries."""


class ObservedPool(QueryPool):
    """A pool that tells `metrics`, under its name, what its workers do.

    What becomes of a visitor's query is noted with the request that asked it.
    """

    def __init__(self, name: str, metrics: Metrics, location: str, **options: Any) -> None:
        super().__init__(location, **options)
        self._name, self._metrics = name, metrics
        self._replaced_before, self._telling = 0, threading.Lock()

    def open(self, request: Request, **options: Any) -> Reply:
        """Begin to answer a query; see `QueryPool.open`."""
        try:
            reply = super().open(request, **options)
        except CityrelError as error:
            self._note(error.outcome)
            raise
        self._note(OK)
        return reply

    def run(self, request: Request) -> Answer:
        """Answer a query; see `QueryPool.run`."""
        try:
            return super().run(request)
        except CityrelError as error:
            self._note(error.outcome)
            raise

    def tell(self) -> None:
        """Tell how busy the workers are now."""
        with self._telling:
            load = self.load
            self._metrics.load(self._name, load, load.replaced - self._replaced_before)
            self._replaced_before = load.replaced

    def _note(self, outcome: str) -> None:
        seen = current()
        if seen and self._name == VISITORS:
            seen.outcome = outcome
