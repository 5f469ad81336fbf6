"""Compression: who takes it gets it, and gets the same."""

import gzip
import zlib
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from cityrel.web.compression import LEAST, compressed, takes_gzip

LONG = "/sparql?query=SELECT * { ?s ?p ?o } LIMIT 100"


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ([], False),
        ([("gzip", 1)], True),
        ([("GZIP", 1)], True),
        ([("*", 0.1)], True),
        ([("br", 1), ("gzip", 0.5)], True),
        ([("gzip", 0)], False),
        ([("gzip", 0), ("*", 1)], False),
        ([("gzip", 0.5), ("identity", 1)], False),
        ([("identity", 0.5), ("*", 0)], False),
        ([("br", 1), ("zstd", 1)], False),
    ],
)
def test_the_weights_decide(accepted: list[tuple[str, float]], taken: bool) -> None:
    assert takes_gzip(accepted) is taken


@given(st.lists(st.binary()))
def test_what_is_compressed_is_the_same_again(pieces: list[bytes]) -> None:
    assert gzip.decompress(b"".join(compressed(pieces))) == b"".join(pieces)


def test_a_stream_that_breaks_off_gives_all_it_had_and_no_end() -> None:
    def broken() -> Iterator[bytes]:
        yield b"the last words"
        raise OSError

    received = b""
    with pytest.raises(OSError):  # noqa: PT012, PT011 # the pieces before the error are looked at
        for piece in compressed(broken()):
            received += piece
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert unpacker.decompress(received) == b"the last words"
    assert not unpacker.eof


@pytest.mark.parametrize("path", [LONG, "/place/1645528.ttl", "/partnerships", "/static/cityrel.css"])
def test_texts_are_compressed_for_those_who_take_it(client: FlaskClient, path: str) -> None:
    with client.get(path) as plain, client.get(path, headers={"Accept-Encoding": "gzip"}) as packed:
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        assert len(packed.data) < len(plain.data)
        assert packed.content_length in (None, len(packed.data))
        assert "Accept-Encoding" in plain.headers["Vary"]
        assert "Accept-Encoding" in packed.headers["Vary"]


def test_a_small_answer_stays_as_it_is(client: FlaskClient) -> None:
    response = client.get("/sparql?query=ASK{}", headers={"Accept-Encoding": "gzip"})
    assert len(response.data) < LEAST
    assert "Content-Encoding" not in response.headers
    assert "Accept-Encoding" in response.headers["Vary"]


def test_a_tag_of_bytes_becomes_one_of_content_and_still_saves_the_way(client: FlaskClient) -> None:
    with client.get("/static/cityrel.css", headers={"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers["ETag"].startswith('W/"')
        assert "Accept-Ranges" not in packed.headers
    known = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}
    with client.get("/static/cityrel.css", headers=known) as again:
        assert again.status_code == 304


def test_a_range_of_a_file_is_not_compressed(client: FlaskClient) -> None:
    wanted = {"Accept-Encoding": "gzip", "Range": "bytes=0-2000"}
    with client.get("/static/cityrel.css", headers=wanted) as response:
        assert "Content-Encoding" not in response.headers


def test_only_headers_are_sent_to_whom_wants_only_headers(client: FlaskClient) -> None:
    answered = client.get(LONG, headers={"Accept-Encoding": "gzip"})
    response = client.head(LONG, headers={"Accept-Encoding": "gzip"})
    assert response.data == b""
    assert response.headers["Content-Length"] == answered.headers["Content-Length"]
