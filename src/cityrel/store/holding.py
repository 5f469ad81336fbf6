"""Snapshots as readers hold them, so that none is cleared away while it is read."""

import weakref
from pathlib import Path

import pyoxigraph

from cityrel.errors import StoreError
from cityrel.store import locks
from cityrel.store.layout import Layout, one_line

ATTEMPTS = 5
"""How often a reader that comes too late looks for a newer snapshot."""


class HeldSnapshot:
    """A snapshot that is open for reading; it stays until `close`, or until nobody has this any more.

    Where the snapshot was cleared away since it was named, the newest one is opened. Raises StoreError where
    none can be.
    """

    def __init__(self, folder: Path) -> None:
        self.store, lock = _opened(folder)
        self._release = weakref.finalize(self, locks.release, lock)

    def close(self) -> None:
        """Let go of the snapshot; one closed twice is closed."""
        self._release()


def _opened(folder: Path, attempts: int = ATTEMPTS) -> tuple[pyoxigraph.Store, int | None]:
    lock = None
    try:
        lock = locks.share(folder)
        return pyoxigraph.Store.read_only(str(folder)), lock
    except (OSError, RuntimeError) as error:
        locks.release(lock)
        newest = Layout(folder.parents[1]).current()
        if newest == folder or not attempts:
            raise StoreError(f"{folder}: the snapshot cannot be opened: {one_line(error)}") from error
    return _opened(newest, attempts - 1)
