"""`cityrel demo`: the sample articles, from reading to the web front."""

from pathlib import Path
from typing import Any

import click

from cityrel.cli.ingest import store_articles
from cityrel.cli.options import server_options, store_option
from cityrel.cli.serve import serve_store

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"


@click.command()
@store_option
@server_options
@click.option("--serve/--no-serve", default=True, help="Whether to serve what was stored.")
def demo(store: str, host: str, port: int, serve: bool, **limits: Any) -> None:
    """Take the sample articles down the whole road, then serve the result."""
    if serve:
        from cityrel import web

        web.check_address(host, port)
    store_articles([str(SAMPLES)], store)
    if serve:
        serve_store(store, host, port, **limits)
