"""The group of all commands: what a command raises becomes a line and an exit status."""

import logging
from typing import Any

import click

from cityrel import __version__
from cityrel.errors import CityrelError, UsageError
from cityrel.settings import without_credentials
from cityrel.settings.logs import start_logging
from cityrel.vocabulary import check_base


class Commands(click.Group):
    """The commands; an error of ours becomes one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command: status 1 where something failed, 2 where it was used wrongly."""
        try:
            return super().invoke(ctx)
        except CityrelError as error:
            click.echo(f"cityrel: {without_credentials(error)}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)
        except BrokenPipeError:
            raise
        except OSError as error:
            named = f"{error.filename}: " if error.filename else ""
            click.echo(f"cityrel: {named}{error.strerror or error}", err=True)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cityrel")
@click.option("-v", "--verbose", is_flag=True, help="Say more, with the trace of what fails unexpectedly.")
def main(verbose: bool) -> None:
    """News about city diplomacy as an open knowledge graph that can be checked."""
    start_logging(logging.DEBUG if verbose else logging.ERROR)
    check_base()
