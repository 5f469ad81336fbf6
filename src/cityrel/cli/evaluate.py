"""`cityrel evaluate`: how much of what articles say is found."""

import json
from pathlib import Path

import click
from rich.console import Console

from cityrel.errors import ReadError


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", "list_errors", is_flag=True, help="List what was missed and what was made up.")
def evaluate(gold_dir: Path, list_errors: bool) -> None:
    """Measure precision, recall and F1 against GOLD_DIR, a folder of articles with gold files beside them."""
    from cityrel import evaluation, pipeline, records, terminal

    gold = evaluation.load_gold(gold_dir)
    found = (item for item in pipeline.extract_all([gold_dir]) if not isinstance(item, ReadError))
    result = evaluation.evaluate(gold, map(records.to_record, found))
    for mistake in result.mistakes if list_errors else ():
        click.echo(f"{mistake.article}\t{mistake.what}\t{json.dumps(mistake.record, ensure_ascii=False)}")
    Console().print(terminal.evaluation_table(result))
