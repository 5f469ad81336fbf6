"""What a format of the dumps is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from cityrel.dumps.statements import Statements


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write all statements: `name` is what the command line takes, `write` fills a binary file."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Statements, IO[bytes]], None]
