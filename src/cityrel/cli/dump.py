"""`cityrel dump`: everything stored as files."""

from pathlib import Path

import click

from cityrel.cli.options import store_option


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@store_option
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="One of them; all by default.")
def dump(folder: Path, store: str, formats: tuple[str, ...]) -> None:
    """Write everything stored to DIR: N-Quads, TriG, Turtle and JSON-LD, gzipped, with checksums."""
    from cityrel import dumps
    from cityrel.store import open_store

    with open_store(store) as opened:
        for path in dumps.write(opened, folder, formats or dumps.FORMATS):
            click.echo(path)
