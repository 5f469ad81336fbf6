"""What a pack says about events (`events.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases

GROUP = "telling/"
"""What the name of the group of phrases that tell of an event of one type begins with."""


@dataclass(frozen=True)
class Events:
    """Phrases of each event type, and words for events at a distance, called off, helped, attended.

    `types` name a type outright; `tellings` are all words that may tell of one, by type and then by manner:
    who comes ("party"), that they travel, are welcomed, sign ("act").
    """

    types: Phrases = field(default_factory=dict)
    tellings: Mapping[str, Phrases] = field(default_factory=dict)
    virtual: Phrases = field(default_factory=dict)
    cancelled: Phrases = field(default_factory=dict)
    facilitated: Phrases = field(default_factory=dict)
    attended: Phrases = field(default_factory=dict)

    def groups(self) -> Mapping[str, Phrases]:
        """Give the words that tell of each type as a group of its own, so that one may tell of several."""
        return {GROUP + kind: phrases for kind, phrases in self.tellings.items()}
