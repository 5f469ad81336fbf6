"""How an answer reaches its asker: whole where it is small, piece by piece where it is large.

An answer that has to end midway must not look complete: the connection ends without the last chunk, which
every HTTP/1.1 client takes for an error (RFC 9112, 8), and its last line says why. HTTP/1.0 has no chunks, so
that there nothing is sent before all of it is there.
"""

import contextlib
import logging
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from flask import Response, request
from waitress.channel import ClientDisconnected

from cityrel.errors import CityrelError
from cityrel.store.replies import Reply
from cityrel.web.problems import message_of

log = logging.getLogger(__name__)

WHOLE = 256 << 10
"""Bytes up to which an answer is sent whole; until then what is wrong still becomes a status of its own."""
PIECE = 64 << 10
"""Bytes that are sent at once."""

CUT = "\n*** cut: {reason}\n"
"""The last line of an answer that is not whole, which no format allows."""


class AnswerCut(CityrelError, ClientDisconnected):  # type: ignore[misc] # waitress has no types
    """An answer ends midway. To the server this is as if its reader had gone: it ends the connection."""

    def __init__(self, reason: CityrelError) -> None:
        super().__init__(str(reason))
        self.outcome = reason.outcome


def deliver(reply: Reply) -> Response:
    """Give the response with the bytes of a reply, which is closed with it.

    HEAD gets the same response; its body is never worked out further than here. Raises what the reply raises
    while nothing is sent yet.
    """
    with contextlib.ExitStack() as on_error:
        on_error.callback(reply.close)
        response = _response(iter(reply))
        on_error.pop_all()
    if response.is_streamed:
        response.call_on_close(reply.close)
    return response


def _response(pieces: Iterator[bytes]) -> Response:
    if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0" and request.method != "HEAD":
        return _from_file(pieces)
    start = bytearray()
    for piece in pieces:
        start += piece
        if len(start) > WHOLE:
            return Response(_stream(bytes(start), pieces))
    return Response(bytes(start))


def _stream(start: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    try:
        yield from pieces
    except CityrelError as error:
        log.warning("an answer was cut: %s", error)
        yield CUT.format(reason=message_of(error)).encode()
        raise AnswerCut(error) from error


def _from_file(pieces: Iterator[bytes]) -> Response:
    """Wait for the end, on disk if need be, to tell the length."""
    file = SpooledTemporaryFile(max_size=WHOLE)  # noqa: SIM115 # the response closes it
    with contextlib.ExitStack() as on_error:
        on_error.callback(file.close)
        file.writelines(pieces)
        on_error.pop_all()
    length = file.tell()
    file.seek(0)
    response = Response(iter(lambda: file.read(PIECE), b""), headers={"Content-Length": str(length)})
    response.call_on_close(file.close)
    return response
