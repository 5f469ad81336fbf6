"""What a worker gives up: shown inside a process of its own, where the system allows it."""

import platform
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cityrel.store import confinement, open_store
from cityrel.store.answers import Request
from cityrel.store.workers import QueryPool

SUPPORTED = sys.platform == "linux" and platform.machine() in confinement.MACHINES
linux = pytest.mark.skipif(not SUPPORTED, reason="only Linux on x86_64 and aarch64 has the filter")


CONNECT = """
import socket, sys
from cityrel.store import confinement
print(confinement.leave_network())
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5).close()
except OSError as error:
    print(type(error).__name__)
"""
TAKE_MEMORY = """
import sys
from cityrel.store import confinement
confinement.limit_memory(int(sys.argv[1]))
try:
    bytearray(2 * int(sys.argv[1]))
except MemoryError as error:
    print(type(error).__name__)
"""


def told_by(program: str, value: int) -> list[str]:
    """Run a program in a process of its own, and give what it prints."""
    command = [sys.executable, "-c", program, str(value)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


@linux
def test_a_process_that_left_the_net_cannot_connect() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert told_by(CONNECT, listening.getsockname()[1]) == ["True", "PermissionError"]


@linux
def test_a_process_has_no_more_memory_than_it_left_itself() -> None:
    assert told_by(TAKE_MEMORY, 1 << 30) == ["MemoryError"]


@linux
def test_a_worker_has_no_net_unless_its_store_is_there(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), write=True) as store:
        store.publish()
    local = QueryPool(str(tmp_path / "store"), size=1)
    local.run(Request("ASK {}"))
    remote = QueryPool("http://127.0.0.1:9/", size=1)
    assert (filters(local), filters(remote)) == ("2", "0")
    local.close()
    remote.close()


def filters(pool: QueryPool) -> str:
    """Give the kernel's word for how the only worker's system calls are filtered."""
    [worker] = pool._roster._all
    worker.wait_until_ready()
    status = Path(f"/proc/{worker._process.pid}/status").read_text()
    return status.partition("Seccomp:")[2].split()[0]


def test_where_the_filter_is_not_known_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert not confinement.leave_network()
