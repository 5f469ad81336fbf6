"""Reading an answer strictly: what has not the documented form is refused, item by item, with the reason."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cityrel.extraction.llm.schema import LISTS, fault
from cityrel.extraction.llm.wording import shown

MOST_ITEMS = 100
"""Items of one list that are looked at; no article states more."""

Item = Mapping[str, Any]


class Malformed(ValueError):
    """An answer is not an object of our lists; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The items of each list that have the documented form, and why others were refused."""

    items: Mapping[str, Sequence[Item]]
    refused: tuple[str, ...]


def parse(content: str) -> Answer:
    """Read an answer.

    Raises Malformed where it is not JSON, or no object with at least one of our lists.
    """
    value = _json(content)
    if not isinstance(value, dict) or not any(isinstance(value.get(name), list) for name in LISTS):
        raise Malformed("the answer is JSON, but not of the form that was asked for")
    refused = [f"an unknown list {shown(name)!r}" for name in value if name not in LISTS]
    items: dict[str, Sequence[Item]] = {}
    for name in LISTS:
        listed = value.get(name)
        if isinstance(listed, list):
            items[name] = _sound(name, listed, refused)
        else:
            refused.append(f"{name}: no list")
    return Answer(items, tuple(refused))


def _json(content: str) -> object:
    try:
        return json.loads(content, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"the answer is not JSON: {shown(str(error))}") from error


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _sound(name: str, listed: Sequence[Any], refused: list[str]) -> list[Item]:
    """Give the items of the documented form, and note why the others are refused."""
    sound = []
    for item in listed[:MOST_ITEMS]:
        why = fault(name, item)
        if why is None:
            sound.append(item)
        else:
            refused.append(f"{name}: {shown(why)}")
    if len(listed) > MOST_ITEMS:
        refused.append(f"{name}: {len(listed) - MOST_ITEMS} items too many")
    return sound
