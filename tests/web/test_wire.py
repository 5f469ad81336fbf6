"""Requests that are made to be misread, over raw sockets: `requests.toml` holds them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.service import Service, serving, statuses

CASES = tomllib.loads((Path(__file__).parent / "requests.toml").read_text(encoding="utf-8"))
HIDDEN = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
STANDS_FOR = {"HIDDEN": HIDDEN, "BIG": "x" * 0x30000, "LONG": "x" * 3000}
LIMITS = ("--max-url", "2", "--max-head", "16", "--max-body", "64", "--receive-timeout", "2")


@pytest.fixture(scope="module")
def service(location: str) -> Iterator[Service]:
    """Give a service with low limits."""
    with serving(location, "--processes", "1", "--workers", "1", *LIMITS) as running:
        yield running
        status, said = running.stop()
        assert status == 0
        assert "Traceback" not in said


def written(request: str) -> bytes:
    for word, text in STANDS_FOR.items():
        request = request.replace(word, text)
    return request.encode("latin-1")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_request_is_refused_or_answered_and_never_becomes_two(
    service: Service, case: dict[str, Any]
) -> None:
    answers = service.raw(written(case["request"]))
    allowed = [[status] for status in case["statuses"]] if "statuses" in case else [[]]
    assert statuses(answers) in allowed, answers[:500]
    assert b'"status":"ok"' not in answers
    assert b"Set-Cookie" not in answers
    assert b"evil.example" not in answers.partition(b"\r\n\r\n")[0].replace(b"Location: /evil.example", b"")


def test_requests_in_a_row_are_answered_in_their_order(service: Service) -> None:
    first = "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n"
    post = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    chunked = f"{post}Transfer-Encoding: chunked\r\n\r\n3\r\nASK\r\n3;a=b\r\n {{}}\r\n0\r\n\r\n"
    counted = f"{post}Content-Length: 5\r\n\r\nASK{{}}"
    answers = service.raw(f"\r\n{first}{chunked}{counted}{HIDDEN}".encode())
    assert statuses(answers) == [404, 200, 200, 200]
    assert answers.count(b'"boolean":true') == 2
    assert b'"status":"ok"' in answers


def test_a_host_that_is_sent_is_in_no_answer(service: Service) -> None:
    for path in ("/", "/partnerships", "/sparql", "/place/1645528", "/nothing", "/place/1645528.ttl"):
        for accept in ("text/html", "text/turtle", "*/*"):
            status, body = service.get(path, Host="evil.example", Accept=accept)
            assert status in (200, 303, 400, 404, 406)
            assert b"evil.example" not in body
