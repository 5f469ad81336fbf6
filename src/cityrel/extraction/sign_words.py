"""What signs mean, in words that need no knowledge of the program; they are data (`sign_labels.toml`)."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

LABELS = Path(__file__).with_name("sign_labels.toml")

BEFORE = "home+"
"""What stands before a sign that counts otherwise of a pair with the article's home."""


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(LABELS.read_text(encoding="utf-8"))


def words_of(sign: str, model: str) -> str:
    """Give a sign of the model "pair" or "stage" in words; its own name for the parts that have no label."""
    known, parts = _labels()[model], _labels()[f"{model}-parts"]
    bare = sign.removeprefix(BEFORE)
    names = bare.split("/")
    size = _longest(names, known)
    head = [known["/".join(names[:size])]] if size else names[:1]
    tail = [*names[max(size, 1) :], *([BEFORE] if bare != sign else [])]
    return ", ".join((*head, *(parts.get(name, name) for name in tail)))


def _longest(names: Sequence[str], known: Mapping[str, str]) -> int:
    """Give how many of the first parts of a sign have a label together."""
    sizes = range(len(names), 0, -1)
    return next((size for size in sizes if "/".join(names[:size]) in known), 0)
