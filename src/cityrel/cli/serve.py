"""`cityrel serve`: the web front."""

from typing import Any

import click

from cityrel.cli.options import server_options, store_option


@click.command()
@store_option
@server_options
def serve(store: str, host: str, port: int, **limits: Any) -> None:
    """Serve the store: pages, SPARQL and health."""
    serve_store(store, host, port, **limits)


def serve_store(location: str, host: str, port: int, *, query_timeout: float, query_memory: int) -> None:
    """Serve a store until it is told to end; says on standard error where."""
    from cityrel import web

    app = web.create_app(location, query_timeout=query_timeout, memory_limit=query_memory << 20)
    click.echo(f"Serving {location} on http://{host}:{port} (Ctrl-C ends it)", err=True)
    web.serve(app, host, port)
