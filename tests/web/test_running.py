"""The service as a whole: the command, its processes, new data while it serves, and its end."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.web.service import PATIENCE, Service, serving

from cityrel.store import open_store

GRAPH = "https://w3id.org/cityrel/article/0000000000000001"
COUNT = f"/sparql?query={quote('SELECT (COUNT(*) AS ?n) { ?s <a:p> ?o }')}&format=csv"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


def fill(store: Path, statements: int) -> None:
    with open_store(str(store), write=True) as opened:
        opened.replace(
            {GRAPH: "".join(f'<a:s{number}> <a:p> "{number}" .\n' for number in range(statements))}
        )
        opened.publish()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    fill(tmp_path / "store", 1)
    return tmp_path / "store"


@pytest.fixture
def service(store: Path, tmp_path: Path) -> Iterator[Service]:
    """Give a service of two web processes with an access log."""
    log = str(tmp_path / "access.log")
    with serving(store, "--processes", "2", "--workers", "1", "--access-log", log) as running:
        yield running


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def descendants(process: int) -> set[int]:
    """Give the numbers of all processes below one."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(fields[1])
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {process}


def alive(processes: set[int]) -> set[int]:
    """Give those that still run; one that only waits to be noticed by its parent does not."""
    found = set()
    for number in processes:
        try:
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            found.add(number)
    return found


@LINUX
def test_new_data_is_served_without_a_failed_request_and_the_end_leaves_nothing(
    service: Service, store: Path, tmp_path: Path
) -> None:
    answers: list[tuple[int, bytes]] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answers.append(service.get(COUNT))

    askers = [threading.Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    for statements in range(2, 8):
        fill(store, statements)
    wait_until(lambda: service.get(COUNT)[1] == b"n\r\n7\r\n")
    done.set()
    for asker in askers:
        asker.join()
    assert {status for status, _ in answers} == {200}
    assert {body for _, body in answers} <= {f"n\r\n{number}\r\n".encode() for number in range(1, 8)}
    started = descendants(service.process.pid)
    assert len(started) >= 4
    status, said = service.stop()
    assert status == 0
    assert "Traceback" not in said
    wait_until(lambda: not alive(started))
    lines = [json.loads(line) for line in (tmp_path / "access.log").read_text("utf-8").splitlines()]
    assert len(lines) > len(answers)
    assert len({line["snapshot"] for line in lines}) > 1
    assert sum(path.is_dir() for path in (store / "snapshots").iterdir()) <= 2 + 4


def test_figures_add_up_over_all_processes(service: Service) -> None:
    for _ in range(20):
        assert service.get(COUNT)[0] == 200
    assert service.get("/sparql?query=nonsense")[0] == 400
    idle = 'cityrel_workers{pool="queries",state="idle"} 2.0'
    wait_until(lambda: idle in service.get("/metrics")[1].decode())
    figures = service.get("/metrics")[1].decode()
    assert 'cityrel_queries_total{outcome="ok"} 20.0' in figures
    assert 'cityrel_requests_total{method="GET",route="/sparql",status="400"} 1.0' in figures
    assert "cityrel_query_seconds_count 21.0" in figures
    assert "cityrel_snapshot 1.0" in figures


@LINUX
def test_a_web_process_that_ends_is_replaced(service: Service) -> None:
    web = {number for number in descendants(service.process.pid) if b"spawn_main" in command(number)}
    assert len(web) == 2
    os.kill(web.pop(), signal.SIGKILL)
    wait_until(
        lambda: (
            len(
                {number for number in descendants(service.process.pid) if b"spawn_main" in command(number)}
                - web
            )
            == 1
        )
    )
    assert [service.get(COUNT)[0] for _ in range(6)] == [200] * 6
    status, said = service.stop()
    assert status == 0
    assert "a web process ended with status -9 and is replaced" in said


@LINUX
def test_nothing_goes_on_when_the_first_process_is_killed(service: Service) -> None:
    started = descendants(service.process.pid)
    service.process.kill()
    service.process.wait(PATIENCE)
    wait_until(lambda: not alive(started))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_query_that_runs_is_finished_before_the_end(store: Path, number: signal.Signals) -> None:
    options = ("--processes", "1", "--workers", "1", "--query-timeout", "3")
    with serving(store, *options) as service:
        fill(store, 200)
        answers: list[tuple[int, bytes]] = []
        path = f"/sparql?query={quote(ENDLESS)}"
        asker = threading.Thread(target=lambda: answers.append(service.get(path, Accept="*/*")))
        asker.start()
        wait_until(lambda: b'state="busy"} 1' in service.get("/metrics")[1].replace(b'pool="queries",', b""))
        assert service.stop(number)[0] == 0
        asker.join()
    [(status, body)] = answers
    assert status == 503
    assert b"longer than 3 s" in body


def test_a_store_that_is_not_there_is_said_in_one_line_whatever_the_number_of_processes(
    tmp_path: Path, cityrel: Callable[..., object]
) -> None:
    for processes in ("1", "2"):
        result = cityrel("serve", "--store", tmp_path / "no", "--port", "0", "--processes", processes)
        assert getattr(result, "exit_code", None) == 1
        assert "no store here yet" in getattr(result, "stderr", "")


def command(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""
