"""The form of an answer: the JSON Schema that the address gets, and by which each item is checked."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cityrel.extraction.llm import schemes

FILE = Path(__file__).with_name("answer.schema.json")
LISTS = ("stages", "holdings", "events", "quotations", "topics")
"""The lists of an answer."""


@cache
def schema() -> Mapping[str, Any]:
    """Give the schema; an `enum` that names a scheme in the file has the keys of that scheme here."""
    filled: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"), object_hook=_with_keys)
    return filled


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema()["$defs"]})


def fault(kind: str, item: object) -> str | None:
    """Say what is wrong with an item of one of the lists, or None."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator(kind).iter_errors(item))
    if error is None:
        return None
    where = ".".join(map(str, error.absolute_path))
    return f"{where}: {error.message}" if where else str(error.message)


def _with_keys(node: dict[str, Any]) -> dict[str, Any]:
    scheme = node.get("enum")
    return {**node, "enum": list(schemes.meanings(scheme))} if isinstance(scheme, str) else node
