"""What tells a language from one so close that a detector mistakes them (`neighbours.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Neighbours:
    """By the neighbour's code: words of daily use that only this language has (`ours`), or only that one."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
