"""What a connection asks, wherever the data are."""

from typing import Any, Protocol

from cityrel.client.result import Result


class Source(Protocol):
    """Something that answers queries, and the questions of the API."""

    def query(self, text: str) -> Result:
        """Answer a query. Raises QueryError where it is refused, StoreError where nobody answers."""

    def api(self, address: str) -> dict[str, Any]:
        """Give what the API has at an address, relative to its root. Raises as `query` does, and NotFound."""

    def close(self) -> None:
        """Let go of files and processes."""
