"""Which snapshot is served, and since when it is there."""

import math
import time
from dataclasses import dataclass
from pathlib import Path

from cityrel.errors import StoreError
from cityrel.store.embedded import current_snapshot
from cityrel.store.worker import is_address

KEPT = 1.0
"""Seconds for which a look at the store's folder holds."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot by its number, with the time of its making in seconds since 1970."""

    number: int
    made: float

    @property
    def age(self) -> float:
        """Seconds since it was made."""
        return max(0.0, time.time() - self.made)


class Newest:
    """The newest snapshot of a store, looked up once a second at most; may be used by many threads."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._seen: tuple[float, Snapshot | None] = (-math.inf, None)

    def look(self) -> Snapshot | None:
        """Give it; None for another endpoint, or where there is none to read."""
        at, snapshot = self._seen
        now = time.monotonic()
        if now - at > KEPT:
            snapshot = snapshot_of(self._location)
            self._seen = (now, snapshot)
        return snapshot


def snapshot_of(location: str) -> Snapshot | None:
    """Give the newest snapshot of a store; None for another endpoint, or where there is none to read."""
    if is_address(location):
        return None
    try:
        folder = current_snapshot(Path(location).expanduser())
        return Snapshot(int(folder.name), folder.stat().st_mtime)
    except (StoreError, OSError):
        return None
