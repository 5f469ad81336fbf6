"""Questions from Python, to a cityrel server, to any SPARQL 1.1 endpoint, or to the folder of a store."""

from cityrel.client.connecting import connect
from cityrel.client.connection import Connection
from cityrel.client.result import Result
from cityrel.client.values import IRI

__all__ = ["IRI", "Connection", "Result", "connect"]
