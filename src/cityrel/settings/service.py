"""The settings of the web front: each with its kind, what it is unless set, and what it means."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, cast

import platformdirs

from cityrel.errors import UsageError
from cityrel.settings.kinds import Kind, Origin, Seconds, Switch, Text, Value, Whole

FAMILY = "CITYREL_SERVE"
"""With what the environment variables of these settings begin; one that we do not know is a slip."""

STORE = "CITYREL_STORE"
"""The variable of the one setting that other commands have too."""

MEGABYTE = 1 << 20
KILOBYTE = 1 << 10


def _cores() -> int:
    """Give the number of cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # only Linux has it
    return len(usable(0)) if usable else os.cpu_count() or 1


def _workers() -> int:
    return max(2, _cores())


def _store() -> str:
    return str(platformdirs.user_data_path("cityrel") / "store")


def _setting(unless: Value | Callable[[], Value], kind: Kind, meaning: str, told: str = "") -> Any:
    """Make a field; `told` says what holds unless set, where that depends on the machine."""
    metadata = {"kind": kind, "meaning": meaning, "told": told}
    if callable(unless):
        return field(default_factory=unless, metadata=metadata)
    return field(default=unless, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is in force; raises UsageError where a value cannot be used, with the setting's name."""

    store: str = _setting(
        _store,
        Text("DIR|URL"),
        "folder of the store, or address of a SPARQL 1.1 server",
        told="`cityrel/store` in the user's data folder",
    )
    host: str = _setting("127.0.0.1", Text("ADDRESS"), "address to listen on")
    port: int = _setting(8000, Whole(0, 65535), "port to listen on")
    public_url: str = _setting(
        "",
        Origin(),
        "scheme and host under which visitors reach the service; links are built from it and never from "
        "what a visitor sends",
        told="`http://` and where it listens",
    )
    hsts: int = _setting(
        0,
        Whole(0, metavar="SECONDS"),
        "how long browsers shall insist on HTTPS (Strict-Transport-Security); 0 says nothing; needs a "
        "`public-url` with https",
    )
    processes: int = _setting(
        1,
        Whole(1, 64),
        "web processes that share the port; each has its own workers, queue and threads",
    )
    workers: int = _setting(
        _workers,
        Whole(1, 256),
        "visitors' queries that a web process runs at once",
        told="one a core, at least 2",
    )
    page_workers: int = _setting(1, Whole(1, 64), "questions of pages that a web process runs at once")
    queue: int = _setting(
        16, Whole(0, 1000), "queries that may wait for a worker; more are answered with 503 at once"
    )
    query_timeout: float = _setting(30.0, Seconds(), "time that a query may take")
    query_memory: int = _setting(
        4096, Whole(768, metavar="MB"), "megabytes of address space that a query may take"
    )
    query_output: int = _setting(256, Whole(1, metavar="MB"), "megabytes that an answer may have")
    threads: int = _setting(32, Whole(1, 1000), "requests that a web process works on at once")
    connections: int = _setting(
        500, Whole(10, 10_000), "open connections of a web process; more wait until one is closed"
    )
    max_body: int = _setting(1024, Whole(1, metavar="KB"), "kilobytes that the body of a request may have")
    max_head: int = _setting(64, Whole(1, 1024, metavar="KB"), "kilobytes of address and headers together")
    max_url: int = _setting(
        32, Whole(1, 1024, metavar="KB"), "kilobytes of the address alone; send longer queries by POST"
    )
    receive_timeout: float = _setting(30.0, Seconds(), "time in which a request must have come in whole")
    send_timeout: float = _setting(
        600.0, Seconds(), "time in which an answer must have been made and taken by the visitor"
    )
    idle_timeout: float = _setting(75.0, Seconds(), "time that a connection may stay open and silent")
    stop_timeout: float = _setting(30.0, Seconds(), "time that requests get to finish when the service stops")
    access_log: str = _setting(
        "off", Text("off|-|FILE"), "where requests are noted: `off`, `-` (standard output), or a file"
    )
    metrics: bool = _setting(True, Switch(), "whether `/metrics` answers")

    def __post_init__(self) -> None:
        """Refuse what cannot be used, alone or together."""
        for setting in SETTINGS:
            try:
                setting.kind.read(getattr(self, setting.field))
            except ValueError as error:
                raise UsageError(f"{setting.name}: {error}") from None
        if self.hsts and not self.public_url.startswith("https://"):
            raise UsageError("hsts: needs a public-url that begins with https://")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: how it is named where, and what it means."""

    field: str
    kind: Kind
    meaning: str
    unless: str

    @property
    def name(self) -> str:
        """The key in a file."""
        return self.field.replace("_", "-")

    @property
    def option(self) -> str:
        """The option on the command line."""
        return f"--{self.name}"

    @property
    def variable(self) -> str:
        """The variable of the environment."""
        return STORE if self.field == "store" else f"{FAMILY}_{self.field.upper()}"


def shown(value: Value) -> str:
    """Write a value as it would be given."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


SETTINGS = tuple(
    Setting(
        each.name,
        each.metadata["kind"],
        each.metadata["meaning"],
        each.metadata["told"] or f"`{shown(cast('Value', each.default))}`",
    )
    for each in fields(Settings)
)
"""All of them, in the order of the documentation."""
