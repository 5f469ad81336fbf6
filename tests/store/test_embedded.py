"""The embedded store's folder: one writer, readers with snapshots, and what happens when things go wrong."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.graphs import PREFIXES, Says, article

from cityrel import resources
from cityrel.errors import StoreBusy, StoreError
from cityrel.store import Store, current_snapshot, open_store
from cityrel.store.answers import Request, SnapshotEngine

Open = Callable[..., Store]
EXPLORING = Says("a", "exploring", "2020-11-20").graph
SIGNED = Says("b", "signed", "2021-03").graph
TALKS = PREFIXES + "ASK { place:1 cr:inTalksWith place:2 }"
PARTNERS = PREFIXES + "ASK { place:1 cr:partnersWith place:2 }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_new_store_has_a_snapshot_to_read(embedded: Open, folder: Path) -> None:
    embedded(write=True).publish()
    assert not embedded().ask(TALKS)
    assert current_snapshot(folder).is_dir()


def test_readers_see_what_was_published_last(embedded: Open) -> None:
    writer = embedded(write=True)
    writer.replace(EXPLORING)
    writer.publish()
    before = embedded()
    writer.replace(SIGNED)
    assert embedded().ask(TALKS)
    writer.publish()
    assert embedded().ask(PARTNERS)
    assert before.ask(TALKS)


def test_publishing_without_a_change_makes_no_snapshot(embedded: Open, folder: Path) -> None:
    writer = embedded(write=True)
    writer.replace(EXPLORING)
    writer.publish()
    first = current_snapshot(folder)
    writer.replace(EXPLORING)
    writer.publish()
    assert current_snapshot(folder) == first


def test_opening_again_finds_nothing_to_publish(embedded: Open, folder: Path) -> None:
    with embedded(write=True) as writer:
        writer.publish()
    first = current_snapshot(folder)
    embedded(write=True).publish()
    assert current_snapshot(folder) == first


def test_what_a_writer_left_unpublished_is_published_by_the_next(embedded: Open) -> None:
    with embedded(write=True) as writer:
        writer.publish()
        writer.replace(EXPLORING)
    embedded(write=True).publish()
    assert embedded().ask(TALKS)


def test_only_the_current_snapshot_and_the_one_before_are_kept(embedded: Open, folder: Path) -> None:
    writer = embedded(write=True)
    for year in range(2000, 2004):
        writer.replace(Says("a", "signed", str(year)).graph)
        writer.publish()
    current = int(current_snapshot(folder).name)
    assert {int(path.name) for path in (folder / "snapshots").iterdir()} == {current - 1, current}


@pytest.mark.skipif(os.name != "posix", reason="the system does not let go of open files anyway")
def test_a_snapshot_that_is_read_stays_until_its_reader_is_done(embedded: Open, folder: Path) -> None:
    writer = embedded(write=True)
    writer.replace(EXPLORING)
    writer.publish()
    held = current_snapshot(folder)
    reader = embedded()
    for year in range(2000, 2004):
        writer.replace(Says("a", "signed", str(year)).graph)
        writer.publish()
    assert held.is_dir()
    assert reader.ask(TALKS)
    reader.close()
    writer.replace(Says("a", "signed", "2005").graph)
    writer.publish()
    assert not held.exists()


def test_a_reader_that_comes_too_late_for_a_snapshot_gets_the_newest(embedded: Open, folder: Path) -> None:
    writer = embedded(write=True)
    writer.publish()
    gone = current_snapshot(folder)
    writer.replace(SIGNED)
    writer.publish()
    shutil.rmtree(gone)
    request = Request(PARTNERS, result_format="csv")
    bodies: list[bytes] = []
    SnapshotEngine(str(gone), output_limit=100).answer(request, lambda part: bodies.append(part.body))
    assert bodies == [b"true"]


def test_a_snapshot_that_was_cut_short_is_cleared_away(embedded: Open, folder: Path) -> None:
    with embedded(write=True) as writer:
        writer.publish()
        writer.replace(EXPLORING)
    (folder / "snapshots" / "unfinished").mkdir()
    embedded(write=True).publish()
    assert embedded().ask(TALKS)
    assert all(path.name.isdecimal() for path in (folder / "snapshots").iterdir())


def test_a_second_writer_is_told_that_the_store_is_busy(embedded: Open, folder: Path) -> None:
    embedded(write=True)
    with pytest.raises(
        StoreBusy, match="store: another process is writing here; wait for it or give another"
    ):
        embedded(write=True)


WRITER = """
import sys
from cityrel.store import open_store
store = open_store(sys.argv[1], write=True)
print("open", flush=True)
sys.stdin.readline()
"""


def test_the_lock_of_a_killed_process_is_free(embedded: Open, folder: Path) -> None:
    with run(WRITER, folder) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreBusy, match=r"/store: another process"):
            embedded(write=True)
        other.kill()
    assert embedded(write=True).replace(EXPLORING) == 1


FLOOD = """
import sys
sys.path.insert(0, sys.argv[2])
from cityrel.store import open_store
from tests.store.graphs import Says
store = open_store(sys.argv[1], write=True)
print("open", flush=True)
for turn in range(100_000):
    stage = ("signed", "ended")[turn % 2]
    graphs = [Says(f"n{i}", stage, f"{1000 + turn}", places=(i, 1000)).graph for i in range(1, 31)]
    store.replace({iri: text for graph in graphs for iri, text in graph.items()})
    print(turn, flush=True)
"""
STATES = (
    PREFIXES
    + """
SELECT DISTINCT ?stage ?date WHERE { GRAPH ?article { ?event cr:stage ?stage ; cr:date ?date } }
"""
)
DERIVED = PREFIXES + "SELECT DISTINCT ?stage ?last WHERE { ?tie cr:currentStage ?stage ; cr:lastDate ?last }"


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("turns", [1, 3])
def test_a_batch_that_is_killed_is_there_wholly_or_not_at_all(
    embedded: Open, folder: Path, repository: Path, turns: int
) -> None:
    with run(FLOOD, folder, str(repository)) as other:
        assert other.stdout
        for _ in range(turns + 1):
            other.stdout.readline()
        os.kill(other.pid, signal.SIGKILL)
    store = embedded(write=True)
    (stated,) = (set(map(str, row.values())) for row in store.select(STATES))
    (derived,) = (set(map(str, row.values())) for row in store.select(DERIVED))
    assert stated == derived
    assert len([quad for quad in store.quads() if str(quad.predicate).endswith("#stage>")]) == 30


FULL = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
from cityrel.errors import StoreError
from cityrel.store import open_store
from tests.store.graphs import Says
store = open_store(sys.argv[1], write=True)
store.replace(Says("a", "exploring", "2020-11-20").graph)
store.publish()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
graphs = [Says(f"n{i}", "signed", "2021", places=(i, 100_000)).graph for i in range(1, 400)]
try:
    store.replace({iri: text for graph in graphs for iri, text in graph.items()})
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_a_full_disk_is_one_line_and_loses_nothing(embedded: Open, folder: Path, repository: Path) -> None:
    with run(FULL, folder, str(repository)) as other:
        said, _ = other.communicate()
    assert said.decode().startswith(f"{folder}: ")
    assert said.count(b"\n") == 1
    store = embedded(write=True)
    assert store.ask(TALKS)
    assert not store.ask(PREFIXES + "ASK { GRAPH ?article { ?event cr:stage stage:signed } }")


def test_a_full_disk_while_publishing_leaves_the_snapshot_before(
    embedded: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = embedded(write=True)
    writer.replace(EXPLORING)
    writer.publish()
    writer.replace(SIGNED)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StoreError, match="No space left on device"):
        writer.publish()
    monkeypatch.undo()
    assert embedded().ask(TALKS)
    writer.publish()
    assert embedded().ask(PARTNERS)


def test_a_folder_that_is_not_there_is_named(embedded: Open) -> None:
    with pytest.raises(StoreError, match="store: there is no store here yet; 'cityrel ingest' makes one"):
        embedded()


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_that_is_no_store_is_left_alone(embedded: Open, folder: Path, write: bool) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="store: not a cityrel store"):
        embedded(write=write)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(embedded: Open, folder: Path) -> None:
    folder.touch()
    for write in (True, False):
        with pytest.raises(StoreError, match="store: "):
            embedded(write=write)


@pytest.mark.parametrize(
    ("layout", "advice"), [(99, "a newer cityrel; update it"), (1, "an older one; ingest")]
)
def test_a_store_of_another_layout_is_refused(embedded: Open, folder: Path, layout: int, advice: str) -> None:
    embedded(write=True).close()
    (folder / "version").write_text(f"{layout}\n")
    for write in (True, False):
        with pytest.raises(StoreError, match=advice):
            embedded(write=write)


def test_a_damaged_version_is_named(embedded: Open, folder: Path) -> None:
    embedded(write=True).close()
    (folder / "version").write_text("many")
    with pytest.raises(StoreError, match="version: holds no number"):
        embedded()


def test_a_damaged_database_is_one_line(embedded: Open, folder: Path) -> None:
    embedded(write=True).close()
    (folder / "db" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="store: cannot be opened: ") as caught:
        embedded(write=True)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="folders under /proc are refused to everybody")
def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(StoreError, match="/proc/no/store: "):
        open_store("/proc/no/store", write=True)


def test_a_closed_store_says_so(embedded: Open) -> None:
    store = embedded(write=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.ask("ASK {}")


def test_a_changed_ontology_is_stored_anew(
    embedded: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ontology = tmp_path / "ontology"
    ontology.mkdir()
    monkeypatch.setattr(
        resources, "folder", lambda name: ontology if name == "ontology" else Path(__file__).parents[2] / name
    )
    for label in ("one", "two"):
        (ontology / "terms.ttl").write_text(f'<urn:x> <urn:label> "{label}", [ <urn:part> "of {label}" ] .')
        with embedded(write=True) as store:
            store.publish()
            assert store.ask(f'ASK {{ <urn:x> <urn:label> "{label}" ; <urn:label>/<urn:part> "of {label}" }}')
            assert len(list(store.quads())) == 3


def test_an_ontology_that_is_no_turtle_is_named(
    embedded: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "terms.ttl").write_text("nonsense")
    monkeypatch.setattr(resources, "folder", lambda _: tmp_path)
    with pytest.raises(StoreError, match=r"terms\.ttl: cannot be read as Turtle: "):
        embedded(write=True)
    monkeypatch.undo()
    assert embedded(write=True).replace(EXPLORING) == 1


def test_the_graph_of_an_article_can_be_asked_for_by_name(embedded: Open) -> None:
    store = embedded(write=True)
    store.replace(EXPLORING)
    assert store.ask(PREFIXES + f"ASK {{ GRAPH <{article('a')}> {{ ?event cr:stage stage:exploring }} }}")


def run(program: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, str(folder), *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
