"""Options and arguments that several commands share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
import platformdirs

Command = Callable[..., Any]


def store_option(command: Command) -> Command:
    """Add the option that says where the store is."""
    return click.option(
        "--store",
        envvar="CITYREL_STORE",
        default=lambda: str(platformdirs.user_data_path("cityrel") / "store"),
        metavar="DIR|URL",
        show_default="the user's data folder",
        show_envvar=True,
        help="Folder of the store, or address of a SPARQL 1.1 server.",
    )(command)


timeout_option = click.option(
    "--query-timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Time that a SPARQL query may take.",
)


sources_argument = click.argument("sources", nargs=-1, required=True, metavar="PATH...")


def sure_only(command: Command) -> Command:
    """Add the option that leaves out unsure claims, and give the command the extractor that does so.

    Where an option further out has chosen an extractor, its claims are those that are held to it.
    """

    @wraps(command)
    def run(*arguments: Any, min_confidence: float, extractor: Any = None, **options: Any) -> Any:
        from cityrel import pipeline
        from cityrel.confidence import Sure

        chosen = extractor or pipeline.BY_RULES
        sure = Sure(chosen, min_confidence) if min_confidence else chosen
        return command(*arguments, extractor=sure, **options)

    return click.option(
        "--min-confidence",
        default=0.0,
        show_default=True,
        type=click.FloatRange(0, 1),
        metavar="X",
        help="Leave out claims that are less sure, from 0 to 1.",
    )(run)
