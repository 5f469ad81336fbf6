"""The schemas of answers, from `schemas.toml`, in the form that OpenAPI has them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cityrel.web.api.concepts import keys
from cityrel.web.formatting import STAGE_GROUPS, UNSTATED
from cityrel.web.searching import LEVELS, MATCHES, TYPES

Schema = dict[str, Any]

FILE = Path(__file__).parent / "schemas.toml"
BASIC = ("string", "integer", "number", "boolean")
CLAIMS = {
    "stage": "StageClaim",
    "holding": "HoldingClaim",
    "event": "EventClaim",
    "quotation": "QuotationClaim",
    "topic": "TopicClaim",
}
"""From the type of a claim to the schema of such claims."""
PAGE = {
    "total": ["integer", "Items in all."],
    "next": ["string?", "Address of the next page; null on the last."],
}
DATE = r"^-?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?$"
"""A year, a month or a day, as ISO 8601 writes it."""


@cache
def components() -> dict[str, Schema]:
    """Give all schemas by name."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    objects = {name: _object(name, tables) for name in tables}
    claim = {"oneOf": [_reference(name) for name in CLAIMS.values()], "discriminator": _discriminator()}
    return {**objects, "Claim": claim, **_keys()}


def _object(name: str, tables: Mapping[str, Any]) -> Schema:
    properties = _properties(name, tables)
    return {
        "type": "object",
        "properties": {key: _described(*line) for key, line in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }


def _properties(name: str, tables: Mapping[str, Any]) -> dict[str, list[str]]:
    table = dict(tables[name])
    if "_list" in table:
        return {"items": [f"{table['_list']}*", "The items of this page, by key."], **PAGE}
    inherited: dict[str, list[str]] = {}
    for part in table.pop("_parts", ()):
        inherited |= _properties(part, tables)
    return inherited | table


def _described(kind: str, meaning: str) -> Schema:
    return {**_typed(kind), "description": meaning}


def _typed(kind: str) -> Schema:
    if kind.endswith("*"):
        return {"type": "array", "items": _typed(kind[:-1])}
    if kind.endswith("?"):
        inner = _typed(kind[:-1])
        plain = set(inner) == {"type"}
        return {"type": [inner["type"], "null"]} if plain else {"anyOf": [inner, {"type": "null"}]}
    if kind.startswith("="):
        return {"type": "string", "const": kind[1:]}
    return {"type": kind} if kind in BASIC else _reference(kind)


def _reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _discriminator() -> Schema:
    mapping = {kind: f"#/components/schemas/{name}" for kind, name in CLAIMS.items()}
    return {"propertyName": "type", "mapping": mapping}


def _keys() -> dict[str, Schema]:
    """Give the schemas of single values: keys of concepts, and texts of a form."""
    enums = {
        "KindKey": keys("kind"),
        "Level": LEVELS,
        "Match": MATCHES,
        "Modality": keys("modality"),
        "StageKey": keys("stage"),
        "StandingKey": (*STAGE_GROUPS, UNSTATED),
        "TopicKey": keys("topic"),
        "SearchType": tuple(TYPES.values()),
    }
    return {
        **{name: {"type": "string", "enum": list(values)} for name, values in enums.items()},
        "Date": {"type": "string", "pattern": DATE},
        "Iri": {"type": "string", "format": "iri"},
    }
