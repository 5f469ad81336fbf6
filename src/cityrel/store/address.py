"""Where a server takes queries and updates."""

from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from cityrel.errors import StoreError


@dataclass(frozen=True, slots=True)
class Address:
    """The two addresses of a SPARQL 1.1 server, and who asks; credentials are never shown."""

    query: str
    update: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, location: str) -> "Address":
        """Read `http(s)://[user:password@]host[:port][/path]`, or two of them: for queries and for updates.

        One address is completed as servers have it: without a path, `/query` and `/update` are added; one
        that ends in `/query` has its `/update` beside it; any other takes both. Raises StoreError where
        it is no address.
        """
        first, *more = [_split(part) for part in location.split()]
        if len(more) > 1:
            raise StoreError(f"{_shown(first)}: give one address, or two: for queries and for updates")
        if not more and first.path in ("", "/"):
            first = first._replace(path="/query")
        query = _shown(first)
        update = _shown(more[0]) if more else _beside(query)
        return cls(query, update, unquote(first.username or ""), unquote(first.password or ""))


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError as error:
        raise StoreError(f"the address of the store is not a URL: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_a_number:
        raise StoreError("the address of the store is not of the form http(s)://host[:port][/path]")
    return parts


def _shown(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _beside(query: str) -> str:
    return f"{query.removesuffix('/query')}/update" if query.endswith("/query") else query
