"""All that is noted of one running web front, in one place."""

from cityrel.web.monitoring.access_log import OFF, AccessLog
from cityrel.web.monitoring.metrics import Metrics
from cityrel.web.monitoring.observation import Observation
from cityrel.web.monitoring.snapshot import Newest


class Monitor:
    """The figures and, where wanted, the access log of the front of a store.

    `access_log` is `off`, `-` for standard output, or a file; raises UsageError where that cannot be written.
    """

    def __init__(self, location: str, access_log: str) -> None:
        self._newest = Newest(location)
        self.metrics = Metrics(self._newest.look)
        self._log = None if access_log == OFF else AccessLog(access_log, self.metrics.dropped)

    def note(self, seen: Observation) -> None:
        """Count a request that was answered, and have its line written."""
        self.metrics.count(seen)
        if self._log:
            snapshot = self._newest.look()
            self._log.note(seen, snapshot.number if snapshot else None)

    def close(self) -> None:
        """End the access log."""
        if self._log:
            self._log.close()
