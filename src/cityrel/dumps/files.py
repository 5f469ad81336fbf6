"""Files that are there whole or not at all, and whose bytes depend on their content only."""

import contextlib
import gzip
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from cityrel.errors import CityrelError


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to write; it gets its name when all is written, and the one before stays until then.

    Raises CityrelError where the file cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.new")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(path)
    except OSError as error:
        raise CityrelError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextlib.contextmanager
def replacing_gzip(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to write and compress; neither time nor name goes into it."""
    with replacing(path) as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        yield cast("IO[bytes]", packed)


def sha256(path: Path) -> str:
    """Give a file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(paths: Iterable[Path], target: Path) -> None:
    """Write the checksums of files as `sha256sum --check` reads them."""
    lines = (f"{sha256(path)}  {path.name}\n" for path in sorted(paths))
    with replacing(target) as file:
        file.write("".join(lines).encode())
