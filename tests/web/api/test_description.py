"""The description of the API: valid OpenAPI, true to the routes, in both languages for people."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from cityrel.web.api import openapi
from cityrel.web.api.operations import OPERATIONS
from cityrel.web.api.schemas import components


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").get_json()
    return found


def test_the_description_is_valid_openapi(described: dict[str, Any]) -> None:
    validate(described, cls=OpenAPIV31SpecValidator)
    assert described["openapi"].startswith("3.1")


def test_every_route_of_the_api_is_described_and_every_described_one_exists(
    app: Flask, described: dict[str, Any]
) -> None:
    rules = {rule.rule.replace("<path:key>", "{key}") for rule in app.url_map.iter_rules()}
    assert set(described["paths"]) == {r for r in rules if r.startswith("/api/")} - {
        "/api/",
        "/api/openapi.json",
    }


@pytest.mark.parametrize("name", sorted(components()))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(components()[name])


def test_an_object_has_no_property_that_is_not_described_and_always_all() -> None:
    place = components()["PlaceReference"]
    assert place["additionalProperties"] is False
    assert place["required"] == ["id", "key", "name", "country", "country_name", "geonames"]
    assert place["properties"]["geonames"]["type"] == ["integer", "null"]
    assert all(line["description"] for line in place["properties"].values())


def test_every_parameter_is_explained(described: dict[str, Any]) -> None:
    parameters = [one for path in described["paths"].values() for one in path["get"]["parameters"]]
    assert {one["name"] for one in parameters} >= {"q", "stage", "min_sources", "after", "lang", "key"}
    assert all(one["description"] and one["schema"] for one in parameters)


def test_the_description_is_the_same_in_every_language(client: FlaskClient) -> None:
    english = client.get("/api/openapi.json", headers={"Accept-Language": "en"}).get_json()
    assert client.get("/api/openapi.json", headers={"Accept-Language": "id"}).get_json() == english


def test_the_server_is_where_the_application_is_mounted(app: Flask) -> None:
    with app.test_request_context("/api/openapi.json", base_url="https://x/data"):
        assert openapi.description("/data/")["servers"] == [{"url": "/data/"}]


@pytest.mark.parametrize("language", ["en", "id"])
def test_people_get_a_page_with_every_operation_and_examples_that_work(
    page: Callable[..., Any], client: FlaskClient, language: str
) -> None:
    opened = page("/api/", language)
    assert opened.status == 200
    assert opened.texts("h2") == [f"/api/{operation.path}" for operation in OPERATIONS]
    examples = [link for link in opened.links if link.startswith("/api/") and "openapi" not in link]
    tried = {link: client.get(link).status_code for link in examples if link.partition("?")[0] != "/api/"}
    assert len(tried) == len(OPERATIONS)
    assert set(tried.values()) == {200}


def test_programs_get_a_list_of_the_operations(client: FlaskClient) -> None:
    body = client.get("/api/").get_json()
    assert body["description"] == "/api/openapi.json"
    assert [one["name"] for one in body["operations"]] == [operation.name for operation in OPERATIONS]


def test_without_the_last_slash_the_page_is_found_too(client: FlaskClient) -> None:
    assert client.get("/api", follow_redirects=True).status_code == 200
