"""What a pack says about fields of cooperation (`topics.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases

PLAIN, HINT = "plain", "hint"
"""The keys of words that speak of a topic by themselves, and of those that may."""

GROUP = "topic/"
"""How the name of a topic's group of phrases begins; `GROUP` alone is what only looks like a topic."""


@dataclass(frozen=True)
class Topics:
    """Phrases of each topic, and `hints` that are used of much else too.

    `context.words` announce fields of cooperation, `focus.words` a list. The phrases of `none` only look like
    a topic. `numbers` are the words for one, two, three ...
    """

    numbers: tuple[str, ...] = ()
    topics: Phrases = field(default_factory=dict)
    hints: Phrases = field(default_factory=dict)
    none: Phrases = field(default_factory=dict)
    context: Phrases = field(default_factory=dict)
    focus: Phrases = field(default_factory=dict)

    def groups(self) -> Mapping[str, Phrases]:
        """Give the phrases of each topic as a group of its own, so that one phrase may speak of several."""
        groups: dict[str, Phrases] = {
            GROUP + topic: {PLAIN: phrases, HINT: self.hints.get(topic, ())}
            for topic, phrases in self.topics.items()
        }
        return {**groups, GROUP: self.none}
