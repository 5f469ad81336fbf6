"""How a data file becomes a frozen value: strictly, so that a slip of the pen is reported and not ignored."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from cityrel.errors import PackError

Section = TypeVar("Section")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises PackError, naming the file and the line, where it cannot be read.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PackError(f"{path}: {error}") from error


def build(kind: type[Section], values: Mapping[str, Any], where: str) -> Section:
    """Make a dataclass from a table whose keys are its fields; lists become tuples.

    Raises PackError where a key is unknown or a field without default is missing; `where` names the place.
    """
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - set(known))
    missing = sorted(
        name
        for name, field in known.items()
        if name not in values and field.default is MISSING and field.default_factory is MISSING
    )
    if unknown or missing:
        raise PackError(f"{where}: unknown keys {unknown}, missing keys {missing}; known are {sorted(known)}")
    return kind(**{name: _frozen(value) for name, value in values.items()})


def load(kind: type[Section], folder: Path, name: str) -> Section:
    """Read `<name>.toml` of a language's folder into `kind`; a missing file gives the defaults."""
    path = folder / f"{name}.toml"
    return build(kind, read_toml(path) if path.exists() else {}, str(path))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
