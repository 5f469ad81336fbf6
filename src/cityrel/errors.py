"""Everything cityrel raises on purpose: one root, few children.

A message is one line that says what is wrong, with which file or name, and what to do. The command line
prints it without a traceback; the web front answers with `http_status`.
"""


class CityrelError(Exception):
    """The root: something that a person can put right.

    `outcome` is how the figures of the service name what became of a query that ended so.
    """

    http_status = 500
    outcome = "error"


class ReadError(CityrelError):
    """An input cannot be read as an article: `source` names it, `reason` says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str]]:
        """Survive the way back from a worker process with both fields."""
        return type(self), (self.source, self.reason)


class PackError(CityrelError):
    """A language pack or another data file of ours does not have the documented form."""


class StoreError(CityrelError):
    """The store cannot be opened, read or written."""

    http_status = 503
    outcome = "store_error"


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class QueryError(CityrelError):
    """A query is not SPARQL, or asks for what is not allowed; where in its text, if known, counted from 1."""

    http_status = 400
    outcome = "refused"
    line: int | None = None
    column: int | None = None


class NotSparql(QueryError):
    """A query cannot be parsed."""

    outcome = "syntax_error"


class OutputExceeded(QueryError):
    """An answer is longer than it may be."""

    outcome = "output"


class QueryTimeout(QueryError):
    """A query took longer, or more memory, than it may."""

    http_status = 503
    outcome = "timeout"


class MemoryExceeded(QueryTimeout):
    """A query took more memory than it may."""

    outcome = "memory"


class Overloaded(QueryTimeout):
    """More is asked at once than can be answered: worth asking again after `retry_after` seconds."""

    outcome = "queue_full"
    retry_after = 10


class NotFound(CityrelError):
    """There is nothing at this address."""

    http_status = 404


class UsageError(CityrelError):
    """An option or a setting has a value that cannot be used."""

    http_status = 400


class LlmError(CityrelError):
    """A language model gives no answer on an article, or none that can be used."""

    http_status = 502


class RunStopped(CityrelError):
    """Nothing more can be done in this run, for this article or another; what is done stays."""
