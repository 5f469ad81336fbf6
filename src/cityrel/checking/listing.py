"""The phrases of a pack with the place where each is written, in the groups in which they compete.

Within a group one phrase wins where several could match (`languages.phrases`), so a phrase must stand there
under one key only. A title may be a unit too, with another role.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from cityrel.languages import Pack
from cityrel.languages.ties import Phrases

NO_WORD = re.compile(r"[^\w*]*\Z")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: `table` and `key` say where in `file` it stands, `group` with which others it competes."""

    text: str
    file: str
    table: str
    key: str
    group: str

    @property
    def where(self) -> str:
        """The key as it is written in a line: "stages.signed", or "referring" for a plain list."""
        return f"{self.table}.{self.key}" if self.key else self.table

    @property
    def has_words(self) -> bool:
        """Whether there is anything in it that a text could hold."""
        return not NO_WORD.match(self.text)


SECTIONS = ("ties", "topics", "events", "speech", "roles", "organisations")
"""The files that hold phrases."""

TOGETHER: Mapping[str, str] = {
    "roles.plurals": "titles",
    "roles.counterparts": "titles",
    "roles.deputies": "titles",
}
"""Tables whose phrases compete with those of another table of the file; the others only among themselves."""

APART = frozenset({"roles.links"})
"""Tables of which each key is a group of its own."""

SINGLE_WORDS = frozenset({"ties.between", "ties.scene", "ties.naming"})
"""Tables of words that are compared as they are, outside of the phrase books."""

LISTS = (
    "roles.referring",
    "organisations.heads",
    "organisations.tails",
    "organisations.places",
)
"""Lists without keys that hold phrases."""


@cache
def phrases(pack: Pack) -> tuple[Phrase, ...]:
    """Give all phrases of a pack, file after file."""
    return tuple(_phrases(pack))


def _phrases(pack: Pack) -> Iterator[Phrase]:
    for section in SECTIONS:
        for table in _tables(getattr(pack, section)):
            yield from _of_table(pack, section, table)


def _tables(section: Any) -> Iterator[str]:
    """Give the names of the tables of a section that are typed as phrases, and of its lists of phrases."""
    for field in fields(section):
        name = f"{type(section).__name__.lower()}.{field.name}"
        if (field.type is Phrases and name not in SINGLE_WORDS) or name in LISTS:
            yield field.name


def _of_table(pack: Pack, section: str, table: str) -> Iterator[Phrase]:
    """Give the phrases of a table; a plain list is a table without keys."""
    found, name = getattr(getattr(pack, section), table), f"{section}.{table}"
    for key, texts in found.items() if isinstance(found, Mapping) else [("", found)]:
        group = f"{table}.{key}" if name in APART else TOGETHER.get(name, table)
        for text in texts:
            yield Phrase(text, f"{section}.toml", table, key, group)
