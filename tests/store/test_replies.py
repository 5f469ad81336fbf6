"""Answers read part by part: bounded on both sides, cut with a reason, and never a worker lost."""

from collections.abc import Iterator

import pytest

from cityrel.errors import Overloaded, QueryError, QueryTimeout
from cityrel.store import course, open_store
from cityrel.store.answers import Request
from cityrel.store.course import Abandoned
from cityrel.store.limits import Limits
from cityrel.store.output import PART
from cityrel.store.workers import QueryPool

GRAPH = "https://w3id.org/cityrel/article/0000000000000001"
SIZE = 400
TRIPLES = "".join(f'<a:s{number}> <a:p> "{number}" .\n' for number in range(SIZE))
PAIRS = Request("SELECT ?b ?d { ?a <a:p> ?b . ?c <a:p> ?d }", result_format="csv")
ROWS_WITHOUT_END = Request("SELECT * { ?a <a:p> ?b . ?c <a:p> ?d . ?e <a:p> ?f . ?g <a:p> ?h }")
ENDLESS = Request("SELECT (COUNT(*) AS ?n) { ?a <a:p> ?b . ?c <a:p> ?d . ?e <a:p> ?f . ?g <a:p> ?h }")
SIMPLE = Request("ASK { <a:s7> <a:p> '7' }", result_format="csv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("replies") / "store")
    with open_store(folder, write=True) as store:
        store.replace({GRAPH: TRIPLES})
        store.publish()
    return folder


@pytest.fixture
def pool(folder: str) -> Iterator[QueryPool]:
    """Give a pool with one worker."""
    pool = QueryPool(folder, size=1, limits=Limits(timeout=20))
    yield pool
    pool.close()


def answers(pool: QueryPool) -> bool:
    return pool.run(SIMPLE).body == b"true"


def read_on(reply: Iterator[bytes]) -> int:
    """Read to the end, and give the number of bytes."""
    return sum(map(len, reply))


def test_a_long_answer_comes_in_parts_that_make_the_whole(pool: QueryPool) -> None:
    with pool.open(PAIRS) as reply:
        assert (reply.form, reply.format) == ("solutions", "csv")
        parts = list(reply)
    assert len(parts) > 10
    assert all(PART < len(part) <= PART + 8192 for part in parts[:-1])
    assert len(b"".join(parts).splitlines()) == SIZE**2 + 1


def test_a_short_answer_frees_its_worker_before_it_is_read(pool: QueryPool) -> None:
    with pool.open(SIMPLE) as reply:
        assert answers(pool)
        assert list(reply) == [b"true"]


def test_a_worker_makes_no_more_than_is_read(pool: QueryPool) -> None:
    with pool.open(ROWS_WITHOUT_END) as reply:
        assert len(next(iter(reply))) < 2 * PART
    assert answers(pool)


def test_who_hangs_up_in_the_middle_frees_the_worker_at_once(pool: QueryPool) -> None:
    for _ in range(3):
        with pool.open(ROWS_WITHOUT_END) as reply:
            next(iter(reply))
        assert answers(pool)


def test_a_closed_reply_gives_no_more(pool: QueryPool) -> None:
    reply = pool.open(ROWS_WITHOUT_END)
    parts = iter(reply)
    next(parts)
    reply.close()
    reply.close()
    with pytest.raises(QueryError, match="closed"):
        next(parts)


def test_an_answer_cut_at_its_time_says_so_while_it_is_read(pool: QueryPool) -> None:
    with (
        pool.open(ROWS_WITHOUT_END, timeout=0.6) as reply,
        pytest.raises(QueryTimeout, match=r"longer than 0\.6 s and was stopped"),
    ):
        read_on(iter(reply))
    assert answers(pool)


def test_an_answer_cut_at_its_length_says_so_while_it_is_read(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(output=5 * PART))
    with pool.open(PAIRS) as reply, pytest.raises(QueryError, match="longer than 327,680 bytes"):
        read_on(iter(reply))
    assert answers(pool)
    pool.close()


def test_one_who_does_not_read_on_holds_no_worker(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=0.6))
    answers(pool)
    with pool.open(ROWS_WITHOUT_END) as reply:
        parts = iter(reply)
        next(parts)
        [stuck] = pool._roster._all
        stuck._process.join(20)
        assert answers(pool)
        with pytest.raises(QueryTimeout, match="longer than"):
            read_on(parts)
    pool.close()


def test_a_query_may_ask_for_less_time_but_not_for_more(folder: str) -> None:
    pool = QueryPool(folder, size=1, limits=Limits(timeout=1))
    with pytest.raises(QueryTimeout, match=r"longer than 0\.3 s"):
        pool.open(ENDLESS, timeout=0.3)
    with pytest.raises(QueryTimeout, match="longer than 1 s"):
        pool.open(ENDLESS, timeout=1000)
    pool.close()


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_limit_that_makes_no_sense_is_refused(pool: QueryPool, seconds: float) -> None:
    with pytest.raises(QueryError, match="seconds above 0"):
        pool.open(SIMPLE, timeout=seconds)


def test_nothing_is_worked_out_for_who_has_gone(pool: QueryPool) -> None:
    answers(pool)
    with pytest.raises(Abandoned):
        pool.open(ENDLESS, abandoned=lambda: True)
    assert answers(pool)


def test_a_long_query_waits_until_another_one_is_done(pool: QueryPool) -> None:
    answers(pool)
    assert pool._long.begin()
    with pytest.raises(Overloaded, match=r"other long queries were ahead of this one for 0\.6 s"):
        pool.open(ENDLESS, timeout=0.6)
    pool._long.end()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.6 s"):
        pool.open(ENDLESS, timeout=0.6)
    assert answers(pool)


def test_no_place_for_another_long_query_is_told_with_when_to_come_back(pool: QueryPool) -> None:
    answers(pool)
    for _ in range(1 + course.HELD):
        pool._long.enter()
    with pytest.raises(Overloaded, match="as many long ones as may wait") as caught:
        pool.run(ENDLESS)
    assert (caught.value.http_status, caught.value.retry_after) == (503, 10)
    assert answers(pool)
