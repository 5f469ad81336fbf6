"""The phrases of a pack with the place where each is written, in the groups in which they compete.

Within a group one phrase wins where several could match (`languages.phrases`), so a phrase must stand there
under one key only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cityrel.languages import Pack

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
        """The key as it is written in a line: "stages.signed", or "councils" for a plain list."""
        return f"{self.table}.{self.key}" if self.key else self.table

    @property
    def has_words(self) -> bool:
        """Whether there is anything in it that a text could hold."""
        return not NO_WORD.match(self.text)


CUES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "ties": {
        "kind": ("kinds",),
        "stage": ("stages",),
        "modality": ("modality",),
        "reference": ("reference",),
        "order": ("order",),
        "instrument": ("instruments",),
        "passive": ("passive",),
        "by": ("by",),
        "government": ("government",),
        "founding": ("founding",),
    },
    "topics": {"topic": ("topics",), "field": ("context",), "focus": ("focus",)},
    "events": {
        "event": ("types",),
        "virtual": ("virtual",),
        "facilitated": ("facilitated",),
        "attended": ("attended",),
    },
    "speech": {"speech": ("says",)},
    "roles": {
        "title": ("titles", "plurals", "counterparts", "deputies"),
        "unit": ("units",),
        "qualifier": ("qualifiers",),
        "afterwards": ("afterwards",),
        "council": ("councils",),
        "referring": ("referring",),
    },
    "organisations": {"head": ("heads",), "tail": ("tails",), "place": ("places",)},
}
"""By file and group, the tables whose phrases compete; a title may also be a unit, with another role."""

APART = {"roles": ("links",)}
"""Tables of which each key is a group of its own."""


@cache
def phrases(pack: Pack) -> tuple[Phrase, ...]:
    """Give all phrases of a pack, file after file, in the order of the files."""
    return tuple(_phrases(pack))


def _phrases(pack: Pack) -> Iterator[Phrase]:
    for name, groups in CUES.items():
        for group, tables in groups.items():
            for table in tables:
                yield from _of_table(pack, name, table, group)
    for name, tables in APART.items():
        for table in tables:
            yield from _of_table(pack, name, table, None)


def _of_table(pack: Pack, name: str, table: str, group: str | None) -> Iterator[Phrase]:
    """Give the phrases of a table; a plain list is a table without keys."""
    found = getattr(getattr(pack, name), table)
    for key, texts in found.items() if isinstance(found, Mapping) else [("", found)]:
        for text in texts:
            yield Phrase(text, f"{name}.toml", table, key, group or f"{table}.{key}")
