"""The options of the web front: one for each of its settings."""

import json
import os
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from cityrel.cli.options import Command
from cityrel.settings import SETTINGS, InForce, Setting, collect, without_credentials

config_option = click.option(
    "--config",
    envvar="CITYREL_CONFIG",
    type=click.Path(dir_okay=False, path_type=Path),
    show_envvar=True,
    help="TOML file with settings.",
)


def settings_options(*fields: str) -> Callable[[Command], Command]:
    """Add options for settings, those of the named fields or all, and give the command what is in force.

    The command takes `config` and `settings`, an InForce.
    """
    chosen = [each for each in SETTINGS if each.field in fields or not fields]

    def add(command: Command) -> Command:
        @wraps(command)
        def run(*arguments: Any, config: Path | None, **options: Any) -> Any:
            given = {each.field: options.pop(each.field) for each in chosen}
            return command(*arguments, settings=collect(given, os.environ, config), **options)

        return _with_options(run, chosen)

    return add


def report(in_force: InForce) -> Iterable[str]:
    """Tell each setting with its value and where that comes from, a line each, as a file could hold it."""
    for each in SETTINGS:
        value = getattr(in_force.settings, each.field)
        written = json.dumps(without_credentials(value) if isinstance(value, str) else value)
        yield f"{each.name} = {written}  # {in_force.origin(each)}"


def _with_options(command: Command, chosen: Iterable[Setting]) -> Command:
    for each in reversed(list(chosen)):
        command = _option(each)(command)
    return config_option(command)


def _option(setting: Setting) -> Callable[[Command], Command]:
    """Make an option that takes any text, which is then read as one from the environment or a file is."""
    meaning = setting.meaning.replace("`", "")
    return click.option(
        setting.option,
        setting.field,
        metavar=setting.kind.metavar,
        show_default=setting.unless.replace("`", ""),
        default=None,
        help=f"{meaning[0].upper()}{meaning[1:]}.",
    )
