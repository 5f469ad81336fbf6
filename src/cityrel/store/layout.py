"""The folder of an embedded store: who finds what where.

    version        the number of this layout
    db/            what the one writer works on
    unpublished    an empty file: there are changes that no snapshot has
    loading        names of the new graphs of a batch that is being written, while it is
    snapshots/<n>/ what readers open, never changed once it is there
    current        the number of the newest snapshot
    quarantine/    articles whose graphs broke a shape

Names change by atomic rename only, so that a reader or a crash never meets half a snapshot.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cityrel.errors import StoreError
from cityrel.store.locks import clear

VERSION = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one store's folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The writer's database."""
        return self.folder / "db"

    @property
    def quarantine(self) -> Path:
        """Where articles go whose graphs broke a shape."""
        return self.folder / "quarantine"

    @property
    def _snapshots(self) -> Path:
        return self.folder / "snapshots"

    @property
    def _unpublished(self) -> Path:
        return self.folder / "unpublished"

    @property
    def _loading(self) -> Path:
        return self.folder / "loading"

    def check(self) -> None:
        """Raise StoreError unless this is the folder of a store that this release can read."""
        if not self.folder.exists():
            raise StoreError(f"{self.folder}: there is no store here yet; 'cityrel ingest' makes one")
        if not (self.folder / "version").is_file():
            raise StoreError(f"{self.folder}: not a cityrel store; give another folder, or an empty one")
        found = self._version()
        if found != VERSION:
            what = (
                "a newer cityrel; update it" if found > VERSION else "an older one; ingest into a new folder"
            )
            raise StoreError(
                f"{self.folder}: layout {found}, this cityrel reads {VERSION}; written by {what}"
            )

    def create(self) -> None:
        """Make the folder a store unless it is one; raises StoreError where it holds something else."""
        with reporting(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            if not any(path for path in self.folder.iterdir() if path != self.quarantine):
                self._write("version", str(VERSION))
        self.check()

    def current(self) -> Path:
        """Give the newest snapshot; raises StoreError where none was published."""
        number = self._current_number()
        if not number:
            raise StoreError(f"{self.folder}: nothing is published here yet; 'cityrel ingest' does that")
        return self._snapshots / str(number)

    def expect_change(self) -> None:
        """Note, before it happens, that the database is about to differ from the newest snapshot."""
        with reporting(self.folder):
            self._unpublished.touch()

    def begin_loading(self, iris: Iterable[str]) -> None:
        """Note the new graphs of a batch before it is written, for whoever has to clear up after a crash."""
        with reporting(self.folder):
            self._write("loading", "\n".join(iris), encoding="utf-8")

    def end_loading(self) -> None:
        """Note that the batch is written whole."""
        with reporting(self.folder):
            self._loading.unlink(missing_ok=True)

    def unfinished(self) -> list[str] | None:
        """Give the new graphs of a batch that was never finished, or None where there is none."""
        with reporting(self.folder):
            return self._loading.read_text(encoding="utf-8").split() if self._loading.exists() else None

    @property
    def has_changes(self) -> bool:
        """Whether something waits to be published."""
        return self._unpublished.exists() or not self._current_number()

    def publish(self, backup: Callable[[str], None]) -> None:
        """Make a new snapshot with `backup`, then name it the current one, then clear old ones away.

        The one before stays, because a reader may be about to open it, and those that readers have open do.
        """
        previous = self._current_number()
        with reporting(self.folder):
            target = self._snapshots / str(max([previous, *self._numbers()]) + 1)
            unfinished = self._snapshots / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            self._snapshots.mkdir(exist_ok=True)
            backup(str(unfinished))
            unfinished.rename(target)
            self._write("current", target.name)
            self._unpublished.unlink(missing_ok=True)
        self._clear(keep={str(previous), target.name})

    def _clear(self, keep: set[str]) -> None:
        for path in self._snapshots.iterdir():
            if path.name not in keep:
                clear(path)

    def _numbers(self) -> list[int]:
        return [int(path.name) for path in self._snapshots.glob("[0-9]*") if path.name.isdecimal()]

    def _version(self) -> int:
        return self._read_number("version")

    def _current_number(self) -> int:
        return self._read_number("current") if (self.folder / "current").exists() else 0

    def _read_number(self, name: str) -> int:
        path = self.folder / name
        try:
            return int(path.read_text(encoding="ascii"))
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
        except ValueError as error:
            raise StoreError(f"{path}: holds no number; the store is damaged") from error

    def _write(self, name: str, text: str, encoding: str = "ascii") -> None:
        """Write a small file so that readers see the old text or the new one, never a part."""
        unfinished = self.folder / f"{name}.new"
        unfinished.write_text(f"{text}\n", encoding=encoding)
        unfinished.replace(self.folder / name)


@contextlib.contextmanager
def reporting(folder: Path) -> Iterator[None]:
    """Turn what the file system or the engine refuses into a StoreError of one line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder}: {one_line(error)}; what was stored is unchanged") from error


def one_line(error: Exception) -> str:
    """Give the reason of an error on one line."""
    return getattr(error, "strerror", None) or " ".join(str(error).split())
