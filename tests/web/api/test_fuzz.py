"""Requests made up from the description, right and wrong ones: each is answered as the description says.

Schemathesis makes and judges them. Its own plugin for pytest is left out (see pyproject.toml): hypothesis
alone runs its strategies, so that no more than two libraries have to fit each other.
"""

from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from cityrel.web.api.operations import OPERATIONS

EXAMPLES = 15
PLAIN = {"Accept-Encoding": "identity"}
"""Its way to call an application leaves a compressed answer as it is."""


@pytest.fixture
def described(app: Flask) -> Any:
    """Give the operations as the running application describes them."""
    return schemathesis.openapi.from_wsgi("/api/openapi.json", app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("path", [f"/api/{operation.path}" for operation in OPERATIONS])
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_every_request_is_answered_as_described(
    described: Any, path: str, mode: GenerationMode, data: st.DataObject
) -> None:
    case = data.draw(described[path]["GET"].as_strategy(generation_mode=mode))
    case.call_and_validate(headers=PLAIN)
