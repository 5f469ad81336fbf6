"""`cityrel ingest` stores articles, `cityrel gazetteer` makes ready what that needs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs
from rich.console import Console

from cityrel.cli.options import sources_argument, store_option, sure_only
from cityrel.extractors import extractor_options

if TYPE_CHECKING:
    from cityrel.pipeline import Extractor


@click.command()
@sources_argument
@store_option
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; one for each core.")
@click.option(
    "--quarantine",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder for articles whose graph breaks a shape; by default beside what is stored.",
)
@extractor_options
@sure_only
def ingest(
    sources: Sequence[str], store: str, workers: int | None, quarantine: Path | None, extractor: "Extractor"
) -> None:
    """Store the articles of files, folders and addresses: text, HTML, JSON lines, feeds, WARC, PDF.

    Exit status 1 says that an article could not be read or was quarantined; the others are stored.
    """
    if not store_articles(sources, store, workers, quarantine, extractor):
        sys.exit(1)


@click.command()
def gazetteer() -> None:
    """Make the gazetteer ahead of its first use, and say where it is."""
    from cityrel import pipeline, terminal

    with terminal.preparing() as tell:
        folder = pipeline.prepare(tell)
    click.echo(folder)


def store_articles(
    sources: Sequence[str],
    location: str,
    workers: int | None = None,
    quarantine: Path | None = None,
    extractor: "Extractor | None" = None,
) -> bool:
    """Run the road with progress and summary; gives whether every article was stored."""
    from cityrel import pipeline, terminal
    from cityrel.store import open_store

    with terminal.preparing() as tell:
        pipeline.prepare(tell)
    total = pipeline.expected(sources)
    with open_store(location, write=True) as store, terminal.watching(total) as watch:
        folder = quarantine or _quarantine_of(location)
        summary = pipeline.ingest(
            sources,
            store,
            workers=workers,
            quarantine=folder,
            extractor=extractor or pipeline.BY_RULES,
            progress=watch,
        )
    Console().print(terminal.summary_table(summary))
    if summary.quarantined:
        click.echo(f"{summary.quarantined} quarantined, with a report each: {folder}", err=True)
    if summary.stopped:
        click.echo(f"stopped before the last article, what is stored stays: {summary.stopped}", err=True)
    return summary.complete


def _quarantine_of(location: str) -> Path:
    """Give the quarantine of a store: in its folder, or in the user's data folder for a server's."""
    remote = location.startswith(("http://", "https://"))
    return (platformdirs.user_data_path("cityrel") if remote else Path(location).expanduser()) / "quarantine"
