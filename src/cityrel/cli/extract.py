"""`cityrel extract`: what is found in articles."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from cityrel.cli.options import sources_argument, sure_only
from cityrel.errors import ReadError, UsageError
from cityrel.extractors import extractor_options

if TYPE_CHECKING:
    from cityrel.pipeline import Extractor


@click.command()
@sources_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "ttl", "text"]),
    default="text",
    show_default=True,
    help="JSON lines, Turtle, or the article with its evidence marked.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="With --format text: show what spoke for and against each tie and its stage.",
)
@extractor_options
@sure_only
def extract(sources: Sequence[str], form: str, *, explain: bool, extractor: "Extractor") -> None:
    """Show what is found in articles, without storing it."""
    from cityrel import pipeline

    if explain:
        _check_explained(form)
    show = _show_explained if explain else SHOW[form]
    failed = False
    for item in pipeline.extract_all(sources, extractor):
        if isinstance(item, ReadError):
            click.echo(str(item), err=True)
            failed = True
        else:
            for warning in item.article.warnings:
                click.echo(f"{item.article.source}: {warning}", err=True)
            show(item)
    if failed:
        sys.exit(1)


def _show_record(facts: Any) -> None:
    from cityrel import records

    click.echo(json.dumps(records.to_record(facts), ensure_ascii=False))


def _show_turtle(facts: Any) -> None:
    from cityrel import pipeline

    click.echo(pipeline.to_turtle(facts), nl=False)


def _show_marked(facts: Any) -> None:
    from cityrel import showing

    showing.show(facts, Console())


def _show_explained(facts: Any) -> None:
    from cityrel import pipeline, showing

    showing.show(facts, Console(), pipeline.explain(facts.article))


def _check_explained(form: str) -> None:
    """Refuse to explain what has no room for it, or what a language model decided."""
    if form != "text":
        raise UsageError("--explain goes with --format text only")
    if click.get_current_context().params["extractor"] != "rules":
        raise UsageError("--explain tells why the rules decide; it goes with --extractor rules only")


SHOW = {"jsonl": _show_record, "ttl": _show_turtle, "text": _show_marked}
"""What shows the facts of an article in each format."""
