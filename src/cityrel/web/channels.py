"""Connections, and the server that keeps them: waitress with limits for the slow, and a graceful stop."""

import math
import time
from typing import Any
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from cityrel.settings import Settings
from cityrel.settings.service import KILOBYTE
from cityrel.web.parsing import StrictParser

LOOK_EVERY = 1
"""Seconds between looks at how long connections have been silent or slow."""
KEPT_FOR_SLOW_READERS = 64 << 20
"""Bytes of one answer that the server keeps, on disk, so that no worker waits for one who reads slowly."""
LAST_WORDS = 1.0
"""Seconds that a request gets, when the service stops, to come in whole."""


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection. `since` is when it began what it does now, receiving a request or answering one.

    Its clock only goes forward; `last_activity`, which waitress notes, is a time of day.
    """

    parser_class = StrictParser

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.since, self._doing = time.monotonic(), None
        super().__init__(*arguments, **options)

    def received(self, data: bytes) -> bool:
        """Take some bytes."""
        taken = bool(super().received(data))
        self.note()
        return taken

    def service(self) -> None:
        """Answer a request; the last one where the server stops."""
        if self.server.stopping and self.requests:
            self.requests[0].headers["CONNECTION"] = "close"
        super().service()

    def note(self) -> None:
        """Notice whether another request is being received or answered than at the last look."""
        doing = next(iter(self.requests), self.request)  # another thread may take the first one away
        if doing is not self._doing and not (doing is None and self.total_outbufs_len):
            self.since, self._doing = time.monotonic(), doing

    @property
    def busy(self) -> bool:
        """Whether an answer is being made or sent."""
        return bool(self.requests or self.total_outbufs_len)

    def lapsed(self, settings: Settings) -> bool:
        """Say whether this has taken longer than it may."""
        self.note()
        taken = time.monotonic() - self.since
        if self.busy:
            return taken > settings.send_timeout
        if self.request is not None:
            return taken > settings.receive_timeout
        return self.silent > settings.idle_timeout

    @property
    def silent(self) -> float:
        """Seconds since something was sent or received."""
        return time.time() - float(self.last_activity)


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Serves an application on a socket that listens already."""

    channel_class = Channel

    def __init__(self, app: WSGIApplication, listening: Any, settings: Settings) -> None:
        self.settings = settings
        self._look_at, self._stop_at = 0.0, math.inf
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
        self._stop_at = 0.0 if self.stopping else time.monotonic() + self.settings.stop_timeout
        self.pull_trigger()

    def run(self) -> None:
        """Serve until `stop` is called."""
        while not self.stopping:
            self._turn()
        self.del_channel()
        self.socket.close()
        while self.active_channels and time.monotonic() < self._stop_at:
            self._turn()
            self._close_done()
        self.task_dispatcher.shutdown(timeout=LAST_WORDS)

    def close(self) -> None:
        """Close all connections and let go of everything."""
        for channel in list(self.active_channels.values()):
            channel.handle_close()
        super().close()

    def maintenance(self, now: float) -> None:
        """Do nothing: waitress calls this when it may still wait for the connections that we would close."""

    def _close_slow(self) -> None:
        for channel in list(self.active_channels.values()):
            if channel.lapsed(self.settings):
                channel.handle_close()

    def _close_done(self) -> None:
        for channel in list(self.active_channels.values()):
            received = channel.request is None or channel.silent > LAST_WORDS
            if received and not channel.busy:
                channel.handle_close()

    def _turn(self) -> None:
        """Wait until something can be received or sent, and do that; now and then, look who is too slow."""
        wasyncore.loop(timeout=LOOK_EVERY, map=self._map, use_poll=True, count=1)
        if time.monotonic() >= self._look_at:
            self._look_at = time.monotonic() + LOOK_EVERY
            self._close_slow()


def _adjustments(listening: Any, settings: Settings) -> Adjustments:
    """Give waitress's settings. It reads ahead in a connection, to notice when its visitor has gone."""
    return Adjustments(
        sockets=[listening],
        threads=settings.threads,
        ident=None,
        connection_limit=settings.connections,
        channel_request_lookahead=1,
        outbuf_high_watermark=KEPT_FOR_SLOW_READERS,
        max_request_header_size=settings.max_head * KILOBYTE,
        max_request_body_size=settings.max_body * KILOBYTE + 1,
        clear_untrusted_proxy_headers=True,
        log_socket_errors=False,
    )
