"""How busy a pool of workers is, for those who run the service."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """Workers that answer a query, and that wait for one; queries that wait; workers replaced so far."""

    busy: int
    idle: int
    waiting: int
    replaced: int
