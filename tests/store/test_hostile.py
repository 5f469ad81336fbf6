"""What hostile visitors send, listed in `hostile.toml`: it ends in time, and the next query is answered."""

import re
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from cityrel.errors import CityrelError, QueryError
from cityrel.store import open_store
from cityrel.store.answers import Request
from cityrel.store.limits import Limits
from cityrel.store.workers import QueryPool

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "hostile.toml").read_text(encoding="utf-8"))["case"]
GRAPH = "https://w3id.org/cityrel/article/0000000000000001"
SIZE, CIRCLE = 400, 60
NUMBERS = "".join(f'<a:s{number}> <a:p> "{number}" .\n' for number in range(SIZE))
KNOWS = "".join(f"<a:n{one}> <a:knows> <a:n{other}> .\n" for one in range(CIRCLE) for other in range(CIRCLE))
SIMPLE = Request("SELECT ?o { <a:s7> <a:p> ?o }", result_format="csv")
ANSWER = b"o\r\n7\r\n"
OUTCOMES = {"stopped", "refused", "answered"}
LIMITS = Limits(timeout=0.5, memory=1 << 30, output=32 << 20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("hostile") / "store")
    with open_store(folder, write=True) as store:
        store.replace({GRAPH: NUMBERS + KNOWS})
        store.publish()
    return folder


@pytest.fixture(scope="module")
def pools(folder: str) -> Iterator[tuple[QueryPool, QueryPool]]:
    """Give one that stops queries soon, and one that has time for what must not be stopped."""
    hasty = QueryPool(folder, size=1, limits=LIMITS)
    patient = QueryPool(folder, size=1, limits=replace(LIMITS, timeout=60))
    yield hasty, patient
    hasty.close()
    patient.close()


def query(case: dict[str, Any]) -> str:
    """Write out the query of a case."""
    if "text" in case:
        return str(case["text"])
    parts = (
        case["part"].replace("{n}", str(number)).replace("{next}", str(number + 1))
        for number in range(case["times"])
    )
    return f"{case['before']}{''.join(parts)}{case['after']}"


STOPPED = re.compile(r"longer than (0\.5 s|[\d,]+ bytes)|memory")
REFUSED = re.compile(r"^line \d+, column \d+: |nested too deeply")


def outcome(pool: QueryPool, text: str) -> str:
    """Ask, and say what comes of it; an error that does not explain itself is given as it is."""
    try:
        pool.run(Request(text))
    except QueryError as error:
        message = str(error)
        return "stopped" if STOPPED.search(message) else "refused" if REFUSED.search(message) else message
    return "answered"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_hostile_query_ends_and_hinders_nobody(
    pools: tuple[QueryPool, QueryPool], case: dict[str, Any]
) -> None:
    hasty, patient = pools
    pool = hasty if case["expect"] in ("stopped", "bounded") else patient
    expected = OUTCOMES if case["expect"] == "bounded" else {case["expect"]}
    assert outcome(pool, query(case)) in expected
    assert pool.run(SIMPLE).body == ANSWER


def test_ten_hostile_queries_at_once_leave_a_simple_one_its_answer(folder: str) -> None:
    pool = QueryPool(folder, size=2, limits=Limits(timeout=30))
    ends: list[CityrelError] = []

    def ask(text: str) -> None:
        with pytest.raises(CityrelError) as caught:
            pool.run(Request(text))
        ends.append(caught.value)

    endless = (case for case in CASES if case["expect"] == "stopped" and not case.get("ends"))
    threads = [threading.Thread(target=ask, args=(query(case),)) for case in islice(cycle(endless), 10)]
    for thread in threads:
        thread.start()
        assert pool.run(SIMPLE).body == ANSWER
    assert [thread.is_alive() for thread in threads] == [True] * 10
    assert [pool.run(SIMPLE).body for _ in range(10)] == [ANSWER] * 10
    pool.close()
    for thread in threads:
        thread.join()
    assert len(ends) == 10
