"""`cityrel demo`: the sample articles, from reading to the web front."""

from pathlib import Path

import click

from cityrel.cli.ingest import store_articles
from cityrel.cli.serve import serve_store
from cityrel.cli.serving import settings_options
from cityrel.settings import InForce

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"


@click.command()
@settings_options("store", "host", "port", "query_timeout", "query_memory")
@click.option("--serve/--no-serve", default=True, help="Whether to serve what was stored.")
def demo(settings: InForce, serve: bool) -> None:
    """Take the sample articles down the whole road, then serve the result."""
    chosen = settings.settings
    if serve:
        from cityrel import web

        web.check_address(chosen.host, chosen.port)
    store_articles([str(SAMPLES)], chosen.store)
    if serve:
        serve_store(chosen)
