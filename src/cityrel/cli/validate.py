"""`cityrel validate`: files of RDF against the shapes."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cityrel.errors import ReadError


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def validate(files: Sequence[str]) -> None:
    """Hold RDF files (Turtle, N-Triples, N-Quads, TriG, JSON-LD) against the shapes."""
    from cityrel import validation

    failed = False
    for file in files:
        try:
            report = validation.validate_file(Path(file))
        except ReadError as error:
            click.echo(str(error), err=True)
            failed = True
            continue
        click.echo(f"{file}: {report.text().rstrip()}")
        failed = failed or not report.conforms
    if failed:
        sys.exit(1)
