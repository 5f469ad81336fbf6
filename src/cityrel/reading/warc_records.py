"""The records of a WARC file (ISO 28500), one after the other; past a broken one, the next to be found."""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from cityrel.reading.limits import MAX_ARTICLE_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

GZIP_START, PLAIN_START = re.compile(rb"\x1f\x8b\x08"), re.compile(rb"(?<=\n)WARC/1\.[01]\r?\n")
LONGEST_START = 12
CHUNK = 1 << 20
CUT_OFF = "the record is cut off"
MOST_BREAKS = 1000
"""Places at which an archive may be broken until the rest of it is given up."""
PAGES = ("text/html", "application/xhtml+xml")
SERVED = 200
MAX_BLOCK_BYTES = MAX_ARTICLE_BYTES + (64 << 10)
"""A page with its HTTP headers. More of a record is not read."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read, by its number in the archive, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page as it was served, with the encoding that its HTTP headers state."""

    body: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class Response:
    """A record of an HTTP answer: its number in the archive, the address asked, the answer as it came."""

    number: int
    address: str
    block: bytes

    def page(self) -> Page | None:
        """Give the page that was served, None where it was something else.

        A page larger than `limits.MAX_ARTICLE_BYTES` comes with one byte more than that. Raises OSError
        where its encoding (chunked, gzip) is unknown or broken.
        """
        answer = self._parsed("none")
        if answer.http_headers.status_code != SERVED or answer.http_content_type not in PAGES:
            return None
        if len(self.block) <= MAX_BLOCK_BYTES:
            answer = self._parsed("all")
        return Page(answer.reader.read(MAX_ARTICLE_BYTES + 1), answer.http_charset)

    def _parsed(self, decode: Literal["none", "all"]) -> "WarcRecord":
        from fastwarc.warc import WarcRecord, WarcRecordType

        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.is_http = True
        record.set_bytes_content(self.block)
        record.parse_http(auto_decode=decode)
        return record


def responses(stream: BinaryIO) -> Iterator[Response | Broken]:
    """Give the records of HTTP answers and, where the archive is broken, why; then what can be found behind.

    `stream` can be sought in. A place that is broken counts as a record. Raises ImportError where the library
    is not installed.
    """
    number, start, sound = 0, 0, True
    for _ in range(MOST_BREAKS):
        try:
            for record in _records_from(stream, start):
                number, start, sound = number + 1, record.stream_pos, True
                for found in _response(number, record):
                    sound = isinstance(found, Response)
                    yield found
        except OSError as error:
            number += sound
            yield from [Broken(number, f"the archive is broken here: {error}")] if sound else []
            following = _next_start(stream, start + 1)
            if following is None:
                return
            start, sound = following, False
        else:
            if sound and _is_cut_off(stream, start):
                yield Broken(number + 1, CUT_OFF)
            return


def _records_from(stream: BinaryIO, start: int) -> Iterator["WarcRecord"]:
    from fastwarc.warc import ArchiveIterator

    stream.seek(start)
    yield from ArchiveIterator(stream, parse_http=False)


def _response(number: int, record: "WarcRecord") -> Iterator[Response | Broken]:
    """Give a record as it is needed, if it holds an HTTP answer; raises OSError where it cannot be read."""
    from fastwarc.warc import WarcRecordType

    if "Content-Length" not in record.headers:
        yield Broken(number, CUT_OFF)
    elif record.record_type is WarcRecordType.response and record.is_http:
        block = record.reader.read(MAX_BLOCK_BYTES + 1)
        whole = len(block) == min(record.content_length, MAX_BLOCK_BYTES + 1) > 0
        address = record.headers.get("WARC-Target-URI") or ""
        yield Response(number, address.strip("<> "), block) if whole else Broken(number, CUT_OFF)


def _next_start(stream: BinaryIO, position: int) -> int | None:
    """Find where the next record may begin: a member of a gzipped archive, or the first line of a record."""
    stream.seek(0)
    pattern = GZIP_START if GZIP_START.match(stream.read(LONGEST_START)) else PLAIN_START
    stream.seek(position)
    kept = b""
    while chunk := stream.read(CHUNK):
        window = kept + chunk
        found = pattern.search(window)
        if found:
            return position - len(kept) + found.start()
        position, kept = position + len(chunk), window[-LONGEST_START:]
    return None


def _is_cut_off(stream: BinaryIO, start: int) -> bool:
    """Tell whether a gzipped archive ends within a member; its last one begins at `start` or behind."""
    stream.seek(0)
    if not GZIP_START.match(stream.read(LONGEST_START)):
        return False
    stream.seek(start)
    try:
        with gzip.GzipFile(fileobj=stream) as members:
            while members.read(CHUNK):
                pass
    except (EOFError, OSError, zlib.error):
        return True
    return False
