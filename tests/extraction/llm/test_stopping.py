"""What ends the whole run: hopeless errors, and limits on tokens and cost."""

from typing import Any

import pytest
from tests.extraction.llm.conftest import GOOD, Ask
from tests.llm_stub import Response, Stub, fails

from cityrel.errors import RunStopped
from cityrel.extraction.llm import Limits, Prices

HOPELESS = {
    "no right": fails(401, "wrong key"),
    "no such model": fails(404, "no such model"),
    "no credit": fails(429, "pay first", code="insufficient_quota"),
    "moved": fails(307, "elsewhere", location="http://127.0.0.1:9/"),
}


@pytest.mark.parametrize("response", HOPELESS.values(), ids=HOPELESS)
def test_what_every_article_would_meet_stops_the_run(stub: Stub, ask: Ask, response: Response) -> None:
    stub.will(response)
    with pytest.raises(RunStopped, match="status"):
        ask(retries=0)


def test_an_address_where_nobody_answers_stops_the_run(ask: Ask) -> None:
    with pytest.raises(RunStopped, match="cannot be reached"):
        ask(url="http://127.0.0.1:9/v1", retries=0)


def test_a_connection_that_drops_is_tried_again(stub: Stub, ask: Ask) -> None:
    stub.will(Response("", drop=True), GOOD)
    assert len(ask(retries=1).stages) == 1


def test_a_limit_on_tokens_stops_the_run_before_the_next_request(stub: Stub, ask: Ask) -> None:
    stub.will(GOOD)
    limits = Limits(tokens=1100)
    assert len(ask(limits=limits).stages) == 1
    with pytest.raises(RunStopped, match="1100 tokens"):
        ask(limits=limits)
    assert len(stub.requests) == 1


def test_a_limit_on_the_cost_stops_the_run(stub: Stub, ask: Ask) -> None:
    stub.will(GOOD)
    terms: dict[str, Any] = {"prices": Prices(10.0, 100.0), "limits": Limits(cost=0.02)}
    assert len(ask(**terms).stages) == 1
    with pytest.raises(RunStopped, match=r"cost of this run, 0\.02"):
        ask(**terms)
