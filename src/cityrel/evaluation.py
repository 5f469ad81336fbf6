"""How good the extraction is: precision, recall and F1 against gold files.

A gold file and a prediction are records of the form that `cityrel.records` describes;
`cityrel.matching` says when two of their parts count as the same.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cityrel.errors import UsageError
from cityrel.matching import (
    Pair,
    Record,
    Test,
    match,
    same_date,
    same_organisation,
    same_person,
    same_places,
    same_value,
)

MEASURES = (
    "pair",
    "pair_status",
    "pair_kind",
    "pair_date",
    "role",
    "role_of",
    "event",
    "event_date",
    "topic",
)
"""What is measured. `pair`: both places; `role`: person and role; the others add what their name says."""

EVIDENCE = "evidence"

ALL = "all"
"""The group of all articles; the other groups are languages."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one measure: `hits` are right, of `gold` to be found and `predicted` found."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        """Add up two counts."""
        return Figure(self.hits + other.hits, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right, from 0 to 1."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was found, from 0 to 1."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something missed, made up or wrong in an article.

    `record` is the gold record or the found one; of what is wrong, both, as its `gold` and its `pred`.
    """

    article: str
    what: str
    record: Record

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of the article that were taken for what was found."""
        found = self.record.get("pred", self.record)
        return tuple(piece["quote"] for piece in found.get(EVIDENCE, []))

    @property
    def bare(self) -> Record:
        """The record without evidence."""
        return {key: _bare(value) for key, value in self.record.items() if key != EVIDENCE}


@dataclass(frozen=True)
class Evaluation:
    """Figures by group (a language, or `all`) and measure, with every mistake."""

    articles: int
    figures: Mapping[str, Mapping[str, Figure]]
    mistakes: tuple[Mistake, ...]


@dataclass
class _Comparison:
    """One article held against its gold file."""

    article: str
    figures: dict[str, Figure] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def blame(self, what: str, records: Iterable[Record]) -> None:
        self.mistakes += [Mistake(self.article, what, record) for record in records]


def load_gold(folder: Path) -> dict[str, Record]:
    """Read the gold files of a folder, by article.

    Raises UsageError where there are none, or one is not JSON.
    """
    gold = {article_key(path): _load(path) for path in sorted(folder.rglob("*.json"))}
    if not gold:
        raise UsageError(f"{folder}: no gold files (*.json) in this folder")
    return gold


def article_key(path: str | Path) -> str:
    """Name an article by its folder and its file, whatever its format: `id/003`."""
    return "/".join(Path(path).with_suffix("").parts[-2:])


def evaluate(gold: Mapping[str, Record], predictions: Iterable[Record]) -> Evaluation:
    """Compare predictions with gold files; an article without prediction counts as one with nothing found."""
    found = {article_key(record["article"]): record for record in predictions}
    figures: dict[str, dict[str, Figure]] = defaultdict(lambda: dict.fromkeys(MEASURES, Figure()))
    mistakes: list[Mistake] = []
    for article, wanted in gold.items():
        comparison = _compare(article, wanted, found.get(article, {}))
        mistakes += comparison.mistakes
        for group in (wanted["lang"], ALL):
            figures[group] = {m: figures[group][m] + comparison.figures[m] for m in MEASURES}
    return Evaluation(len(gold), dict(figures), tuple(mistakes))


def _bare(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _bare(part) for key, part in value.items() if key != EVIDENCE}
    return value


def _load(path: Path) -> Record:
    try:
        record: Record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a gold file: {error}") from error
    missing = {"lang", "partnerships", "roles", "events", "topics"} - set(record)
    if missing:
        raise UsageError(f"{path}: not a gold file: without {', '.join(sorted(missing))}")
    return record


def _compare(article: str, gold: Record, predicted: Record) -> _Comparison:
    comparison = _Comparison(article)
    if not predicted:
        comparison.blame("no prediction", [{}])
    _compare_pairs(comparison, gold["partnerships"], predicted.get("partnerships", []))
    _compare_roles(comparison, gold["roles"], predicted.get("roles", []))
    _compare_events(comparison, gold["events"], predicted.get("events", []))
    _compare_topics(comparison, gold, predicted)
    return comparison


def _compare_pairs(comparison: _Comparison, gold: Sequence[Record], found: Sequence[Record]) -> None:
    status, kind = same_value("status"), same_value("kind")
    pairs = match(gold, found, [same_places, status, kind, same_date])
    count = _counter(comparison, pairs, gold, found)
    count("pair")
    count("pair_status", status)
    count("pair_kind", kind)
    count("pair_date", same_date)
    _blame_rest(comparison, "pair", pairs, gold, found)
    for what, test in (("status", status), ("kind", kind), ("date", same_date)):
        comparison.blame(f"wrong {what}", _contrast(pairs, test))


def _compare_roles(comparison: _Comparison, gold: Sequence[Record], found: Sequence[Record]) -> None:
    role = same_value("role")
    pairs = match(gold, found, [same_person, role, same_organisation])
    count = _counter(comparison, pairs, gold, found)
    count("role", role)
    count("role_of", role, same_organisation)
    _blame_rest(comparison, "role", pairs, gold, found)
    comparison.blame("wrong role", _contrast(pairs, role, same_organisation))


def _compare_events(comparison: _Comparison, gold: Sequence[Record], found: Sequence[Record]) -> None:
    pairs = match(gold, found, [same_value("type"), same_date])
    count = _counter(comparison, pairs, gold, found)
    count("event")
    count("event_date", same_date)
    _blame_rest(comparison, "event", pairs, gold, found)
    comparison.blame("wrong event date", _contrast(pairs, same_date))


def _compare_topics(comparison: _Comparison, gold: Record, predicted: Record) -> None:
    """Compare with the nearest of the accepted sets.

    In `topics_alt` a topic by itself counts neither way, and a list is a whole set that is right too.
    """
    found = set(predicted.get("topics", []))
    alternatives = gold.get("topics_alt", [])
    counted = found - {topic for topic in alternatives if isinstance(topic, str)}
    sets = [set(gold["topics"]), *(set(other) for other in alternatives if not isinstance(other, str))]
    wanted = min(sets, key=lambda topics: len(topics ^ counted))
    comparison.figures["topic"] = Figure(len(wanted & counted), len(wanted), len(counted))
    evidence = predicted.get("topic_evidence", {})
    comparison.blame("missed topic", ({"topic": topic} for topic in sorted(wanted - counted)))
    comparison.blame(
        "spurious topic",
        ({"topic": topic, EVIDENCE: evidence.get(topic, [])} for topic in sorted(counted - wanted)),
    )


def _counter(
    comparison: _Comparison, pairs: Sequence[Pair], gold: Sequence[Record], found: Sequence[Record]
) -> Callable[..., None]:
    """Give a function that writes down how many pairs pass some tests."""

    def count(measure: str, *tests: Test) -> None:
        hits = sum(all(test(*pair) for test in tests) for pair in pairs)
        comparison.figures[measure] = Figure(hits, len(gold), len(found))

    return count


def _blame_rest(
    comparison: _Comparison, what: str, pairs: Sequence[Pair], gold: Sequence[Record], found: Sequence[Record]
) -> None:
    """Blame what has no counterpart on the other side."""
    matched = {id(record) for pair in pairs for record in pair}
    comparison.blame(f"missed {what}", (record for record in gold if id(record) not in matched))
    comparison.blame(f"spurious {what}", (record for record in found if id(record) not in matched))


def _contrast(pairs: Sequence[Pair], *tests: Test) -> Iterator[Record]:
    """Give the pairs that fail a test, both sides in one record."""
    for gold, found in pairs:
        if not all(test(gold, found) for test in tests):
            yield {"gold": gold, "pred": found}
