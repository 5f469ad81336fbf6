"""The API as a program asks it: every answer is held against its schema."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from cityrel.web.api.operations import OPERATIONS
from cityrel.web.api.schemas import components

SCHEMA_OF = {f"api.{operation.name}": operation.schema for operation in OPERATIONS}


def validator(schema: str) -> Draft202012Validator:
    """Give what holds a value against one of the schemas of the API."""
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{schema}", "components": {"schemas": components()}}
    )


@pytest.fixture
def ask(app: Flask, client: FlaskClient) -> Callable[[str], dict[str, Any]]:
    """Give what answers an address of the API; the answer is found, and as its schema says."""

    def answer(address: str) -> dict[str, Any]:
        response = client.get(address)
        assert response.status_code == 200, response.text
        assert response.content_type == "application/json"
        endpoint, _ = app.url_map.bind("localhost").match(address.partition("?")[0])
        body: dict[str, Any] = response.get_json()
        validator(SCHEMA_OF[endpoint]).validate(body)
        return body

    return answer


@pytest.fixture
def refuse(client: FlaskClient) -> Callable[..., dict[str, Any]]:
    """Give what asks in vain; the answer is a problem, as its schema says."""

    def answer(address: str, method: str = "GET", accept: str = "application/json") -> dict[str, Any]:
        response = client.open(address, method=method, headers={"Accept": accept})
        assert response.content_type == "application/problem+json"
        body: dict[str, Any] = response.get_json(force=True)
        validator("Problem").validate(body)
        assert body["status"] == response.status_code
        return body

    return answer
