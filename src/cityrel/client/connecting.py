"""Where the data are, and who is asked there."""

from pathlib import Path

from cityrel.client.connection import Connection
from cityrel.client.server import Server

TIMEOUT = 60.0
"""Seconds that a server may stay silent, unless said."""


def connect(location: str | Path, *, timeout: float = TIMEOUT) -> Connection:
    """Connect to the address of a `cityrel serve`, of a SPARQL 1.1 endpoint, or to the folder of a store.

    An address without a path, or one that ends in a slash, is that of a `cityrel serve`; any other is that
    of an endpoint, which answers queries only unless it is cityrel's own. A folder is read at the newest
    snapshot there is now. `timeout` is in seconds. Raises StoreError where that is no address or no store.
    """
    if isinstance(location, str) and location.startswith(("http://", "https://")):
        return Connection(Server.at(location, timeout))
    from cityrel.client.folder import Folder  # it needs the web front, which a server's visitor does not

    return Connection(Folder.at(Path(location).expanduser()))
