"""A worker process as it is seen from outside."""

import contextlib
import os
import signal
import sys
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

from cityrel.errors import CityrelError, MemoryExceeded, QueryError, QueryTimeout, StoreError
from cityrel.store import worker
from cityrel.store.answers import Request
from cityrel.store.limits import Limits
from cityrel.store.output import Part
from cityrel.store.worker import CHEAPER, GRACE

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

NAME = "cityrel-query"

START = 30.0
"""Seconds that a process may take to start."""

LEAST_PRIORITY = 19
"""The nice value that leaves the processor to everybody else."""

OVERFLOWS = frozenset({-signal.SIGSEGV, -10, 0xC00000FD})
"""How a process ends that ran out of stack: Linux, macOS (SIGBUS), Windows (STATUS_STACK_OVERFLOW)."""


class WorkerProcess:
    """One process that answers one query at a time; `source` names the data that it opens beforehand."""

    def __init__(self, limits: Limits, source: str) -> None:
        self._limits = limits
        self._ready = self._busy = self._worn = False
        context = _context()
        self._connection, theirs = context.Pipe()
        arguments = (theirs, limits, source)
        self._process = context.Process(target=worker.serve, args=arguments, name=NAME, daemon=True)
        self._process.start()
        theirs.close()

    @property
    def usable(self) -> bool:
        """Say whether it can take a query."""
        return not (self._busy or self._worn) and not self._connection.closed and self._process.is_alive()

    def wait_until_ready(self) -> None:
        """Let a new process start, so that its start does not count as a query's time.

        Raises StoreError where it does not start.
        """
        if self._ready:
            return
        try:
            self._ready = self._connection.poll(START) and bool(self._connection.recv())
        except (EOFError, OSError):
            self._ready = False
        if not self._ready:
            self.end()
            raise StoreError("a query worker could not be started; see whether the system is out of memory")

    def ask(self, source: str, request: Request, timeout: float) -> None:
        """Have it begin with a query."""
        self._busy = True
        try:
            self._connection.send((source, request, timeout))
        except OSError as error:
            raise self._ended() from error

    def receive(self, wait: float) -> Part | None:
        """Give the next part of the answer, None where it does not come within `wait` seconds.

        Raises what the worker reports, and QueryTimeout or QueryError where the process is gone.
        """
        try:
            if not self._connection.poll(max(0.0, wait)):
                return None
            reply = self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        self._busy = isinstance(reply, Part) and not reply.last
        if isinstance(reply, CityrelError):
            raise reply
        return reply  # type: ignore[no-any-return]

    def step_back(self) -> None:
        """Let it run only when nobody else wants the processor, for good: nobody may take that back."""
        self._worn = True
        with contextlib.suppress(AttributeError, OSError):  # Windows has no such call
            os.setpriority(os.PRIO_PROCESS, self._process.pid or 0, LEAST_PRIORITY)

    def pause(self) -> None:
        """Let it stand still, where the system ends it should we be gone; elsewhere it goes on."""
        self._signal("SIGSTOP")

    def resume(self) -> None:
        """Let it go on."""
        self._signal("SIGCONT")

    def _signal(self, name: str) -> None:
        if sys.platform == "linux" and self._process.pid and self._process.is_alive():
            with contextlib.suppress(ProcessLookupError):  # it may end at any moment
                os.kill(self._process.pid, getattr(signal, name))

    def kill(self) -> None:
        """Kill the process, whatever it does; who reads from it is told by the end of what comes."""
        self._process.kill()
        self._process.join()

    def end(self) -> None:
        """Kill the process and let go of it; nobody else may be reading from it."""
        self.kill()
        self._connection.close()

    def _ended(self) -> QueryError:
        """Say why a process is gone: an engine that gets no memory aborts itself."""
        self._process.join(GRACE)
        code = self._process.exitcode
        self.end()
        if code in OVERFLOWS:
            return QueryError("the query is nested too deeply, or has too many parts, for the engine")
        if code == -signal.SIGABRT:
            return MemoryExceeded(
                f"the query needed more than {self._limits.memory >> 20} MiB of memory and was stopped. "
                f"{CHEAPER}"
            )
        return QueryTimeout("the query was stopped before it was answered; try again")


@cache
def _context() -> "ForkServerContext | SpawnContext":
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    return context
