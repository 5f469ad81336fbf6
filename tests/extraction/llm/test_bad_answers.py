"""Answers that cannot be used, come too late or not at all."""

import json
from dataclasses import replace

import pytest
from tests.extraction.llm.conftest import (
    GOOD,
    SIGNED,
    Ask,
)
from tests.llm_stub import Response, Stub, fails, says

from cityrel.errors import LlmError
from cityrel.extraction.llm import Ledger, Usage

MALFORMED = {
    "no JSON": says("Here you are: {}"),
    "JSON cut off": says('{"stages": ['),
    "JSON in a fence": says("```json\n{}\n```"),
    "an array": says("[]"),
    "another object": says('{"answer": 42}'),
    "NaN": says('{"stages": NaN}'),
    "too deep": says("[" * 100_000),
    "an empty message": says(""),
    "no message": says(None),
    "no choices": Response(json.dumps({"choices": []})),
    "choices of another form": Response(json.dumps({"choices": {"message": 1}})),
    "a page": Response("<html>Welcome</html>", headers={"content-type": "text/html"}),
    "nothing": Response(""),
    "a JSON text": Response('"hello"'),
}


@pytest.mark.parametrize("response", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_answer_is_asked_for_once_more_and_then_an_error(
    stub: Stub, ask: Ask, response: Response
) -> None:
    stub.will(response)
    with pytest.raises(LlmError, match="2 times") as error:
        ask()
    assert len(stub.requests) == 2
    assert "\n" not in str(error.value)


def test_a_second_answer_that_is_well_formed_counts(stub: Stub, ask: Ask, ledger: Ledger) -> None:
    stub.will(says("{"), GOOD)
    assert len(ask().stages) == 1
    assert ledger.total() == Usage(2, 2000, 200)


def test_a_missing_or_unknown_list_is_told_and_the_others_count(stub: Stub, ask: Ask) -> None:
    stub.will(says(json.dumps({"stages": [SIGNED], "topics": 7, "secrets": []})))
    facts = ask()
    assert len(facts.stages) == 1
    assert any("topics" in warning for warning in facts.article.warnings)
    assert any("secrets" in warning for warning in facts.article.warnings)


FINAL = {
    "a refusal": (says(None, refusal="I can't help with that"), "refuses to answer: I can't help"),
    "a filter": (says("{}", finish="content_filter"), "filter"),
    "a cut": (says('{"stages": [', finish="length"), "cut off"),
    "a bad request": (fails(400, "context too long"), "status 400: .*context too long"),
}


@pytest.mark.parametrize(("response", "said"), FINAL.values(), ids=FINAL)
def test_what_asking_again_would_not_change_is_an_error_at_once(
    stub: Stub, ask: Ask, response: Response, said: str
) -> None:
    stub.will(response)
    with pytest.raises(LlmError, match=said):
        ask()
    assert len(stub.requests) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_what_fails_in_passing_is_tried_again(stub: Stub, ask: Ask, status: int) -> None:
    stub.will(fails(status), fails(status), GOOD)
    assert len(ask(retries=2).stages) == 1
    assert len(stub.requests) == 3


@pytest.mark.parametrize("status", [429, 500])
def test_what_goes_on_failing_is_an_error_on_this_article(stub: Stub, ask: Ask, status: int) -> None:
    stub.will(fails(status, "too busy"))
    with pytest.raises(LlmError, match=f"status {status}.*too busy"):
        ask(retries=1)
    assert len(stub.requests) == 2


def test_an_answer_that_takes_too_long_is_an_error(stub: Stub, ask: Ask) -> None:
    stub.will(says("{}", delay=1.0))
    with pytest.raises(LlmError, match=r"no answer within 0\.2 seconds"):
        ask(timeout=0.2, retries=0)


def test_blanks_sent_while_a_model_thinks_do_not_count_as_an_answer(stub: Stub, ask: Ask) -> None:
    stub.will(Response("{}", blanks=60))
    with pytest.raises(LlmError, match=r"no answer within 0\.3 seconds"):
        ask(timeout=0.3, retries=0)


def test_blanks_before_an_answer_in_time_do_no_harm(stub: Stub, ask: Ask) -> None:
    stub.will(replace(GOOD, blanks=5))
    assert len(ask().stages) == 1


def test_a_response_beyond_measure_is_not_read(stub: Stub, ask: Ask) -> None:
    stub.will(Response(" " * 10_000_001))
    with pytest.raises(LlmError, match="no answer"):
        ask(retries=0)
