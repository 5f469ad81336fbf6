"""The address of a request: how long it may be, and under which host links are built.

What a visitor sends as host is never made part of a link: the public address is a setting, and where there
is none, it is where the service listens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, current_app, request
from werkzeug.exceptions import RequestURITooLarge


@dataclass(frozen=True, slots=True)
class Addressed:
    """A WSGI application that is always asked under one public address, `scheme://host[:port]`."""

    application: WSGIApplication
    public_url: str

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the application does under the public address."""
        parts = urlsplit(self.public_url)
        environ["wsgi.url_scheme"], environ["HTTP_HOST"] = parts.scheme, parts.netloc
        return self.application(environ, start_response)


def register(app: Flask) -> None:
    """Have an application refuse long addresses, and know its public one where that is configured."""
    app.before_request(_refuse_long)
    if app.config["PUBLIC_URL"]:
        app.wsgi_app = Addressed(app.wsgi_app, app.config["PUBLIC_URL"])  # type: ignore[method-assign]


def _refuse_long() -> None:
    longest = current_app.config["MAX_URL"]
    if len(request.path.encode()) + len(request.query_string) > longest:
        raise RequestURITooLarge(
            f"the address is longer than {longest:,} bytes, the limit here; send a long query by POST"
        )
