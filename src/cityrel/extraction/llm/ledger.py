"""What a run has used so far, counted by all of its processes."""

import sqlite3
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from cityrel.extraction.llm.settings import Usage

PATIENCE = 60.0
"""Seconds that a process waits for another to finish its entry."""

COLUMNS = tuple(field.name for field in fields(Usage))
TABLE = f"CREATE TABLE IF NOT EXISTS usage ({', '.join(COLUMNS)})"
ENTRY = f"INSERT INTO usage VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - names of fields
SUM = f"SELECT {', '.join(f'TOTAL({name})' for name in COLUMNS)} FROM usage"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Ledger:
    """A file that several processes may add to at once; it is made by the first entry."""

    path: Path

    def add(self, usage: Usage) -> None:
        """Add an entry."""
        with closing(self._open()) as ledger, ledger:
            ledger.execute(ENTRY, astuple(usage))

    def total(self) -> Usage:
        """Give the sum of all entries."""
        with closing(self._open()) as ledger:
            return Usage(*map(int, ledger.execute(SUM).fetchone()))

    def _open(self) -> sqlite3.Connection:
        ledger = sqlite3.connect(self.path, timeout=PATIENCE)
        ledger.execute(TABLE)
        return ledger
