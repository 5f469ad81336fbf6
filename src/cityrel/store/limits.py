"""What one query may use."""

from dataclasses import dataclass

from cityrel.errors import QueryError, UsageError

DEFAULT_TIMEOUT = 30.0
"""Seconds."""
DEFAULT_MEMORY_LIMIT = 4 << 30
"""Bytes of address space, of which an engine that has only been started takes about half a gibibyte."""
LEAST_MEMORY_LIMIT = 768 << 20
"""Bytes of address space without which an engine may not start."""
DEFAULT_OUTPUT_LIMIT = 256 << 20
"""Bytes of one answer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes of address space, bytes of answer. Raises UsageError where no query could keep them."""

    timeout: float = DEFAULT_TIMEOUT
    memory: int = DEFAULT_MEMORY_LIMIT
    output: int = DEFAULT_OUTPUT_LIMIT

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.timeout < float("inf"):
            raise UsageError(
                f"the time limit of a query must be a number of seconds above 0, not {self.timeout}"
            )
        if self.memory < LEAST_MEMORY_LIMIT:
            raise UsageError(
                f"the memory limit of a query must be at least {LEAST_MEMORY_LIMIT >> 20} MiB, "
                f"which an engine needs to start, not {self.memory >> 20} MiB"
            )
        if self.output < 1:
            raise UsageError(f"the limit of an answer must be at least one byte, not {self.output}")

    def seconds(self, asked: float | None) -> float:
        """Give the time limit of one query that may ask for a lower one. Raises QueryError for nonsense."""
        if asked is None:
            return self.timeout
        if not asked > 0:
            raise QueryError(f"a query's time limit is a number of seconds above 0, not {asked:g}")
        return min(asked, self.timeout)
