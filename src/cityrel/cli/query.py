"""`cityrel query`: answers from the store."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from cityrel.cli.options import store_option, timeout_option
from cityrel.store.prefixes import with_prefixes

if TYPE_CHECKING:
    from cityrel.store.answers import Request


@click.command()
@click.argument("query")
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "xml", "csv", "tsv", "ttl", "nt", "jsonld", "rdf"]),
    help="Form of the answer; a table, or Turtle for triples, unless said.",
)
@timeout_option
def query(query: str, store: str, form: str | None, query_timeout: float) -> None:
    """Answer QUERY, a SPARQL text or an .rq file. Our prefixes need no declaration."""
    from cityrel import terminal
    from cityrel.store.workers import Limits, QueryPool

    with closing(QueryPool(store, size=1, limits=Limits(timeout=query_timeout))) as pool:
        answer = pool.run(_request(_query_text(query), form))
    if form in (None, "table") and answer.form == "solutions":
        Console().print(terminal.answer_table(answer.body))
    else:
        click.echo(answer.body, nl=not answer.body.endswith(b"\n"))


def _query_text(query: str) -> str:
    """Give the text of a query or of its file, with those of our prefixes that it uses undeclared."""
    return with_prefixes(Path(query).read_text(encoding="utf-8") if query.endswith(".rq") else query)


def _request(query: str, form: str | None) -> "Request":
    """Ask for a format; None stands for the usual one of either kind of answer."""
    from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS, Request

    if form is None:
        return Request(query)
    if form == "table":
        return Request(query, graph_format=None)
    return Request(
        query,
        result_format=form if form in RESULT_FORMATS else None,
        graph_format=form if form in GRAPH_FORMATS else None,
    )
