"""Work spread over processes: bounded, in order, and not stopped by a process that dies."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Batch = Sequence[Item]

COLLECTION = (50_000, 20, 50)
"""After how many new objects, and collections of a younger generation, a process looks for garbage."""


class Workers(Generic[Item, Result]):
    """Processes that apply a function to the items of batches.

    `function` must be importable by the processes. `lost` gives the result of an item whose process died
    while it was at it, for example because the memory did not suffice.
    """

    def __init__(
        self, function: Callable[[Item], Result], lost: Callable[[Item], Result], processes: int
    ) -> None:
        self._function, self._lost, self._processes = function, lost, processes
        self._pool = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def map(self, batches: Iterable[Batch[Item]]) -> Iterator[list[Result]]:
        """Give the results of each batch, in order; only a few batches are on their way at a time."""
        waiting: deque[tuple[Batch[Item], Future[list[Result]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > 2 * self._processes:
                yield self._results(*waiting.popleft())
        while waiting:
            yield self._results(*waiting.popleft())

    def _results(self, batch: Batch[Item], future: Future[list[Result]]) -> list[Result]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(item) for item in batch]

    def _alone(self, item: Item) -> Result:
        """Work on one item of a batch that was lost, to find the one that cannot be done."""
        try:
            return self._submit([item]).result()[0]
        except BrokenProcessPool:
            return self._lost(item)

    def _submit(self, batch: Batch[Item]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_apply, self._function, batch)
        except BrokenProcessPool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = self._start()
            return self._pool.submit(_apply, self._function, batch)

    def _start(self) -> ProcessPoolExecutor:
        """Start afresh, without what this process has open: a store's threads do not survive a fork."""
        return ProcessPoolExecutor(self._processes, get_context("spawn"), initializer=_begin)


def _apply(function: Callable[[Item], Result], batch: Batch[Item]) -> list[Result]:
    return [function(item) for item in batch]


def _begin() -> None:
    """Make a process ready: Ctrl-C is left to the parent, which then ends the processes."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def collect_seldom() -> None:
    """Let this process look for garbage far less often than by default.

    The road of an article leaves no cycles behind, so that the collector finds nothing; but each of its full
    collections goes through the tables and packs that stay for good, a tenth of the time in all.
    """
    gc.set_threshold(*COLLECTION)
