"""Addresses: feeds and pages are fetched with limits; what cannot be had is named and the rest is read."""

import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import addresses, count, read

BODY = "Wali kota menandatangani nota kesepahaman dengan kota tetangga di Jepang."
ITEM = f"<item><title>Dua Kota</title><description>{BODY}</description></item>"
FEED = f"<rss version='2.0'><channel>{ITEM}</channel></rss>"
PAGE = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><p>{BODY} São Paulo.</p></body></html>"

Answer = tuple[int, dict[str, str], bytes]


class Site(BaseHTTPRequestHandler):
    """Answers with what stands at a path; `agents` are those who asked."""

    answers: dict[str, Answer]
    agents: list[str | None]

    def do_GET(self) -> None:
        """Answer a request."""
        self.agents.append(self.headers["User-Agent"])
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


Serve = Callable[[dict[str, Answer]], str]


@pytest.fixture
def agents() -> list[str | None]:
    return []


@pytest.fixture
def serve(agents: list[str | None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Give what serves answers on a free port of this machine, and gives the address."""
    monkeypatch.setenv("no_proxy", "*")
    servers: list[ThreadingHTTPServer] = []

    def start(answers: dict[str, Answer]) -> str:
        handler = type("ThisSite", (Site,), {"answers": answers, "agents": agents})
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        Thread(target=servers[-1].serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def html(body: str = PAGE, encoding: str = "utf-8") -> Answer:
    return 200, {"Content-Type": f"text/html; charset={encoding}"}, body.encode(encoding)


def only(address: str) -> Article:
    (article,) = read([address])
    assert isinstance(article, Article), article
    return article


def reason(address: str) -> str:
    (error,) = read([address])
    assert isinstance(error, ReadError)
    assert error.source == address
    return error.reason


def test_the_items_of_a_feed_are_read_and_their_links_not_followed(
    serve: Serve, agents: list[str | None]
) -> None:
    site = serve({"/feed": (200, {"Content-Type": "text/xml"}, FEED.encode())})
    article = only(f"{site}/feed")
    assert (article.source, article.text) == (f"{site}/feed:1", f"Dua Kota\n\n{BODY}")
    (agent,) = agents
    assert agent is not None
    assert agent.startswith("cityrel/")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_page_is_read_in_the_encoding_of_its_headers_with_its_address(serve: Serve, encoding: str) -> None:
    site = serve({"/1": html(encoding=encoding)})
    article = only(f"{site}/1")
    assert (article.source, article.url, article.text) == (f"{site}/1", f"{site}/1", f"{BODY} São Paulo.")


def test_a_redirection_is_followed_and_the_last_address_is_the_articles(serve: Serve) -> None:
    site = serve({"/old": (301, {"Location": "/new"}, b""), "/new": html()})
    assert only(f"{site}/old").url == f"{site}/new"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:text/html,x"])
def test_a_redirection_to_another_scheme_is_refused(serve: Serve, target: str) -> None:
    site = serve({"/1": (302, {"Location": target}, b"")})
    assert reason(f"{site}/1").startswith("cannot be fetched: ")


def test_a_circle_of_redirections_ends(serve: Serve) -> None:
    site = serve({"/1": (302, {"Location": "/1"}, b"")})
    assert reason(f"{site}/1").startswith("cannot be fetched: 302 ")


def test_what_is_not_there_is_named_and_the_rest_is_read(serve: Serve) -> None:
    site = serve({"/1": html()})
    missing, article = read([f"{site}/none", f"{site}/1"])
    assert str(missing) == f"{site}/none: cannot be fetched: 404 Not Found"
    assert isinstance(article, Article)


def test_a_letter_beyond_ascii_in_an_address_is_sent_in_its_coded_form(serve: Serve) -> None:
    site = serve({"/kota%C3%A9": html()})
    assert only(f"{site}/kotaé").text.startswith(BODY)


def test_an_answer_above_the_limit_is_not_read_to_its_end(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "MAX_DOCUMENT_BYTES", 1000)
    site = serve({"/1": html("x" * 100_000)})
    assert reason(f"{site}/1") == "larger than 1,000 bytes"


def test_an_answer_that_comes_too_slowly_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "DEADLINE", 0.0)
    site = serve({"/1": html("x" * 100_000)})
    assert reason(f"{site}/1") == "did not come within 0 seconds"


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(addresses, "SILENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert reason(f"http://127.0.0.1:{silent.getsockname()[1]}/") == (
            "cannot be fetched: no answer within 0 seconds"
        )


def test_an_answer_that_is_cut_off_is_named(serve: Serve) -> None:
    site = serve({"/1": (200, {"Content-Type": "text/html", "Content-Length": "9999"}, PAGE.encode())})
    assert reason(f"{site}/1") == "the connection ended before the answer did"


def test_a_picture_is_named_with_its_kind(serve: Serve) -> None:
    site = serve({"/1": (200, {"Content-Type": "image/gif"}, b"GIF89a")})
    assert reason(f"{site}/1") == "is no feed, page, PDF or text, but image/gif"


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://127.0.0.1:notaport/", "https://\x00/"])
def test_what_is_no_address_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    assert reason(address).startswith("cannot be fetched: ")


def test_how_much_stands_at_an_address_is_not_told_before_it_is_read() -> None:
    assert count(["https://kabar.example/feed"]) is None
