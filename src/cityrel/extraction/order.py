"""Looking into what stands in the order of the text, without going through all of it."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def beginning_in(
    items: Sequence[Item], start: int, end: int, begins: Callable[[Item], int]
) -> Sequence[Item]:
    """Give the items that begin from `start` on and before `end`; `items` are in the order they begin."""
    first = bisect_left(items, start, key=begins)
    return items[first : bisect_left(items, end, lo=first, key=begins)]
