"""The questions that the data must answer, each on a small data set with its expected answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cityrel import resources
from cityrel.store import Store

HERE = Path(__file__).parent
COMPETENCY = sorted((resources.folder("queries") / "competency").glob("*.rq"))
CHECKS = sorted((resources.folder("queries") / "checks").glob("*.rq"))
CASES = sorted(path.parent.name for path in HERE.glob("*/data.trig"))
Table = list[dict[str, str]]


def test_every_competency_query_has_a_case() -> None:
    assert sorted(path.stem for path in COMPETENCY) == CASES


@pytest.mark.parametrize("query", COMPETENCY, ids=lambda path: path.stem)
def test_a_competency_query_gives_the_expected_answer(
    query: Path,
    load: Callable[[Path], Store],
    answer: Callable[[str], Table],
    table: Callable[[Path], Table],
) -> None:
    load(HERE / query.stem / "data.trig")
    assert answer(query.read_text(encoding="utf-8")) == table(HERE / query.stem / "expected.csv")


@pytest.mark.parametrize("case", CASES)
def test_the_data_of_the_cases_pass_the_checks_of_what_is_derived(
    case: str, load: Callable[[Path], Store], answer: Callable[[str], Table]
) -> None:
    load(HERE / case / "data.trig")
    for check in CHECKS:
        if check.stem != "claims-without-evidence":  # the small data leave evidence out
            assert answer(check.read_text(encoding="utf-8")) == [], check.stem
