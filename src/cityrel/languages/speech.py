"""What a pack says about quotations (`speech.toml`)."""

from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases


@dataclass(frozen=True)
class Speech:
    """`says.words` are verbs of saying; `says.that` begin what is reported after them.

    `says.source` stand before the one by whom something is known ("according to"). `clause.words` are single
    words that begin what is reported right after one of `clause.verbs`, without `says.that`.
    """

    says: Phrases = field(default_factory=dict)
    clause: Phrases = field(default_factory=dict)
