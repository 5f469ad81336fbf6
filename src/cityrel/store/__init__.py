"""Where article graphs are kept, derived from, and asked."""

from pathlib import Path

from cityrel.store.base import Row, Store, Term
from cityrel.store.embedded import EmbeddedStore, current_snapshot

__all__ = ["EmbeddedStore", "Row", "Store", "Term", "current_snapshot", "open_store"]


def open_store(location: str, *, write: bool = False) -> Store:
    """Open the store in a folder, or behind an `http(s)://` address.

    Raises StoreError where it cannot be opened, StoreBusy where another process writes to the folder.
    """
    if location.startswith(("http://", "https://")):
        from cityrel.store.remote import RemoteStore

        return RemoteStore(location, write=write)
    return EmbeddedStore(Path(location).expanduser(), write=write)
