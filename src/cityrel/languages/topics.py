"""What a pack says about fields of cooperation (`topics.toml`)."""

from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases


@dataclass(frozen=True)
class Topics:
    """Phrases of each topic; `context.words` announce fields of cooperation, `focus.words` a list.

    The phrases of the key `none` only look like a topic. `numbers` are the words for one, two, three ...
    """

    numbers: tuple[str, ...] = ()
    topics: Phrases = field(default_factory=dict)
    context: Phrases = field(default_factory=dict)
    focus: Phrases = field(default_factory=dict)
