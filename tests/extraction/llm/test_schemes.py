"""What a model is told of the keys is what the ontology defines."""

from typing import get_args

import pytest

from cityrel.extraction.llm import schemes
from cityrel.extraction.llm.schema import LISTS, schema
from cityrel.model import KINDS, STAGES, Modality, Qualifier


@pytest.mark.parametrize(
    ("scheme", "keys"),
    [
        ("stage", STAGES),
        ("kind", KINDS),
        ("modality", get_args(Modality)),
        ("qualifier", get_args(Qualifier)),
    ],
)
def test_the_keys_of_a_scheme_are_those_of_the_model(scheme: str, keys: tuple[str, ...]) -> None:
    assert set(schemes.meanings(scheme)) == set(keys)


@pytest.mark.parametrize("scheme", schemes.EXPLAINED)
def test_every_key_stands_in_the_glossary_with_its_meaning(scheme: str) -> None:
    for key, meaning in schemes.meanings(scheme).items():
        assert f"- `{key}`: {meaning}" in schemes.glossary()


def test_the_schema_closes_every_object_and_requires_every_key() -> None:
    objects = [schema(), *(schema()["$defs"][name] for name in (*LISTS, "place"))]
    for form in objects:
        assert form["additionalProperties"] is False
        assert set(form["required"]) == set(form["properties"])


def test_the_lists_of_the_schema_are_those_that_are_read() -> None:
    assert tuple(schema()["properties"]) == LISTS
