"""What kinds of values settings have, and how each is read from a text or from a TOML value.

`read` takes what was given and gives the value that the service works with. It raises ValueError with what
the value must be, as the end of a sentence.
"""

import math
import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Protocol, Union
from urllib.parse import urlsplit

Value = Union[str, int, float, bool]  # noqa: UP007 - a name that can be used in annotations of fields
"""What a setting can be, and what TOML gives."""


class Kind(Protocol):
    """A kind of values."""

    @property
    def metavar(self) -> str:
        """Give the word that stands for a value in the help."""

    def read(self, given: Value) -> Value:
        """Give the value. Raises ValueError with what it must be."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int
    most: int | None = None
    metavar: str = "N"

    def read(self, given: Value) -> int:
        """Read digits, or a whole number."""
        text = "" if isinstance(given, bool | float) else str(given).strip()
        if not re.fullmatch(r"[0-9]{1,15}", text) or not self._holds(int(text)):
            raise ValueError(f"must be a whole number {self._span}")
        return int(text)

    def _holds(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    @property
    def _span(self) -> str:
        return f"of at least {self.least}" if self.most is None else f"from {self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Seconds:
    """A time in seconds, above zero."""

    metavar: str = "SECONDS"

    def read(self, given: Value) -> float:
        """Read a number."""
        try:
            seconds = math.nan if isinstance(given, bool) else float(given)
        except ValueError:
            seconds = math.nan
        if not 0 < seconds < math.inf:
            raise ValueError("must be a number of seconds above 0")
        return seconds


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    metavar: str = "on|off"

    def read(self, given: Value) -> bool:
        """Read `on` or `off`, also as `true` or `false`."""
        known = {"on": True, "true": True, "off": False, "false": False}
        value = known.get(str(given).strip().lower())
        if value is None:
            raise ValueError("must be on or off")
        return value


@dataclass(frozen=True, slots=True)
class Text:
    """A text of one line, which is not empty."""

    metavar: str

    def read(self, given: Value) -> str:
        """Take the text without blanks around it."""
        text = given.strip() if isinstance(given, str) else ""
        if not text or not text.isprintable():
            raise ValueError("must be a text of one line")
        return text


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port under which visitors reach the service; nothing where it is not said."""

    metavar: str = "URL"

    def read(self, given: Value) -> str:
        """Read an address without a path, and give it without a slash at its end."""
        text = str(given).strip().removesuffix("/")
        if text and not _is_origin(text):
            raise ValueError("must be of the form http(s)://host[:port], without a path")
        return text


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = f"[{parts.hostname}]" if _is_ipv6(parts.hostname or "") else parts.hostname
    plain = f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain == text.lower()


def _is_ipv6(host: str) -> bool:
    try:
        return bool(IPv6Address(host))
    except ValueError:
        return False
