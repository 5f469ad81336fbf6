"""WARC: HTML pages become articles, one record at a time; what is broken is named and passed over."""

import gzip
import io
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import warc_records
from cityrel.reading.limits import MAX_ARTICLE_BYTES
from cityrel.reading.warc import MISSING, read_warc

BODY = "Wali kota menandatangani nota kesepahaman dengan kota tetangga di Jepang."
PLAIN, GZIPPED = "plain", "gzipped"
FORMS = (PLAIN, GZIPPED)


def page(text: str = BODY) -> bytes:
    return f"<html><body><article><h1>Dua Kota Bertemu</h1><p>{text}</p></article></body></html>".encode()


def answer(
    body: bytes, status: str = "200 OK", headers: Sequence[str] = ("Content-Type: text/html",)
) -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *headers, "", "")).encode() + body


def record(block: bytes, number: int = 1, kind: str = "response", media: str = "application/http") -> bytes:
    head = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>",
        f"WARC-Target-URI: https://kabar.example/{number}",
        "WARC-Date: 2020-11-20T00:00:00Z",
        f"Content-Type: {media}",
        f"Content-Length: {len(block)}",
        "",
        "",
    )
    return "\r\n".join(head).encode() + block + b"\r\n\r\n"


def archive(form: str, *records: bytes) -> bytes:
    return b"".join(gzip.compress(one) if form == GZIPPED else one for one in records)


def pages(count: int) -> list[bytes]:
    return [record(answer(page(f"{BODY} Ini berita nomor {n}.")), n) for n in range(1, count + 1)]


def read(data: bytes) -> list[Article | ReadError]:
    return list(read_warc("a.warc", io.BytesIO(data)))


def sources(data: bytes) -> list[str]:
    return [found.source for found in read(data) if isinstance(found, Article)]


def errors(data: bytes) -> list[str]:
    return [str(found) for found in read(data) if isinstance(found, ReadError)]


@pytest.mark.parametrize("form", FORMS)
def test_each_page_is_an_article_with_its_address(form: str) -> None:
    first, second = read(archive(form, *pages(2)))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.source, first.url, first.language) == ("a.warc:1", "https://kabar.example/1", "id")
    assert first.text == f"Dua Kota Bertemu\n{BODY} Ini berita nomor 1."
    assert second.text.endswith("nomor 2.")


def test_the_day_of_the_crawl_is_not_taken_for_that_of_publication() -> None:
    (article,) = read(archive(PLAIN, *pages(1)))
    assert isinstance(article, Article)
    assert article.published is None


def test_what_is_no_html_page_is_passed_over() -> None:
    records = (
        record(b"software: none\r\n", kind="warcinfo", media="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(answer(b"GIF89a", headers=("Content-Type: image/gif",))),
        record(answer(page(), status="404 Not Found")),
        record(answer(page(), headers=("Content-Type: application/xhtml+xml; charset=utf-8",))),
    )
    assert sources(archive(GZIPPED, *records)) == ["a.warc:5"]
    assert errors(archive(GZIPPED, *records)) == []


def test_an_answer_is_decoded_as_its_headers_say() -> None:
    packed = gzip.compress(page(f"{BODY} São Paulo juga hadir.").decode().encode("iso-8859-1"))
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = (
        "Content-Type: text/html; charset=ISO-8859-1",
        "Content-Encoding: gzip",
        "Transfer-Encoding: chunked",
    )
    (article,) = read(archive(PLAIN, record(answer(chunks, headers=headers))))
    assert isinstance(article, Article)
    assert article.text.endswith("São Paulo juga hadir.")


def test_an_answer_that_cannot_be_decoded_is_named_and_the_next_is_read() -> None:
    broken = record(answer(b"no gzip", headers=("Content-Type: text/html", "Content-Encoding: gzip")))
    data = archive(PLAIN, broken, *pages(1))
    assert sources(data) == ["a.warc:2"]
    (error,) = errors(data)
    assert error.startswith("a.warc:1: the answer of https://kabar.example/1 cannot be decoded: ")


def test_a_page_without_text_is_named() -> None:
    (error,) = errors(archive(PLAIN, record(answer(b"<html><body></body></html>"))))
    assert error.startswith("a.warc:1: there is no text in this page")


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_above_the_limit_is_named_and_the_next_is_read(packed: bool) -> None:
    body = page("kota " * MAX_ARTICLE_BYTES)
    headers = ("Content-Type: text/html", *(("Content-Encoding: gzip",) if packed else ()))
    huge = record(answer(gzip.compress(body, 1) if packed else body, headers=headers))
    data = archive(GZIPPED, huge, *pages(1))
    assert errors(data) == ["a.warc:1: larger than the limit of 5,000,000 bytes an article"]
    assert sources(data) == ["a.warc:2"]


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_between_records_is_named_and_the_rest_is_read(form: str) -> None:
    first, second, third = (archive(form, one) for one in pages(3))
    data = first + b"\x00not a record\r\n" * 30 + second + third
    assert sources(data) == ["a.warc:1", "a.warc:3", "a.warc:4"]
    (error,) = errors(data)
    assert error.startswith("a.warc:2: the archive is broken here: ")


def test_a_damaged_member_is_named_and_the_rest_is_read() -> None:
    first, second, third = (archive(GZIPPED, one) for one in pages(3))
    damaged = second[:60] + b"X" * 40 + second[100:]
    assert sources(first + damaged + third) == ["a.warc:1", "a.warc:3"]
    (error,) = errors(first + damaged + third)
    assert error.startswith("a.warc:2: the archive is broken here: ")


@pytest.mark.parametrize("form", FORMS)
def test_an_archive_that_is_cut_off_says_so_wherever_it_ends(form: str) -> None:
    whole = archive(form, *pages(1))
    last = archive(form, *pages(2)[1:])
    end = len(last) - (4 if form == PLAIN else 0)  # the two line ends behind a record are not missed
    for length in range(1, end, 7):
        data = whole + last[:length]
        assert "a.warc:1" in sources(data)
        assert len(errors(data)) == 1, length
        assert errors(data)[0].startswith(("a.warc:2: ", "a.warc:3: the record is cut off"))


def test_an_archive_with_breaks_everywhere_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MOST_BREAKS", 3)
    data = b"\x1f\x8b\x08 no member " * 10 + archive(GZIPPED, *pages(1))
    assert (sources(data), len(errors(data))) == ([], 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ": there is no HTML page in this archive"),
        (record(b"", kind="warcinfo", media="text/plain"), ": there is no HTML page in this archive"),
        (page(), ":1: the archive is broken here: Invalid WARC header"),
    ],
)
def test_what_is_no_archive_of_pages_is_one_error(data: bytes, reason: str) -> None:
    assert errors(data) == [f"a.warc{reason}"]


def test_an_archive_is_never_in_memory_as_a_whole() -> None:
    """A reader that was asked for more than some pieces at a time would have to hold them."""

    class Watched(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.largest = max(self.largest, len(data))
            return data

    filler = record(answer(b"x" * 20_000_000, headers=("Content-Type: image/png",)))
    stream = Watched(archive(PLAIN, filler, *pages(1)))
    assert [found.source for found in read_warc("a.warc", stream)] == ["a.warc:2"]
    assert stream.largest <= 1 << 20


def test_without_its_library_an_archive_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert errors(archive(PLAIN, *pages(1))) == [f"a.warc: {MISSING}"]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_damage_leaves_articles_or_errors_that_name_the_archive(data: st.DataObject) -> None:
    whole = archive(data.draw(st.sampled_from(FORMS)), *pages(3))
    at = data.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + data.draw(st.binary(max_size=40)) + whole[at + data.draw(st.integers(0, 40)) :]
    assert {found.source.partition(":")[0] for found in read(damaged)} == {"a.warc"}
