"""Work in several processes. An item is work that calls itself, so that any process can import it."""

import gc
import operator
import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from cityrel.parallel import COLLECTION, Workers

Work = Callable[[], int]


def square(number: int) -> Work:
    return partial(pow, number, 2)


def batches(items: list[Work], size: int = 3) -> Iterator[list[Work]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def done(items: list[Work]) -> list[int]:
    with Workers(operator.call, lambda _item: -1, 2) as workers:
        return [result for batch in workers.map(batches(items)) for result in batch]


def test_results_come_in_the_order_of_the_items() -> None:
    assert done([square(number) for number in range(20)]) == [number * number for number in range(20)]


def test_an_item_that_kills_its_process_is_the_only_one_lost() -> None:
    items = [square(number) for number in range(8)]
    assert done([*items[:4], partial(os._exit, 1), *items[4:]]) == [0, 1, 4, 9, -1, 16, 25, 36, 49]


def test_processes_look_for_garbage_seldom_and_leave_this_one_as_it_is() -> None:
    before = gc.get_threshold()
    with Workers(operator.call, lambda _item: (0, 0, 0), 1) as workers:
        assert next(workers.map([[gc.get_threshold]])) == [COLLECTION]
    assert gc.get_threshold() == before


def test_batches_are_drawn_only_as_they_are_needed() -> None:
    drawn = []

    def counted() -> Iterator[list[Work]]:
        for number in range(100):
            drawn.append(number)
            yield [square(number)]

    with Workers(operator.call, lambda _item: -1, 2) as workers:
        assert next(workers.map(counted())) == [0]
    assert len(drawn) <= 6
