"""Where articles come from: files, folders and standard input, each read by the module of its format."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import html, jsonl, text
from cityrel.reading.limits import read_whole

STANDARD_INPUT = "-"
SNIFFED_BYTES = 1024

Reader = Callable[[str, BinaryIO], Iterator[Article | ReadError]]
"""Reads the articles of an open file whose name is given."""


def _whole(read_article: Callable[[str, bytes], Article]) -> Reader:
    """Make a reader of a format that holds one article a file."""

    def read_file(source: str, stream: BinaryIO) -> Iterator[Article | ReadError]:
        try:
            yield read_article(source, read_whole(source, stream))
        except ReadError as error:
            yield error

    return read_file


FORMATS: Mapping[str, Reader] = {
    ".txt": _whole(text.read_text),
    ".html": _whole(html.read_html),
    ".htm": _whole(html.read_html),
    ".jsonl": jsonl.read_lines,
}
"""Reader by suffix."""

BESIDE_ARTICLES = frozenset({".json"})
"""Suffixes of what may lie beside articles in a folder (gold facts, metadata) and is passed over."""


def read(sources: Iterable[str | Path]) -> Iterator[Article | ReadError]:
    """Give the articles of files, folders (recursively, in sorted order) and `-`, standard input.

    What cannot be read is given as a ReadError that names it and says why; the rest goes on. An article may
    hold `limits.MAX_ARTICLE_BYTES`. Standard input is JSON lines, HTML or text, told by how it begins.
    """
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield from _read_standard_input()
        else:
            yield from _read_path(Path(source))


def count(sources: Iterable[str | Path]) -> int | None:
    """Give how many articles and errors `read` will give, or None where standard input is among the sources.

    A file counts as one, a file of JSON lines by its lines; nothing else is looked into.
    """
    if any(str(source) == STANDARD_INPUT for source in sources):
        return None
    paths = (path for source in sources for path in _files_of(Path(source)))
    return sum(1 if isinstance(path, ReadError) else _count_file(path) for path in paths)


def _files_of(path: Path) -> Iterator[Path | ReadError]:
    yield from _walk(path) if path.is_dir() else [path]


def _count_file(path: Path) -> int:
    if FORMATS.get(path.suffix.lower()) is not jsonl.read_lines:
        return 1
    try:
        with path.open("rb") as lines:
            return sum(bool(line.strip()) for line in lines)
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
        yield ReadError(str(folder), f"no article in this folder; they end in {_known_suffixes()}")


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
    source, reader = str(path), FORMATS.get(path.suffix.lower())
    if reader is None:
        yield ReadError(
            source, f"unknown kind of file {path.suffix or '(no ending)'}; known are {_known_suffixes()}"
        )
    elif not path.is_file() and path.exists():
        yield ReadError(source, "is not a regular file")
    else:
        yield from _read_open(source, path, reader)


def _read_open(source: str, path: Path, reader: Reader) -> Iterator[Article | ReadError]:
    try:
        with path.open("rb") as stream:
            yield from reader(source, stream)
    except OSError as error:
        yield ReadError(source, _reason(error))


def _read_standard_input() -> Iterator[Article | ReadError]:
    """Read what comes on standard input; its beginning tells the format."""
    stream = BufferedReader(cast("RawIOBase", sys.stdin.buffer))
    try:
        yield from FORMATS[_sniffed(stream.peek(SNIFFED_BYTES))](STANDARD_INPUT, stream)
    finally:
        stream.detach()  # standard input is not ours to close


def _sniffed(beginning: bytes) -> str:
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"{"):
        return ".jsonl"
    return ".html" if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<body")) else ".txt"


def _known_suffixes() -> str:
    return ", ".join(FORMATS)


def _reason(error: OSError | ValueError) -> str:
    why = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {why}"
