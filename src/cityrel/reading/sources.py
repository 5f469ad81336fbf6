"""Where articles come from: files, folders, addresses and standard input, each in a format that is read."""

import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import cast

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import formats, html
from cityrel.reading.addresses import fetch, is_address
from cityrel.reading.formats import HTML, SNIFFED_BYTES, TEXT, Format

STANDARD_INPUT = "-"
BESIDE_ARTICLES = frozenset({".json"})
"""Suffixes of what may lie beside articles in a folder (gold facts, metadata) and is passed over."""


def read(sources: Iterable[str | Path]) -> Iterator[Article | ReadError]:
    """Give the articles of files, folders (recursively, in sorted order), addresses and `-`, standard input.

    What cannot be read is given as a ReadError that names it and says why; the rest goes on. An article may
    hold `limits.MAX_ARTICLE_BYTES`. The format of an address and of standard input is told by how it begins.
    """
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield from _read_standard_input()
        elif is_address(str(source)):
            yield from _read_address(str(source))
        else:
            yield from _read_path(Path(source))


def count(sources: Iterable[str | Path]) -> int | None:
    """Give how many articles and errors `read` will give, or None where that cannot be told without reading.

    That is so for standard input, addresses and WARC. A file of JSON lines counts by its lines, a feed by its
    items, any other file as one.
    """
    total = 0
    for number in (number for source in sources for number in _counts(str(source))):
        if number is None:
            return None
        total += number
    return total


def _counts(source: str) -> Iterator[int | None]:
    if source == STANDARD_INPUT or is_address(source):
        yield None
        return
    path = Path(source)
    for file in _walk(path) if path.is_dir() else [path]:
        yield 1 if isinstance(file, ReadError) else _count_file(file)


def _count_file(path: Path) -> int | None:
    known = formats.of_name(path.name)
    try:
        if known is None or not path.is_file():
            return 1
        with path.open("rb") as stream:
            return known.count(stream)
    except OSError:
        return 1  # reading it will say why


def _read_path(path: Path) -> Iterator[Article | ReadError]:
    try:
        if path.is_dir():
            yield from _read_folder(path)
        elif path.exists():
            yield from _read_file(path)
        else:
            yield ReadError(str(path), "there is no such file or folder")
    except (OSError, ValueError) as error:
        yield ReadError(str(path), _reason(error))


def _read_folder(folder: Path) -> Iterator[Article | ReadError]:
    empty = True
    for path in _walk(folder):
        empty = False
        yield from [path] if isinstance(path, ReadError) else _read_file(path)
    if empty:
        yield ReadError(str(folder), f"no article in this folder; they end in {formats.known_suffixes()}")


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Give the files of a folder that may be articles; links to folders are not followed, lest they turn."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield ReadError(str(folder), _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from () if entry.is_symlink() else _walk(entry)
        elif entry.suffix.lower() not in BESIDE_ARTICLES:
            yield entry


def _read_file(path: Path) -> Iterator[Article | ReadError]:
    source, known = str(path), formats.of_name(path.name)
    if known is None:
        kind = path.suffix or "(no ending)"
        yield ReadError(source, f"unknown kind of file {kind}; known are {formats.known_suffixes()}")
    elif not path.is_file() and path.exists():
        yield ReadError(source, "is not a regular file")
    else:
        yield from _read_open(source, path, known)


def _read_open(source: str, path: Path, known: Format) -> Iterator[Article | ReadError]:
    try:
        with path.open("rb") as stream:
            yield from known.read(source, stream)
    except OSError as error:
        yield ReadError(source, _reason(error))


def _read_address(address: str) -> Iterator[Article | ReadError]:
    """Read the feed, page or other document at an address."""
    try:
        fetched = fetch(address)
        known = formats.of_beginning(fetched.data)
        if known is HTML:
            yield html.read_html(address, fetched.data, url=fetched.address, charset=fetched.charset)
        elif known is TEXT and fetched.content_type != "text/plain":
            yield ReadError(address, f"is no feed, page, PDF or text, but {fetched.content_type}")
        else:
            yield from known.read(address, BytesIO(fetched.data))
    except ReadError as error:
        yield error


def _read_standard_input() -> Iterator[Article | ReadError]:
    """Read what comes on standard input; its beginning tells the format."""
    stream = BufferedReader(cast("RawIOBase", sys.stdin.buffer))
    try:
        known = formats.of_beginning(stream.peek(SNIFFED_BYTES))
        yield from known.read(STANDARD_INPUT, stream)
    finally:
        stream.detach()  # standard input is not ours to close


def _reason(error: OSError | ValueError) -> str:
    why = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {why}"
