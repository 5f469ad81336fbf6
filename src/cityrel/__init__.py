"""News about city diplomacy as an open knowledge graph that can be checked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cityrel.client import IRI as IRI
    from cityrel.client import connect as connect

__version__ = "0.1.0"

_FROM_CLIENT = ("IRI", "connect")
"""What Python users ask with; it is loaded when it is first used, so that other commands start quickly."""


def __getattr__(name: str) -> object:
    if name not in _FROM_CLIENT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from cityrel import client

    return getattr(client, name)
