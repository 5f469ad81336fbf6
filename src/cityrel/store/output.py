"""What a worker sends back of one answer: its bytes in parts, as they are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cityrel.errors import OutputExceeded

Form = Literal["solutions", "boolean", "triples"]

PART = 64 << 10
"""Bytes of a part; the last one may be shorter."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some bytes of an answer, with the answer's form and the key of its format; `last` ends the answer."""

    form: Form
    format: str
    body: bytes
    last: bool


class Output:
    """A file to write an answer to, which sends it on part by part and keeps no more than one.

    Sending waits until the reader takes the part, so that an answer is made no faster than it is read.
    `limit` is in bytes; what goes beyond it raises OutputExceeded.
    """

    def __init__(self, send: Callable[[Part], None], form: Form, chosen: str, limit: int) -> None:
        self._send, self._form, self.format, self._limit = send, form, chosen, limit
        self._buffer, self._sent = bytearray(), 0

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""
        self._buffer += data
        if self._sent + len(self._buffer) > self._limit:
            raise OutputExceeded(
                f"the answer is longer than {self._limit:,} bytes, the limit here; "
                "ask for fewer rows (LIMIT and OFFSET), fewer variables, or take a dump"
            )
        if len(self._buffer) > PART:
            self._send_part(last=False)
        return len(data)

    def flush(self) -> None:
        """Do nothing: parts are sent when they are full."""

    def finish(self) -> None:
        """Send what is left as the last part."""
        self._send_part(last=True)

    def _send_part(self, *, last: bool) -> None:
        self._send(Part(self._form, self.format, bytes(self._buffer), last))
        self._sent += len(self._buffer)
        self._buffer.clear()
