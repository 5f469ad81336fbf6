"""What a run has used is counted whoever counts."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cityrel.extraction.llm import Ledger, Usage


def test_a_ledger_without_entries_is_nil(tmp_path: Path) -> None:
    assert Ledger(tmp_path / "usage").total() == Usage()


def test_entries_made_at_the_same_time_are_all_counted(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "usage")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ledger.add, [Usage(1, 10, 2, estimated=1, remembered=0)] * 60))
    assert ledger.total() == Usage(60, 600, 120, 60, 0)
