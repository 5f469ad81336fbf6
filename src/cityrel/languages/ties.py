"""What a pack says about ties between places (`ties.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = Mapping[str, tuple[str, ...]]
"""From a key to the phrases that stand for it; `languages.phrases` says how they are written."""


@dataclass(frozen=True)
class Ties:
    """Phrases by key: `kinds` and `stages` as in the ontology's schemes, `modality` likewise.

    `reference.each` join two lists name by name, `reference.both` speaks of both partners,
    `reference.other` of one, `reference.ties` and `reference.all`
    of the ties and the partners that the sentence before names;
    `between.between` stands before two names, `between.with` and `between.and` join the names of partners,
    `between.filler` says nothing between them;
    `scene.words` stand before a place that is only a scene, `scene.at` where something is held;
    `instruments.words` are documents by which partners bind themselves;
    `passive.words` mark the passive voice, `by.words` stand before the one who acts;
    `government.words` stand right before or after the name of a place and mean its government;
    `mission.words` stand beside the seat of a consulate or an embassy;
    `order.earlier` put a tie before the one that the article is about;
    `contrast.words` set a clause against the one before;
    `naming.before` and `naming.behind` are what may part a name from the words for its tie, before which or
    behind which it stands; `naming.own` make it a partner of the article's home, `naming.listing` part one
    whose ties are told from its partners; `modality.refused` denies all behind it in its clause but an end;
    `founding.since` and `founding.event` stand before the date since when a tie stands, `founding.event`
    before that of any signature too, `founding.until` before its last day.
    A kind, a stage or a modality `none` only looks like one.
    """

    kinds: Phrases = field(default_factory=dict)
    stages: Phrases = field(default_factory=dict)
    modality: Phrases = field(default_factory=dict)
    reference: Phrases = field(default_factory=dict)
    between: Phrases = field(default_factory=dict)
    scene: Phrases = field(default_factory=dict)
    order: Phrases = field(default_factory=dict)
    contrast: Phrases = field(default_factory=dict)
    instruments: Phrases = field(default_factory=dict)
    passive: Phrases = field(default_factory=dict)
    by: Phrases = field(default_factory=dict)
    government: Phrases = field(default_factory=dict)
    mission: Phrases = field(default_factory=dict)
    founding: Phrases = field(default_factory=dict)
    naming: Phrases = field(default_factory=dict)
