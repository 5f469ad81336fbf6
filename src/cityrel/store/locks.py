"""Locks on a snapshot's folder: shared by its readers, had alone by the writer that clears it away.

The system frees a lock with the end of its process, however that ends, and a reader needs no right to write.
Where the system has no such locks (Windows), it does not let go of open files either.
"""

import contextlib
import os
import shutil
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


def share(folder: Path) -> int | None:
    """Share the lock of a folder, and give what `release` takes; raises OSError where the folder is gone."""
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    with contextlib.suppress(OSError):  # a file system without locks
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def release(lock: int | None) -> None:
    """Let go of a lock."""
    if lock is not None:
        os.close(lock)


def clear(folder: Path) -> None:
    """Remove a folder with all in it, unless somebody shares its lock."""
    with contextlib.suppress(OSError):  # somebody has it, or has removed it already
        lock = _alone(folder)
        try:
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            release(lock)


def _alone(folder: Path) -> int | None:
    """Have the lock of a folder alone; raises OSError where that is not possible."""
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
