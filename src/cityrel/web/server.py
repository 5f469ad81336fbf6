"""The production server: waitress, which serves WSGI with threads and needs nothing else."""

import contextlib
import errno
import signal
import socket
import threading
from collections.abc import Iterator
from types import FrameType

import waitress
from flask import Flask

from cityrel.errors import UsageError
from cityrel.web.app import MAX_REQUEST_BYTES, close

THREADS = 16
"""Requests at once; most of them wait for a worker."""
LOOKAHEAD = 1
"""Requests that are read ahead on a connection: only a connection that is read shows that its end is gone."""
KEPT_FOR_SLOW_READERS = 64 << 20
"""Bytes of one answer that the server keeps, on disk, so that no worker waits for one who reads slowly."""
HIGHEST_PORT = 65535


def serve(app: Flask, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve until the process is told to stop (SIGINT, SIGTERM), then end the workers.

    Raises UsageError where nothing can be served at this host and port.
    """
    with contextlib.ExitStack() as stack:
        stack.callback(close, app)
        listening = stack.enter_context(_listening(host, port))
        server = waitress.create_server(
            app,
            sockets=[listening],
            threads=THREADS,
            ident=None,
            max_request_body_size=MAX_REQUEST_BYTES,
            clear_untrusted_proxy_headers=True,
            channel_request_lookahead=LOOKAHEAD,
            outbuf_high_watermark=KEPT_FOR_SLOW_READERS,
        )
        stack.callback(server.close)
        stack.enter_context(_stopping_on_signals())
        with contextlib.suppress(KeyboardInterrupt):
            server.run()


def check_address(host: str, port: int) -> None:
    """Say before any work that nothing can be served at an address; raises UsageError as `serve` does."""
    _listening(host, port).close()


def _listening(host: str, port: int) -> socket.socket:
    """Listen, before anything else is started that would have to be ended again."""
    if not 0 <= port <= HIGHEST_PORT:
        raise UsageError(f"cannot serve at {host}, port {port}: ports go from 0 to {HIGHEST_PORT}")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(_why_not(error, host, port)) from error
    except UnicodeError as error:
        raise UsageError(f"cannot serve at {host}, port {port}: {error}") from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < HIGHEST_PORT else port - 1
        return (
            f"port {port} is taken by another program: stop that one, or choose another port "
            f"(PORT={other} make demo, or --port {other})"
        )
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user: choose one above 1023 (--port 8000)"
    return f"cannot serve at {host}, port {port}: {error.strerror or error}"


@contextlib.contextmanager
def _stopping_on_signals() -> Iterator[None]:
    """Let SIGTERM and SIGINT end the server, also where a parent had them ignored."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may handle signals
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
