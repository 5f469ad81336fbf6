"""What a pack says about events (`events.toml`)."""

from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases


@dataclass(frozen=True)
class Events:
    """Phrases of each event type, and words for events held at a distance, helped or attended by somebody."""

    types: Phrases = field(default_factory=dict)
    virtual: Phrases = field(default_factory=dict)
    facilitated: Phrases = field(default_factory=dict)
    attended: Phrases = field(default_factory=dict)
