"""The service as its settings say: where it listens, and in how many processes."""

import socket
from collections.abc import Callable
from dataclasses import replace

from cityrel.settings import Settings
from cityrel.web.app import create_app
from cityrel.web.listening import listening
from cityrel.web.processes import serve_many
from cityrel.web.server import serve_on

ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - to tell what such a service is called here
"""How a service that listens everywhere is reached from its own machine."""


def run(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until told to stop; calls `ready` with the address when requests are answered.

    Raises UsageError where nothing can be served like this, StoreError where there is no store to read.
    """
    with listening(settings.host, settings.port) as opened:
        address = _origin(opened)
        public = replace(settings, public_url=settings.public_url or address)
        if settings.processes > 1:
            serve_many(opened, public, lambda: ready(address))
        else:
            app = create_app(public.store, settings=public)
            ready(address)
            serve_on(opened, app, public)


def _origin(opened: socket.socket) -> str:
    """Give the address under which a socket is reached from this machine."""
    host, port = opened.getsockname()[:2]
    named = ANY_ADDRESS.get(host) or (f"[{host}]" if opened.family == socket.AF_INET6 else host)
    return f"http://{named}:{port}"
