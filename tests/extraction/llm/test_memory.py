"""Answers are kept: the same question costs nothing again."""

from pathlib import Path
from typing import Any

import pytest
from tests.extraction.llm.conftest import GOOD, TEXT, Ask
from tests.llm_stub import Stub, fails, says

from cityrel.errors import LlmError
from cityrel.extraction.llm import Ledger, Limits, Memory, Usage
from cityrel.model import Article


def test_the_same_question_is_asked_once_and_costs_nothing_then(
    stub: Stub, ask: Ask, ledger: Ledger, tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "answers")
    stub.will(GOOD, fails(500))
    assert ask(memory=memory) == ask(memory=memory, limits=Limits(tokens=1))
    assert ledger.total() == Usage(1, 1000, 100, remembered=1)


@pytest.mark.parametrize("changes", [{"model": "other"}, {"about": Article("x", TEXT + ".", "en")}])
def test_another_question_is_asked(stub: Stub, ask: Ask, tmp_path: Path, changes: dict[str, Any]) -> None:
    memory = Memory(tmp_path / "answers")
    ask(memory=memory)
    ask(memory=memory, **changes)
    assert len(stub.requests) == 2


def test_an_answer_that_cannot_be_used_is_not_kept(stub: Stub, ask: Ask, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "answers")
    stub.will(says("{"), says("{"), GOOD)
    with pytest.raises(LlmError):
        ask(memory=memory)
    assert len(ask(memory=memory).stages) == 1


def test_an_answer_that_was_spoilt_is_asked_for_again(stub: Stub, ask: Ask, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "answers")
    stub.will(GOOD)
    ask(memory=memory)
    for file in (tmp_path / "answers").iterdir():
        file.write_text("{", encoding="utf-8")
    assert len(ask(memory=memory).stages) == 1
    assert len(stub.requests) == 2


def test_a_folder_that_cannot_be_written_costs_no_answer(stub: Stub, ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    stub.will(GOOD)
    assert len(ask(memory=Memory(tmp_path / "file" / "answers")).stages) == 1
