"""A bound on how long, and how large, one response of a server may become.

The client's own time-out runs anew with every byte that comes, and some servers send blanks while a model
thinks. Importing this module needs the extra `llm`.
"""

from collections.abc import Iterator
from time import monotonic

from httpx2 import Client, ReadTimeout, Request, Response, SyncByteStream
from openai import DefaultHttpxClient

MOST_BYTES = 10_000_000
"""Bytes of the longest response: far more than any answer has."""


class _Bounded(SyncByteStream):
    """A body that ends in a time-out once its time is over, or where it is beyond measure."""

    def __init__(self, body: SyncByteStream, deadline: float) -> None:
        self._body, self._deadline = body, deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._body:
            size += len(chunk)
            if size > MOST_BYTES or monotonic() > self._deadline:
                raise ReadTimeout("the response goes on and on")
            yield chunk

    def close(self) -> None:
        self._body.close()


def patient_client(timeout: float) -> Client:
    """Give an HTTP client that follows no redirects, and waits so many seconds for a whole response."""
    begun = monotonic()

    def begin(_request: Request) -> None:
        nonlocal begun
        begun = monotonic()

    def bound(response: Response) -> None:
        if isinstance(response.stream, SyncByteStream):
            response.stream = _Bounded(response.stream, begun + timeout)

    return DefaultHttpxClient(
        follow_redirects=False, timeout=timeout, event_hooks={"request": [begin], "response": [bound]}
    )
