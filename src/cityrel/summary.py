"""What became of each article, and of all of them together."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from cityrel.model import Facts

Fate = Literal["conforming", "quarantined", "failed"]


@dataclass
class Clock:
    """Seconds by step."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add the time until the end of the block to a step."""
        start = perf_counter()
        try:
            yield
        finally:
            self.add(name, perf_counter() - start)

    def add(self, name: str, seconds: float) -> None:
        """Add seconds to a step."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the road made of one article.

    `graph` is the N-Triples text of one that conforms, named `iri`; `reason` says what is wrong with another.
    `found` counts claims by kind, `stages` the stages stated as facts. `seconds` are those of each step.
    `warnings` say what was odd about an article that is none the less stored. `stops` says that no other
    article would fare better.
    """

    source: str
    fate: Fate
    reason: str | None = None
    iri: str = ""
    graph: str = ""
    found: Mapping[str, int] = field(default_factory=dict)
    stages: Mapping[str, int] = field(default_factory=dict)
    unresolved: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    stops: bool = False


Watcher = Callable[[Outcome], None]
"""Told what became of each article, as it happens."""


@dataclass
class Summary:
    """The sum of a run: articles by what became of them, facts by kind, seconds by step.

    `stored` counts what is new or different, `unchanged` what was there already. The clock adds up the
    seconds of all processes, so that they can be more than `elapsed`. `stopped` says why the run ended before
    its last article, if it did.
    """

    read: int = 0
    stored: int = 0
    unchanged: int = 0
    quarantined: int = 0
    failed: int = 0
    found: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    unresolved: int = 0
    clock: Clock = field(default_factory=Clock)
    elapsed: float = 0.0
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every input became an article of the store."""
        return not (self.failed or self.quarantined or self.stopped)

    def add(self, outcome: Outcome) -> None:
        """Count what became of an article; what is stored of it is counted by the store."""
        self.failed += outcome.fate == "failed"
        self.quarantined += outcome.fate == "quarantined"
        self.found.update(outcome.found)
        self.stages.update(outcome.stages)
        self.unresolved += outcome.unresolved
        self.stopped = self.stopped or (outcome.reason if outcome.stops else None)
        for step, seconds in outcome.seconds.items():
            self.clock.add(step, seconds)


def count_found(facts: Facts) -> dict[str, int]:
    """Count the claims of an article by kind."""
    return {
        "stages": len(facts.stages),
        "office holders": len(facts.holdings),
        "events": len(facts.events),
        "quotations": len(facts.quotations),
        "topics": len(facts.topics),
    }


def count_stages(facts: Facts) -> Counter[str]:
    """Count the stages that the article states as facts."""
    return Counter(stage.stage for stage in facts.stages if stage.modality == "stated")
