"""A stand-in for an OpenAI-compatible server: scripted answers, good and bad; it notes what it got."""

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LISTS = ("stages", "holdings", "events", "quotations", "topics")
AT_ONCE = {"retry-after-ms": "1"}
"""What makes a client try again without waiting."""


@dataclass(frozen=True)
class Response:
    """What the server sends.

    `delay` are seconds before it, `drop` ends the connection without a word, `blanks` are so many sent before
    the body, one every 20 milliseconds.
    """

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drop: bool = False
    blanks: int = 0


def answer(**lists: Sequence[Mapping[str, Any]]) -> Response:
    """Give a well-formed answer with the items of some lists."""
    return says(json.dumps({name: lists.get(name, []) for name in LISTS}))


def says(
    content: str | None,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    usage: Mapping[str, Any] | None = None,
    delay: float = 0.0,
) -> Response:
    """Give a chat completion with any content."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    completion = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "stub",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100} if usage is None else usage,
    }
    return Response(json.dumps(completion), delay=delay)


def fails(status: int, message: str = "no", code: str | None = None, **headers: str) -> Response:
    """Give an error in the form of the API; the client may try again at once."""
    error = {"error": {"message": message, "type": "error", "code": code}}
    return Response(json.dumps(error), status, {**AT_ONCE, **headers})


@dataclass
class Stub:
    """The server's script, of which the last response is repeated, and the requests it got."""

    url: str = ""
    script: list[Response] = field(default_factory=lambda: [answer()])
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def will(self, *responses: Response) -> None:
        """Set the script."""
        self.script = list(responses)

    def take(self, headers: Mapping[str, str], body: bytes) -> Response:
        """Note a request, and give the next response."""
        with self._lock:
            self.headers.append({name.lower(): value for name, value in headers.items()})
            self.requests.append(json.loads(body))
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def serving() -> Iterator[Stub]:
    """Run the server on a free port of this machine."""
    stub = Stub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield stub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            response = stub.take(dict(self.headers), body)
            time.sleep(response.delay)
            if response.drop:
                self.close_connection = True
                return
            self._send(response)

        def _send(self, response: Response) -> None:
            content = response.body.encode()
            try:
                self.send_response(response.status)
                for name, value in {"content-type": "application/json", **response.headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(response.blanks + len(content)))
                self.end_headers()
                for _ in range(response.blanks):
                    self.wfile.write(b" ")
                    time.sleep(0.02)
                self.wfile.write(content)
            except OSError:
                self.close_connection = True  # the client has given up waiting

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

    return Handler
