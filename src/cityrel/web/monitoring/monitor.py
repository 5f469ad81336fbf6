"""All that is noted of one running web front, in one place."""

import threading
from collections.abc import Sequence

from cityrel.web.monitoring.access_log import OFF, AccessLog
from cityrel.web.monitoring.metrics import Metrics
from cityrel.web.monitoring.observation import Observation
from cityrel.web.monitoring.pools import ObservedPool
from cityrel.web.monitoring.snapshot import Newest

EVERY = 1.0
"""Seconds between two looks at the load of the workers."""


class Monitor:
    """The figures and, where wanted, the access log of the front of a store.

    `access_log` is `off`, `-` for standard output, or a file; raises UsageError where that cannot be written.
    """

    def __init__(self, location: str, access_log: str) -> None:
        self._closed = threading.Event()
        self._pools: Sequence[ObservedPool] = ()
        self._newest = Newest(location)
        self.metrics = Metrics(self._newest.look)
        self._log = None if access_log == OFF else AccessLog(access_log, self.metrics.dropped)

    def note(self, seen: Observation) -> None:
        """Count a request that was answered, and have its line written."""
        self.metrics.count(seen)
        if self._log:
            snapshot = self._newest.look()
            self._log.note(seen, snapshot.number if snapshot else None)

    def watch(self, pools: Sequence[ObservedPool]) -> None:
        """Have these pools tell their load, about once a second, for other processes may be asked for it."""
        self._pools = pools
        self._tell()
        threading.Thread(target=self._look, name="cityrel-load", daemon=True).start()

    def exposition(self) -> bytes:
        """Give all figures in the text format of Prometheus."""
        self._tell()
        return self.metrics.exposition()

    def _look(self) -> None:
        while not self._closed.wait(EVERY):
            self._tell()

    def _tell(self) -> None:
        for pool in self._pools:
            pool.tell()

    def close(self) -> None:
        """End the access log."""
        self._closed.set()
        if self._log:
            self._log.close()
