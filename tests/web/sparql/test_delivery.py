"""Large answers come in pieces, and one that is cut never looks complete."""

import contextlib
import gzip
import http.client
import json
import zlib
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from tests.web.running import running

from cityrel.web import close, create_app
from cityrel.web.sparql.delivery import WHOLE, AnswerCut

LIMIT = 1 << 20
"""Bytes of an answer in the front of these tests."""
TEN = "VALUES ?{0} {{ 0 1 2 3 4 5 6 7 8 9 }}"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HOPELESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def rows(exponent: int) -> str:
    """Give a query that has ten to the power of `exponent` rows of some hundred bytes in JSON."""
    return f"SELECT * {{ {' '.join(TEN.format(chr(97 + n)) for n in range(exponent))} }}"


def address_of(query: str, **parameters: str) -> str:
    return "/sparql?" + urlencode({"query": query, **parameters})


@pytest.fixture(scope="module")
def limited(location: str) -> Iterator[FlaskClient]:
    """Give a front whose answers may have `LIMIT` bytes."""
    app = create_app(location, output_limit=LIMIT, workers=1)
    yield app.test_client()
    close(app)


@pytest.fixture(scope="module")
def address(location: str) -> Iterator[str]:
    """Give the address of a running server that stops queries after two seconds."""
    with running(location, "--query-timeout", "2") as served:
        yield served


@pytest.fixture
def connection(address: str) -> Iterator[http.client.HTTPConnection]:
    with contextlib.closing(http.client.HTTPConnection(address, timeout=60)) as opened:
        yield opened


def test_a_small_answer_has_a_length_and_a_large_one_has_none(client: FlaskClient) -> None:
    small, large = client.get(address_of(rows(2))), client.get(address_of(rows(4)))
    assert small.content_length == len(small.data) < WHOLE
    assert large.content_length is None
    assert len(json.loads(large.data)["results"]["bindings"]) == 10_000
    assert len(large.data) > WHOLE


def test_a_small_answer_that_goes_wrong_has_a_status(limited: FlaskClient) -> None:
    response = limited.get(address_of("SELECT (<http://example.org/f>(1) AS ?x) {}"))
    assert response.status_code == 400


def test_an_answer_over_the_limit_is_cut_with_a_sign_and_an_error(limited: FlaskClient) -> None:
    received = b""
    response = limited.get(address_of(rows(6), format="csv"), buffered=False)
    assert response.status_code == 200
    with pytest.raises(AnswerCut):  # noqa: PT012 # the pieces before the error are looked at
        for piece in response.iter_encoded():
            received += piece
    response.close()
    whole, last = received.decode().rsplit("\n", 2)[:2]
    assert last.startswith(f"*** cut: the answer is longer than {LIMIT:,} bytes")
    assert len(whole) > WHOLE


def test_after_a_cut_the_worker_is_free_again(limited: FlaskClient) -> None:
    for _ in range(3):
        with pytest.raises(AnswerCut):
            limited.get(address_of(rows(6)), buffered=True)
    assert limited.get(address_of("ASK {}")).status_code == 200


def test_who_closes_early_frees_the_worker(client: FlaskClient) -> None:
    for _ in range(8):
        client.get(address_of(rows(7)), buffered=False).close()
    assert client.get(address_of("ASK {}")).status_code == 200


def test_only_headers_of_a_large_answer_free_the_worker(client: FlaskClient) -> None:
    for _ in range(8):
        with client.head(address_of(rows(7))) as response:
            assert response.status_code == 200
            assert response.mimetype == "application/sparql-results+json"
            assert response.data == b""
    assert client.get(address_of("ASK {}")).status_code == 200


def test_a_large_answer_arrives_whole(connection: http.client.HTTPConnection) -> None:
    connection.request("GET", address_of(rows(4)))
    response = connection.getresponse()
    assert response.headers["Transfer-Encoding"] == "chunked"
    assert len(json.loads(response.read())["results"]["bindings"]) == 10_000


def test_a_large_answer_is_compressed_on_its_way(connection: http.client.HTTPConnection) -> None:
    connection.request("GET", address_of(rows(4)), headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(json.loads(gzip.decompress(response.read()))["results"]["bindings"]) == 10_000


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_client_notices_that_an_answer_is_cut(connection: http.client.HTTPConnection, coding: str) -> None:
    connection.request("GET", address_of(ENDLESS, format="tsv"), headers={"Accept-Encoding": coding})
    response = connection.getresponse()
    assert response.status == 200
    with pytest.raises(http.client.IncompleteRead) as cut:
        response.read()
    received = cut.value.partial
    if coding == "gzip":
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        received = unpacker.decompress(received)
        assert not unpacker.eof
    assert received.splitlines()[-1].startswith(b"*** cut: the query took longer than 2 s")


def test_where_an_end_of_the_connection_is_the_end_of_the_answer_nothing_is_cut(
    connection: http.client.HTTPConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_http_vsn", 10)
    monkeypatch.setattr(connection, "_http_vsn_str", "HTTP/1.0")
    connection.request("GET", address_of(ENDLESS))
    response = connection.getresponse()
    assert response.status == 503
    assert b"longer than 2 s" in response.read()


def test_an_old_client_gets_a_large_answer_with_its_length(
    connection: http.client.HTTPConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_http_vsn", 10)
    monkeypatch.setattr(connection, "_http_vsn_str", "HTTP/1.0")
    connection.request("GET", address_of(rows(4), format="csv"))
    response = connection.getresponse()
    body = response.read()
    assert int(response.headers["Content-Length"]) == len(body)
    assert body.count(b"\n") == 10_001


def test_who_hangs_up_frees_the_workers(location: str) -> None:
    with running(location, "--query-timeout", "50") as address:
        for _ in range(12):
            gone = http.client.HTTPConnection(address, timeout=60)
            gone.request("GET", address_of(HOPELESS))
            gone.close()
        with contextlib.closing(http.client.HTTPConnection(address, timeout=40)) as connection:
            connection.request("GET", address_of("ASK {}"))
            assert connection.getresponse().status == 200
