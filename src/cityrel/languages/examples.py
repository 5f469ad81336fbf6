"""Sentences with the facts they state (`examples.toml`): what a pack promises, run as tests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, get_args

from cityrel.errors import PackError
from cityrel.languages.section import build, read_toml
from cityrel.model import KINDS, STAGES, Modality, Qualifier

NONE = ""
"""Where a fact is given with this value, it must have none."""


@dataclass(frozen=True, slots=True)
class TieExample:
    """A stage of a tie: `a` and `b` are written "Bogor, ID", or "Bogor, ID, regency" where the level matters.

    The names are those of GeoNames. Of `kind` and `date`, what is left out is not looked at.
    """

    a: str
    b: str
    stage: str
    kind: str | None = None
    date: str | None = None
    modality: str = "stated"


@dataclass(frozen=True, slots=True)
class HoldingExample:
    """A person in an office: `of` is the name of the place or the organisation."""

    person: str
    role: str
    of: str | None = None
    qualifier: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class EventExample:
    """Something held, with its type, day, place (its name), whether at a distance, and its modality."""

    type: str
    date: str | None = None
    place: str | None = None
    virtual: bool | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationExample:
    """Something said: `words` stand in it, `speaker` is a person's name."""

    words: str
    speaker: str | None = None
    direct: bool | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class DateExample:
    """A date as written in `words`, with its ISO 8601 `value` and, for a stretch of time, its `end`."""

    words: str
    value: str
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A short text with the facts it states; `shows` names the phenomenon, and is the name of the test.

    A list that is given is complete: what is found beside it is wrong. One that is left out is not looked
    at. `published` is the publication date (ISO 8601). `fails` marks what is not understood yet; it must be
    taken away once it is.
    """

    shows: str
    text: str
    published: str | None = None
    fails: bool = False
    ties: tuple[TieExample, ...] | None = None
    holdings: tuple[HoldingExample, ...] | None = None
    events: tuple[EventExample, ...] | None = None
    quotations: tuple[QuotationExample, ...] | None = None
    dates: tuple[DateExample, ...] | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Examples:
    """The examples by what they are about.

    `reasoning` is what follows from a text as a whole: which ties there are, and how far they have come;
    `dates`, `offices` and `speech` are what their names say; `events` are what is held and what it is about.
    """

    reasoning: tuple[Example, ...] = ()
    dates: tuple[Example, ...] = ()
    offices: tuple[Example, ...] = ()
    speech: tuple[Example, ...] = ()
    events: tuple[Example, ...] = ()

    def all(self) -> Iterator[tuple[str, Example]]:
        """Give all examples, each with what it is about."""
        for field in fields(self):
            for example in getattr(self, field.name):
                yield field.name, example


FACTS: Mapping[str, type] = {
    "ties": TieExample,
    "holdings": HoldingExample,
    "events": EventExample,
    "quotations": QuotationExample,
    "dates": DateExample,
}
"""By the key of an example, the form of what its list holds."""

KNOWN: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("ties", "stage"): STAGES,
    ("ties", "kind"): KINDS,
    ("ties", "modality"): get_args(Modality),
    ("quotations", "modality"): get_args(Modality),
    ("holdings", "qualifier"): (NONE, *get_args(Qualifier)),
}
"""The values that a key may have, where the model knows them all."""

Fact = TypeVar("Fact")


def load_examples(folder: Path) -> Examples:
    """Read `examples.toml` of a language's folder; a missing file gives no examples.

    Raises PackError, naming the file and the example, where one does not have this form.
    """
    path = folder / "examples.toml"
    groups = read_toml(path) if path.exists() else {}
    found = {about: tuple(_examples(group, str(path))) for about, group in groups.items()}
    examples = build(Examples, found, str(path))
    _check_names(examples, str(path))
    return examples


def _examples(group: Any, where: str) -> Iterator[Example]:
    if not (isinstance(group, list) and all(isinstance(values, dict) for values in group)):
        raise PackError(f"{where}: examples are written below [[...]], a heading for each")
    for values in group:
        yield _example(values, f"{where}: {values.get('shows', 'an example without “shows”')}")


def _example(values: Mapping[str, Any], where: str) -> Example:
    for name in (*FACTS, "topics"):
        if not isinstance(values.get(name, []), list):
            raise PackError(f"{where}: {name}: give a list")
    lists: dict[str, Any] = {
        name: tuple(_fact(kind, name, fact, where) for fact in values[name])
        for name, kind in FACTS.items()
        if name in values
    }
    return build(Example, {**values, **lists}, where)


def _fact(kind: type[Fact], name: str, values: Any, where: str) -> Fact:
    if not isinstance(values, dict):
        raise PackError(f"{where}: {name}: give a list of tables, {{ ... }}")
    for key, value in values.items():
        known = KNOWN.get((name, key))
        if known and value not in known:
            raise PackError(f"{where}: {name}: {key} {value!r} is none of {', '.join(known)}")
    return build(kind, values, f"{where}: {name}")


def _check_names(examples: Examples, where: str) -> None:
    """Raise PackError where two examples bear one name."""
    names = [example.shows for _, example in examples.all()]
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise PackError(f"{where}: two examples show “{double[0]}”; give one of them another name")
