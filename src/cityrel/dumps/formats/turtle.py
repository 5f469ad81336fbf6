"""Turtle: the union of all graphs, for tools without named graphs; `cr:statedIn` still names the articles."""

from typing import IO

from pyoxigraph import RdfFormat, serialize

from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements
from cityrel.vocabulary import PREFIXES


def write(statements: Statements, file: IO[bytes]) -> None:
    """Write each triple once, whichever graphs hold it."""
    serialize(statements.triples(), file, RdfFormat.TURTLE, prefixes=PREFIXES)


FORMAT = Format("turtle", "ttl", "text/turtle", write)
