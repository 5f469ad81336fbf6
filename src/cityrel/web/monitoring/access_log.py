"""The access log: a line of JSON for each request, without personal data.

Lines are handed to a thread of their own. Where that cannot keep up, lines are dropped and counted, for no
request ever waits for its line.
"""

import contextlib
import json
import logging
import queue
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

from cityrel.errors import UsageError
from cityrel.web.monitoring.observation import Observation

OFF, STANDARD_OUTPUT = "off", "-"
WAITING = 10_000
"""Lines that may wait to be written."""
PATIENCE = 5.0
"""Seconds that the last lines get when the service ends."""


class AccessLog:
    """Writes to a file, or to standard output; a file that was moved away is begun anew.

    `dropped` is told of each line that is given up. Raises UsageError where the file cannot be written.
    """

    def __init__(self, target: str, dropped: Callable[[], None]) -> None:
        self._dropped = dropped
        self._lines: queue.Queue[str | None] = queue.Queue(WAITING)
        self._handler = _handler(target)
        self._thread = threading.Thread(target=self._write, name="cityrel-access-log", daemon=True)
        self._thread.start()

    def note(self, seen: Observation, snapshot: int | None) -> None:
        """Have a request's line written."""
        try:
            self._lines.put_nowait(line(seen, snapshot))
        except queue.Full:
            self._dropped()

    def close(self) -> None:
        """Write what waits, and let go of the file; a log closed twice is closed."""
        with contextlib.suppress(queue.Full):
            self._lines.put(None, timeout=PATIENCE)
        self._thread.join(PATIENCE)
        if not self._thread.is_alive():
            self._handler.close()

    def _write(self) -> None:
        for text in iter(self._lines.get, None):
            self._handler.handle(logging.makeLogRecord({"msg": text}))


def line(seen: Observation, snapshot: int | None) -> str:
    """Give the line of a request."""
    return json.dumps(
        {
            "time": datetime.fromtimestamp(seen.at, UTC).isoformat(timespec="milliseconds"),
            "method": seen.method,
            "route": seen.route or None,
            "status": seen.status,
            "bytes": seen.size,
            "duration_ms": round(seen.seconds * 1000, 1),
            "outcome": seen.outcome,
            "snapshot": snapshot,
        }
    )


def _handler(target: str) -> logging.Handler:
    if target == STANDARD_OUTPUT:
        return logging.StreamHandler(sys.stdout)
    try:
        return WatchedFileHandler(Path(target).expanduser(), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{target}: the access log cannot be written: {error.strerror}") from error
