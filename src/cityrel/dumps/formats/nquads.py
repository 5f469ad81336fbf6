"""N-Quads: one statement a line, with the article that states it."""

from typing import IO

from pyoxigraph import RdfFormat, serialize

from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements


def write(statements: Statements, file: IO[bytes]) -> None:
    """Write every statement with its graph."""
    serialize(statements.quads(), file, RdfFormat.N_QUADS)


FORMAT = Format("nquads", "nq", "application/n-quads", write)
