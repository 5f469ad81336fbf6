"""The production server: waitress, which serves WSGI with threads and needs nothing else."""

import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from flask import Flask

from cityrel.settings import Settings
from cityrel.web.app import close
from cityrel.web.channels import Server
from cityrel.web.listening import listening


def serve(app: Flask, host: str = "127.0.0.1", port: int = 8000, settings: Settings | None = None) -> None:
    """Serve until the process is told to stop (SIGINT, SIGTERM), then end the workers.

    Raises UsageError where nothing can be served at this host and port.
    """
    with contextlib.ExitStack() as stack:
        stack.callback(close, app)
        opened = stack.enter_context(listening(host, port))
        serve_on(opened, app, settings or Settings())


def serve_on(opened: socket.socket, app: Flask, settings: Settings, *signals: signal.Signals) -> None:
    """Serve on a socket that listens already until one of the signals comes, then end the workers."""
    with contextlib.ExitStack() as stack:
        stack.callback(close, app)
        server = Server(app, opened, settings)
        stack.callback(server.close)
        stack.enter_context(stopping_on(server.stop, *(signals or (signal.SIGTERM, signal.SIGINT))))
        server.run()


@contextlib.contextmanager
def stopping_on(stop: Callable[[], None], *signals: signal.Signals) -> Iterator[None]:
    """Have signals call `stop`, also where a parent had them ignored; only the main thread can."""

    def handle(_signal: int, _frame: FrameType | None) -> None:
        stop()

    mine = signals if threading.current_thread() is threading.main_thread() else ()
    before = {number: signal.signal(number, handle) for number in mine}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
