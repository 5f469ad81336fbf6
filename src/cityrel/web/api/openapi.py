"""The OpenAPI 3.1 description, made from the declared operations, their parameters and the schemas."""

from importlib.metadata import version
from typing import Any

from cityrel.web import language
from cityrel.web.api.address import ROOT
from cityrel.web.api.operation import Operation
from cityrel.web.api.operations import OPERATIONS
from cityrel.web.api.parameters import Parameter
from cityrel.web.api.problems import PROBLEM
from cityrel.web.api.schemas import components

Part = dict[str, Any]

JSON = "application/json"
VERSION = "3.1.0"
LICENCE = {"name": "MIT", "identifier": "MIT"}

TAG = {"ETag": {"description": "Mark of the published data.", "schema": {"type": "string"}}}
NEXT = {"Link": {"description": "The next page (RFC 8288).", "schema": {"type": "string"}}}

PROBLEMS = {
    "400": "A parameter is unknown, or not as it must be.",
    "404": "There is nothing of this key.",
    "406": "JSON is not accepted.",
    "503": "The data cannot be read at the moment.",
}


def description(server: str) -> Part:
    """Give the description of the API below an address."""
    return {
        "openapi": VERSION,
        "info": {
            "title": "cityrel",
            "version": version("cityrel"),
            "summary": _text("api.lead"),
            "license": LICENCE,
        },
        "servers": [{"url": server}],
        "paths": {ROOT + operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": components()},
    }


def summary(operation: Operation) -> str:
    """Give the text on an operation in the language of the page."""
    return language.text(f"api_operation.{operation.name}")


def meaning(parameter: str) -> str:
    """Give the text on a parameter in the language of the page."""
    return language.text(f"api_parameter.{parameter}")


def _operation(operation: Operation) -> Part:
    return {
        "operationId": operation.name,
        "summary": _text(f"api_operation.{operation.name}"),
        "parameters": [*map(_key, operation.path_parts), *map(_parameter, operation.parameters)],
        "responses": _responses(operation),
    }


def _key(name: str) -> Part:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": _text(f"api_parameter.{name}"),
        "schema": {"type": "string", "minLength": 1},
    }


def _parameter(parameter: Parameter) -> Part:
    one = dict(parameter.schema)
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": _text(f"api_parameter.{parameter.name}"),
        "schema": {"type": "array", "items": one} if parameter.many else one,
        **({"style": "form", "explode": True} if parameter.many else {}),
    }


def _responses(operation: Operation) -> Part:
    headers = TAG | (NEXT if any(one.name == "after" for one in operation.own) else {})
    return {
        "200": {
            "description": _text("api.found"),
            "headers": headers,
            "content": {JSON: {"schema": {"$ref": f"#/components/schemas/{operation.schema}"}}},
        },
        "304": {"description": "The client has it already.", "headers": TAG},
        **{status: _problem(text) for status, text in PROBLEMS.items() if _may(status, operation)},
    }


def _may(status: str, operation: Operation) -> bool:
    return status != "404" or bool(operation.path_parts)


def _problem(text: str) -> Part:
    return {"description": text, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _text(key: str) -> str:
    return language.texts("en")[key]
