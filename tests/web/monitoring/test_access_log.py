"""The access log: what a line holds, and that nobody waits for it."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from cityrel.errors import UsageError
from cityrel.settings import Settings
from cityrel.web import close, create_app
from cityrel.web.monitoring import access_log
from cityrel.web.monitoring.access_log import AccessLog
from cityrel.web.monitoring.observation import Observation


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_line_tells_nothing_of_who_asked_what(location: str, tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    app = create_app(location, settings=Settings(access_log=str(path), workers=1))
    client = app.test_client()
    client.get(
        "/sparql",
        query_string={"query": "SELECT * { <a:secret> ?p ?o }"},
        headers={"User-Agent": "secret", "Referer": "http://secret/", "Accept": "*/*"},
        environ_base={"REMOTE_ADDR": "192.0.2.77"},
        buffered=True,
    )
    client.get("/place/1645528", headers={"X-Forwarded-For": "192.0.2.77"}, buffered=True)
    client.get("/secret", buffered=True)
    close(app)
    [query, page, nothing] = lines(path)
    assert set(query) == {
        *("time", "method", "route", "status", "bytes", "duration_ms", "outcome", "snapshot"),
    }
    assert (query["route"], query["status"], query["outcome"], query["snapshot"]) == ("/sparql", 200, "ok", 1)
    assert (page["status"], page["outcome"]) == (200, None)
    assert str(page["route"]).startswith("/place/<")
    assert (nothing["route"], nothing["status"]) == (None, 404)
    written = path.read_text(encoding="utf-8")
    for word in ("secret", "192.0.2.77", "1645528"):
        assert word not in written


def test_a_file_that_was_moved_away_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    log = AccessLog(str(path), lambda: None)
    log.note(Observation("GET"), 1)
    while not (path.exists() and path.stat().st_size):
        pass
    path.rename(tmp_path / "old.log")
    log.note(Observation("HEAD"), 2)
    log.close()
    log.close()
    assert [line["method"] for line in lines(tmp_path / "old.log")] == ["GET"]
    assert [line["method"] for line in lines(path)] == ["HEAD"]


def test_no_request_waits_where_the_log_cannot_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "WAITING", 2)
    dropped: list[int] = []
    held = threading.Event()
    log = AccessLog(str(tmp_path / "access.log"), lambda: dropped.append(1))
    monkeypatch.setattr(log._handler, "handle", lambda _record: held.wait(30))
    for _ in range(20):
        log.note(Observation("GET"), None)
    assert len(dropped) >= 17
    held.set()
    log.close()


def test_a_log_that_cannot_be_written_is_refused_at_the_start(
    location: str, tmp_path: Path, cityrel: Callable[..., object]
) -> None:
    with pytest.raises(UsageError, match=r"no/access\.log: the access log cannot be written: No such"):
        create_app(location, settings=Settings(access_log=str(tmp_path / "no" / "access.log")))
