"""`cityrel serve`: the web front."""

import click

from cityrel.cli.serving import report, settings_options
from cityrel.settings import InForce, Settings, without_credentials


@click.command()
@settings_options()
@click.option("--show-settings", is_flag=True, help="Tell the settings and where each comes from, and end.")
def serve(settings: InForce, show_settings: bool) -> None:
    """Serve the store: pages, SPARQL, metrics and health."""
    if show_settings:
        click.echo("\n".join(report(settings)))
    else:
        serve_store(settings.settings)


def serve_store(settings: Settings) -> None:
    """Serve a store until told to end; says on standard error where."""
    from cityrel import web

    def ready(address: str) -> None:
        store = without_credentials(settings.store)
        click.echo(f"Serving {store} on {address} (Ctrl-C ends it)", err=True)

    web.run(settings, ready)
