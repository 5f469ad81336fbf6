"""Queries in processes of their own: answered, stopped in time, and never in each other's way."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cityrel.errors import CityrelError, QueryError, QueryTimeout, StoreError, UsageError
from cityrel.store import open_store
from cityrel.store.answers import NotAcceptable, Request
from cityrel.store.limits import LEAST_MEMORY_LIMIT, Limits
from cityrel.store.workers import QueryPool

GRAPH = "https://w3id.org/cityrel/article/0000000000000001"
SIZE = 400
TRIPLES = "".join(f'<a:s{number}> <a:p> "{number}" .\n' for number in range(SIZE))
ALL = "SELECT * { ?s <a:p> ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s <a:p> ?o }"
CROSS_JOIN = "{ ?a <a:p> ?b . ?c <a:p> ?d . ?e <a:p> ?f . ?g <a:p> ?h }"
ENDLESS = (
    f"SELECT (COUNT(*) AS ?n) {CROSS_JOIN}",
    f"SELECT (MAX(?d) AS ?n) {CROSS_JOIN} GROUP BY ?a",
    f"SELECT * {CROSS_JOIN} ORDER BY ?b LIMIT 1",
    "ASK { ?a <a:p> ?b . ?c <a:p> ?d . ?e <a:p> ?f . ?g <a:p> ?h FILTER(?b + ?d + ?f = ?h + 0.5) }",
)


def fill(folder: Path, triples: str = TRIPLES) -> str:
    with open_store(str(folder), write=True) as store:
        store.replace({GRAPH: triples})
        store.publish()
    return str(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return fill(tmp_path_factory.mktemp("workers") / "store")


@pytest.fixture(scope="module")
def pool(folder: str) -> Iterator[QueryPool]:
    """Give two workers that stop a query after half a second."""
    pool = QueryPool(folder, size=2, limits=Limits(timeout=0.5))
    pool.run(Request("ASK {}"))
    yield pool
    pool.close()


def count(pool: QueryPool) -> int:
    return int(pool.run(Request(COUNT, result_format="csv")).body.split()[1])


def test_an_answer_tells_its_form_and_format(pool: QueryPool) -> None:
    answer = pool.run(Request(COUNT, result_format="csv"))
    assert (answer.form, answer.format, answer.body) == ("solutions", "csv", f"n\r\n{SIZE}\r\n".encode())
    assert pool.run(Request("ASK {}", result_format="tsv")).body == b"true"
    assert pool.run(Request("CONSTRUCT { <a:a> <a:b> <a:c> } {}", graph_format="nt")).form == "triples"


def test_a_form_that_the_asker_does_not_take_is_an_error(pool: QueryPool) -> None:
    with pytest.raises(NotAcceptable, match="CONSTRUCT and DESCRIBE can be answered as ttl, nt, jsonld, rdf"):
        pool.run(Request("DESCRIBE <a:s1>", graph_format=None))
    with pytest.raises(NotAcceptable, match="SELECT and ASK can be answered as json, xml, csv, tsv"):
        pool.run(Request("ASK {}", result_format=None))


@pytest.mark.parametrize("query", ENDLESS)
def test_a_query_that_goes_on_is_stopped_at_its_limit_while_another_answers(
    pool: QueryPool, query: str
) -> None:
    failures: list[BaseException] = []

    def run_on() -> None:
        with pytest.raises(QueryTimeout, match=r"longer than 0.5 s and was stopped\. Start from") as caught:
            pool.run(Request(query))
        failures.append(caught.value)

    start = time.monotonic()
    endless = threading.Thread(target=run_on)
    endless.start()
    assert count(pool) == SIZE
    assert endless.is_alive()
    endless.join()
    assert len(failures) == 1
    assert 0.5 <= time.monotonic() - start < 1.0


def test_a_worker_that_was_ended_is_replaced(pool: QueryPool) -> None:
    for _ in range(3):
        with pytest.raises(QueryTimeout):
            pool.run(Request(ENDLESS[0]))
    assert [count(pool) for _ in range(4)] == [SIZE] * 4


def test_when_all_workers_stay_busy_one_waits_no_longer_than_the_limit(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=0.5))
    assert count(pool) == SIZE
    leased = pool._roster._fresh.get()
    start = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"busy for 0.5 s; try again"):
        pool.run(Request(ALL))
    assert time.monotonic() - start < 1.0
    pool._roster._fresh.put(leased)
    assert count(pool) == SIZE
    pool.close()


def test_a_query_that_needs_too_much_memory_is_stopped(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=30, memory=LEAST_MEMORY_LIMIT))
    with pytest.raises(QueryTimeout, match=r"more than 768 MiB of memory and was stopped"):
        pool.run(Request(f"SELECT * {CROSS_JOIN} ORDER BY ?b"))
    assert count(pool) == SIZE
    pool.close()


def test_an_answer_that_is_too_long_is_an_error_and_never_cut(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(output=2000))
    with pytest.raises(QueryError, match="longer than 2,000 bytes, the limit here; ask for fewer rows"):
        pool.run(Request(ALL))
    assert count(pool) == SIZE
    pool.close()


@pytest.mark.parametrize("depth", [50_000])
def test_a_query_that_breaks_the_engine_breaks_nothing_else(pool: QueryPool, depth: int) -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        pool.run(Request(f"SELECT * {'{' * depth}{'}' * depth}"))
    assert count(pool) == SIZE


def test_a_worker_that_somebody_kills_hangs_nobody(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=20))
    count(pool)
    [worker] = pool._roster._all
    assert worker._process.pid
    killer = threading.Timer(0.3, os.kill, (worker._process.pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(QueryTimeout, match="stopped before it was answered"):
        pool.run(Request(ENDLESS[0]))
    killer.join()
    assert count(pool) == SIZE
    pool.close()


def test_an_idle_worker_that_died_is_replaced_before_the_next_query(folder: str) -> None:
    pool = QueryPool(folder, size=1)
    count(pool)
    [worker] = pool._roster._all
    worker._process.kill()
    worker._process.join()
    assert count(pool) == SIZE
    pool.close()


def test_a_new_snapshot_is_seen_without_a_new_pool(tmp_path: Path) -> None:
    folder = fill(tmp_path / "store")
    pool = QueryPool(folder, size=2)
    before = pool.revision()
    assert [count(pool) for _ in range(3)] == [SIZE] * 3
    fill(tmp_path / "store", '<a:s1> <a:p> "1" .\n')
    assert [count(pool) for _ in range(3)] == [1] * 3
    assert pool.revision() != before
    pool.close()


def test_a_store_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here yet"):
        QueryPool(str(tmp_path / "nothing"))


def test_a_store_that_goes_away_is_an_error_of_the_store(tmp_path: Path) -> None:
    folder = fill(tmp_path / "store")
    pool = QueryPool(folder, size=1)
    assert count(pool) == SIZE
    (tmp_path / "store" / "current").write_text("99\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        count(pool)
    pool.close()


def test_a_closed_pool_says_so(folder: str) -> None:
    pool = QueryPool(folder, size=1)
    pool.close()
    pool.close()
    with pytest.raises(StoreError, match="stopped"):
        pool.run(Request(ALL))


@pytest.mark.parametrize(
    "values", [{"timeout": 0}, {"timeout": float("nan")}, {"memory": 1 << 20}, {"output": 0}]
)
def test_limits_that_no_query_can_keep_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(UsageError, match="limit"):
        Limits(**values)  # type: ignore[arg-type]


def test_a_pool_without_workers_is_refused(folder: str) -> None:
    with pytest.raises(UsageError, match="at least one"):
        QueryPool(folder, size=0)


def test_a_service_clause_calls_nobody(folder: str, pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        pool.run(Request("ASK { SERVICE <http://127.0.0.1:9/> {} }"))


def test_more_queries_than_may_wait_are_sent_away_at_once(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=2.0), waiting=4)
    pool.run(Request("ASK {}"))
    errors: list[str] = []

    def ask() -> None:
        try:
            pool.run(Request(ENDLESS[0]))
        except CityrelError as error:
            errors.append(str(error))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    refused = [error for error in errors if "too many queries are waiting" in error]
    assert time.monotonic() - start < 2.0
    assert len(refused) == len(threads) - 5
    pool.close()
    for thread in threads:
        thread.join()


def test_a_from_clause_fetches_nothing(pool: QueryPool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        for clause in (f"FROM <{address}>", f"FROM NAMED <{address}>"):
            query = f"SELECT * {clause} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
            assert pool.run(Request(query, "csv")).body.count(b"\n") == 1
        with pytest.raises(BlockingIOError):
            listening.accept()
