"""Articles a second through the whole road into an empty store, with the share of each step.

    python benchmarks/pipeline.py [ARTICLES] [WORKERS]

Everything is counted from the first file read to the published snapshot, the start of the worker processes
included. Then the same articles are ingested again, which must change nothing.
"""

import os
import sys
import tempfile
from pathlib import Path

import articles
from cityrel import pipeline
from cityrel.store import open_store
from cityrel.summary import Summary


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        words = articles.write(folder / "articles", number)
        print(f"{number} articles of {words / number:.0f} words, {workers} processes")
        report("into an empty store", run(folder, workers), workers)
        report("the same again", run(folder, workers), workers)


def run(folder: Path, workers: int) -> Summary:
    """Ingest the folder's articles into the folder's store."""
    with open_store(str(folder / "store"), write=True) as store:
        return pipeline.ingest(
            [folder / "articles"], store, quarantine=folder / "quarantine", workers=workers
        )


def report(title: str, summary: Summary, workers: int) -> None:
    """Print articles a second, and the share of each step in all processor time spent in steps."""
    spent = sum(summary.clock.seconds.values())
    print(f"\n{title}: {summary.read / summary.elapsed:.0f} articles/s ({summary.elapsed:.1f} s)")
    print(f"stored {summary.stored}, unchanged {summary.unchanged}, quarantined {summary.quarantined}")
    for step, seconds in summary.clock.seconds.items():
        print(
            f"  {step:10} {seconds:7.2f} s  {seconds / spent:5.0%}  {1000 * seconds / summary.read:6.2f} ms"
        )
    print(f"  processes busy {spent / summary.elapsed / workers:.0%} of the time")


if __name__ == "__main__":
    main()
