"""The gazetteer is compiled once, by several processes at a time too, and says why when it cannot be."""

import multiprocessing
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from cityrel.errors import CityrelError
from cityrel.languages import Pack, available
from cityrel.places import compile_gazetteer, compiling
from cityrel.places.entry import Entry
from cityrel.places.gazetteer import Gazetteer

FEW = (
    Entry("ID", "Indonesia", "country", "ID", labels=(("id", "Indonesia"),)),
    Entry("1", "Aville", "city", "ID", "02", 1.0, 2.0, 1000, names=("Avila",)),
    Entry("2", "Aville", "city", "JP", "03", 3.0, 4.0, 0),
)


def few(*packs: object) -> Iterator[Entry]:
    """Give the places instead of those of the world."""
    return iter(FEW)


def interrupt(*arguments: object) -> None:
    raise KeyboardInterrupt


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache, and few places to compile."""
    monkeypatch.setenv("CITYREL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(compiling, "entries", few)
    return tmp_path / "cache"


def test_places_are_found_in_what_was_compiled(cache: Path) -> None:
    places = Gazetteer(compile_gazetteer())
    assert [(c.known.place.id, c.main) for c in places.candidates("aville")] == [("1", True), ("2", True)]
    assert [(c.known.place.id, c.main) for c in places.candidates("avila")] == [("1", False)]
    assert places.by_key("2").place.longitude == 4.0  # type: ignore[union-attr]
    assert places.by_key("3") is None


def test_the_second_time_nothing_is_done(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_gazetteer()
    monkeypatch.setattr(compiling, "entries", interrupt)
    assert compile_gazetteer() == first


def test_progress_is_told_from_nothing_to_done(cache: Path) -> None:
    shares: list[float] = []
    compile_gazetteer(lambda _, share: shares.append(share))
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert shares == sorted(shares)


def test_other_data_make_another_folder(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_gazetteer()
    monkeypatch.setattr(compiling, "FORM", "another")
    assert compile_gazetteer() != first


def test_processes_that_compile_at_once_agree_and_leave_no_drafts(cache: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=compile_gazetteer) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * len(workers)
    assert [path.name for path in cache.iterdir()] == [compile_gazetteer().name]
    assert Gazetteer(compile_gazetteer()).by_key("1") is not None


def test_an_interrupted_compilation_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "_write_places", interrupt)
    with pytest.raises(KeyboardInterrupt):
        compile_gazetteer()
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("CITYREL_CACHE", str(blocked))
    with pytest.raises(CityrelError, match=r"file/gazetteer-\w+: the gazetteer cannot be written"):
        compile_gazetteer()


def test_every_user_may_read_what_was_compiled(cache: Path) -> None:
    assert compile_gazetteer().stat().st_mode & stat.S_IROTH


def test_the_names_of_every_pack_are_compiled_in(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def watch(packs: Iterable[Pack]) -> Iterator[Entry]:
        seen.extend(pack.code for pack in packs)
        return iter(FEW)

    monkeypatch.setattr(compiling, "entries", watch)
    compile_gazetteer()
    assert tuple(seen) == available()
