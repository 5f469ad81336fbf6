"""Connections, and the server that keeps them: waitress with limits for the slow, and a graceful stop."""

import math
import time
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from cityrel.settings import Settings
from cityrel.settings.service import KILOBYTE
from cityrel.web.parsing import StrictParser

LOOK_EVERY = 1
"""Seconds between looks at how long connections have been silent or slow."""
LAST_WORDS = 1.0
"""Seconds that a request gets, when the service stops, to come in whole."""


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection. `since` is when it began what it does now: receiving a request, or answering one."""

    parser_class = StrictParser

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.since, self._doing = time.time(), None
        super().__init__(*arguments, **options)

    def received(self, data: bytes) -> bool:
        """Take some bytes."""
        taken = bool(super().received(data))
        self.note(time.time())
        return taken

    def service(self) -> None:
        """Answer a request; the last one where the server stops."""
        if self.server.stopping and self.requests:
            self.requests[0].headers["CONNECTION"] = "close"
        super().service()

    def note(self, now: float) -> None:
        """Notice whether another request is being received or answered than at the last look."""
        doing = next(iter(self.requests), self.request)  # another thread may take the first one away
        if doing is not self._doing and not (doing is None and self.total_outbufs_len):
            self.since, self._doing = now, doing

    @property
    def busy(self) -> bool:
        """Whether an answer is being made or sent."""
        return bool(self.requests or self.total_outbufs_len)

    def lapsed(self, settings: Settings, now: float) -> bool:
        """Say whether this has taken longer than it may."""
        self.note(now)
        if self.busy:
            return now - self.since > settings.send_timeout
        if self.request is not None:
            return now - self.since > settings.receive_timeout
        return bool(now - self.last_activity > settings.idle_timeout)


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Serves an application on a socket that listens already."""

    channel_class = Channel

    def __init__(self, app: Flask, listening: Any, settings: Settings) -> None:
        self.settings = settings
        self._stop_at = math.inf
        super().__init__(
            app,
            _sock=listening,
            bind_socket=False,
            sockinfo=(listening.family, listening.type, listening.proto, listening.getsockname()),
            adj=_adjustments(listening, settings),
        )

    @property
    def stopping(self) -> bool:
        """Whether no new connections are taken."""
        return self._stop_at < math.inf

    def stop(self) -> None:
        """Have `run` end when what runs has finished, or its time is over; asked twice, at once.

        May be called by a signal's handler and from any thread.
        """
        self._stop_at = 0.0 if self.stopping else time.time() + self.settings.stop_timeout
        self.pull_trigger()

    def run(self) -> None:
        """Serve until `stop` is called."""
        while not self.stopping:
            self._turn()
        self.del_channel()
        self.socket.close()
        while self.active_channels and time.time() < self._stop_at:
            self._turn()
            self.maintenance(time.time())
        self.task_dispatcher.shutdown(timeout=LAST_WORDS)

    def close(self) -> None:
        """Close all connections and let go of everything."""
        for channel in list(self.active_channels.values()):
            channel.handle_close()
        super().close()

    def maintenance(self, now: float) -> None:
        """Close connections that are too slow and, when the server stops, those that are done."""
        for channel in list(self.active_channels.values()):
            if channel.lapsed(self.settings, now) or (self.stopping and self._is_done(channel, now)):
                channel.handle_close()

    def _is_done(self, channel: Channel, now: float) -> bool:
        received = channel.request is None or now - channel.last_activity > LAST_WORDS
        return not channel.busy and received

    def _turn(self) -> None:
        wasyncore.loop(timeout=LOOK_EVERY, map=self._map, use_poll=True, count=1)


def _adjustments(listening: Any, settings: Settings) -> Adjustments:
    """Give waitress's settings. It reads ahead in a connection, to notice when its visitor has gone."""
    return Adjustments(
        sockets=[listening],
        threads=settings.threads,
        ident=None,
        connection_limit=settings.connections,
        cleanup_interval=LOOK_EVERY,
        channel_request_lookahead=1,
        max_request_header_size=settings.max_head * KILOBYTE,
        max_request_body_size=settings.max_body * KILOBYTE + 1,
        clear_untrusted_proxy_headers=True,
        log_socket_errors=False,
    )
