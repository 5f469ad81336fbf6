"""What both calibrations share: their arguments, the articles with known facts, parts of these, the files."""

import argparse
import json
import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import learning
from cityrel.extraction.document import Document
from cityrel.extraction.extract import pack_of
from cityrel.languages import available, load
from cityrel.languages.examples import Example
from cityrel.model import Article
from cityrel.reading import read

Tables = dict[str, learning.Table]
"""The weights of each model, by sign."""

Signs = Mapping[str, float]
Record = dict[str, Any]

LEAST = 0.005
"""The smallest weight that is written."""


class Named(Protocol):
    """What can be dealt out: it has a name that stays the same from run to run."""

    @property
    def name(self) -> str:
        """The name."""


Case = TypeVar("Case", bound=Named)


@dataclass(frozen=True)
class Known:
    """An article that is known to state something, in a language that a pack reads."""

    name: str
    language: str
    document: Document
    gold: Record


def arguments(description: str | None) -> argparse.Namespace:
    """Read the command line: `gold` are the folders, `write` says whether to replace the weights."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0] if description else None)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights")
    return parser.parse_args()


def articles(folders: Iterable[Path]) -> Iterator[Known]:
    """Give the articles of gold folders that are in a language with a pack, with their gold records."""
    for folder in folders:
        for path in sorted(folder.glob("*/*.json")):
            if path.parent.name in available():
                gold = json.loads(path.read_text(encoding="utf-8"))
                for article in read([path.with_suffix(".txt")]):
                    if isinstance(article, Article):
                        yield from told(str(path), article, gold)


def examples() -> Iterator[tuple[str, Article, Example]]:
    """Give the examples of all packs, each with a name and as an article."""
    for code in available():
        for about, example in load(code).examples.all():
            article = Article(example.shows, example.text, code, published=example.published)
            yield f"{code}/{about}/{example.shows}", article, example


def told(name: str, article: Article, gold: Record) -> Iterator[Known]:
    """Give an article with what it states; nothing where no pack reads it."""
    pack = pack_of(article.language)
    if pack is not None:
        yield Known(name, pack.code, Document(article, pack), gold)


def folds(cases: Sequence[Case], number: int) -> Iterator[tuple[list[Case], list[Case]]]:
    """Deal the cases out, always alike; give each part with the rest."""
    dealt = sorted(cases, key=lambda case: case.name)
    random.Random(1).shuffle(dealt)
    for start in range(number):
        yield dealt[start::number], [case for at, case in enumerate(dealt) if at % number != start]


def figures(hits: int, found: int, gold: int) -> tuple[float, float, float]:
    """Give precision, recall and F1."""
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def priors(path: Path, model: str) -> learning.Table:
    """Give what the weights of a model are thought to be before any article is seen."""
    table: learning.Table = tomllib.loads(path.read_text(encoding="utf-8"))[model]
    return table


def write(path: Path, heading: Sequence[str], tables: Tables) -> None:
    """Replace a file of weights; those that count next to nothing are left out."""
    lines = [f"# {line}" for line in heading]
    for model, table in tables.items():
        kept = sorted((sign, weight) for sign, weight in table.items() if abs(weight) >= LEAST)
        lines += ["", f"[{model}]", *(f'"{sign}" = {weight:.3f}' for sign, weight in kept)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
