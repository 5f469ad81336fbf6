"""What is noted of one request: never who sent it, nor what was asked.

The application is wrapped, so that an answer counts when its last byte is taken, and one that its asker left
counts as such.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, request

from cityrel.errors import CityrelError

KEY = "cityrel.observation"
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
OK, CLIENT_GONE = "ok", "client_gone"
"""The outcomes of a query that was answered, and of one whose asker did not wait for the answer."""


@dataclass(slots=True)
class Observation:
    """One request: its method, the pattern of its path, and what became of it.

    `outcome` is that of its query, None where it held none. `began` and `ended` are readings of a clock that
    only goes forward, in seconds; `at` is the time of day, in seconds since 1970.
    """

    method: str
    route: str = ""
    status: int = 0
    size: int = 0
    outcome: str | None = None
    at: float = field(default_factory=time.time)
    began: float = field(default_factory=time.perf_counter)
    ended: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended - self.began


@dataclass(frozen=True, slots=True)
class Observing:
    """A WSGI application that tells `note` of each request when its answer is done with."""

    application: WSGIApplication
    note: Callable[[Observation], None]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the application does."""
        method = environ["REQUEST_METHOD"]
        seen = environ[KEY] = Observation(method if method in METHODS else "other")

        def starting(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            seen.status = int(status.partition(" ")[0])
            return start_response(status, headers, exc_info)

        return _Body(self.application(environ, starting), seen, self.note)


class _Body:
    """The body of an answer, whose bytes are counted."""

    def __init__(
        self, pieces: Iterable[bytes], seen: Observation, note: Callable[[Observation], None]
    ) -> None:
        self._pieces, self._seen, self._note = pieces, seen, note
        self._whole = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self._pieces:
                self._seen.size += len(piece)
                yield piece
        except CityrelError as error:  # an answer that had begun, and could not be made whole
            self._seen.outcome = error.outcome
            raise
        self._whole = True

    def close(self) -> None:
        """Let go of the body, and tell of the request, once."""
        try:
            getattr(self._pieces, "close", lambda: None)()
        finally:
            if not self._seen.ended:
                self._tell()

    def _tell(self) -> None:
        self._seen.ended = time.perf_counter()
        if self._seen.outcome == OK and not self._whole:
            self._seen.outcome = CLIENT_GONE
        self._note(self._seen)


def current() -> Observation | None:
    """Give the observation of the request that is being answered; None where nobody observes."""
    return cast("Observation | None", request.environ.get(KEY)) if request else None


def register(app: Flask, note: Callable[[Observation], None]) -> None:
    """Have an application's requests observed."""
    app.before_request(_note_route)
    app.wsgi_app = Observing(app.wsgi_app, note)  # type: ignore[method-assign]


def _note_route() -> None:
    seen = current()
    if seen:
        seen.route = request.url_rule.rule if request.url_rule else ""
