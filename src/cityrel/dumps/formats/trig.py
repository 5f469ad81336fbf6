"""TriG: the article graphs one after the other, to be read by people too."""

from typing import IO

from pyoxigraph import RdfFormat, serialize

from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements
from cityrel.vocabulary import PREFIXES


def write(statements: Statements, file: IO[bytes]) -> None:
    """Write every graph under its name."""
    serialize(statements.quads(), file, RdfFormat.TRIG, prefixes=PREFIXES)


FORMAT = Format("trig", "trig", "application/trig", write)
