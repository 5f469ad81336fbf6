"""`cityrel evaluate`: how much of what articles say is found."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from cityrel.cli.options import sure_only
from cityrel.errors import ReadError
from cityrel.extractors import extractor_options

if TYPE_CHECKING:
    from cityrel.evaluation import Mistake
    from cityrel.pipeline import Extractor


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", "list_errors", is_flag=True, help="List what is missed, made up or wrong.")
@extractor_options
@sure_only
def evaluate(gold_dir: Path, list_errors: bool, extractor: "Extractor") -> None:
    """Measure precision, recall and F1 against GOLD_DIR, a folder of articles with gold files beside them."""
    from cityrel import evaluation, terminal

    gold = evaluation.load_gold(gold_dir)
    result = evaluation.evaluate(gold, _records(gold_dir, extractor))
    for mistake in result.mistakes if list_errors else ():
        click.echo(_line(mistake))
    Console().print(terminal.evaluation_table(result))


def _records(folder: Path, extractor: "Extractor") -> Iterator[dict[str, Any]]:
    """Give the record of each article; what cannot be read becomes a line on standard error."""
    from cityrel import pipeline, records

    for item in pipeline.extract_all([folder], extractor):
        if isinstance(item, ReadError):
            click.echo(str(item), err=True)
        else:
            yield records.to_record(item)


def _line(mistake: "Mistake") -> str:
    """Give a mistake as a line: the article, what is wrong, the record, and the words it was read from."""
    record = json.dumps(mistake.bare, ensure_ascii=False)
    return "\t".join([mistake.article, mistake.what, record, *(" ".join(q.split()) for q in mistake.quotes)])
