"""Where settings come from: options before the environment before a file before what holds unless set."""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cityrel.errors import UsageError
from cityrel.settings.kinds import Value
from cityrel.settings.secrets import without_credentials
from cityrel.settings.service import FAMILY, SETTINGS, Setting, Settings

UNLESS_SET = "unless set"


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it was given, and by what: an option, a variable, or a key in a file."""

    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class InForce:
    """The settings, and where each that was given comes from, by the names of their fields."""

    settings: Settings
    origins: Mapping[str, str]

    def origin(self, setting: Setting) -> str:
        """Tell where the value of a setting comes from."""
        return self.origins.get(setting.field, UNLESS_SET)


def collect(
    options: Mapping[str, Value | None],
    environment: Mapping[str, str],
    file: Path | None = None,
) -> InForce:
    """Put the settings together.

    `options` are by the names of the fields, None where one was not given. Raises UsageError where a value
    cannot be used or a name is not known.
    """
    given = {
        **(_of_file(file) if file else {}),
        **_of_environment(environment),
        **_of_options(options),
    }
    values: dict[str, Any] = {
        each.field: _read(each, given[each.field]) for each in SETTINGS if each.field in given
    }
    return InForce(Settings(**values), {name: each.origin for name, each in given.items()})


def _read(setting: Setting, given: Given) -> Value:
    try:
        return setting.kind.read(given.value)
    except ValueError as error:
        raise UsageError(f"{given.origin}: {error}, not {without_credentials(given.value)!r}") from None


def _of_options(options: Mapping[str, Value | None]) -> dict[str, Given]:
    known = {each.field: each.option for each in SETTINGS}
    return {
        name: Given(value, known[name])
        for name, value in options.items()
        if value is not None and name in known
    }


def _of_environment(environment: Mapping[str, str]) -> dict[str, Given]:
    """Take the variables that hold something; an empty one is as good as none."""
    known = {each.variable: each.field for each in SETTINGS}
    for name in sorted(environment):
        if name.startswith(FAMILY) and name not in known:
            raise UsageError(f"{name}: there is no such setting{_hint(name, known)}")
    return {field: Given(environment[name], name) for name, field in known.items() if environment.get(name)}


def _of_file(path: Path) -> dict[str, Given]:
    known = {each.name: each.field for each in SETTINGS}
    found = _parsed(path)
    for name in found:
        if name not in known:
            raise UsageError(f"{path}: {name}: there is no such setting{_hint(name, known)}")
    return {known[name]: Given(value, f"{path}: {name}") for name, value in found.items()}


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {' '.join(str(error).split())}") from error


def _hint(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]}?" if close else ""
