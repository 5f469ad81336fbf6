"""docs/languages.md tells of every file and key of a language pack, and of none that there is not."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from cityrel.languages import available, load
from cityrel.languages.date_words import placeholders
from cityrel.languages.examples import FACTS, Example
from cityrel.languages.pack import OPTIONAL, SECTIONS

DOCUMENT = Path(__file__).parents[2] / "docs" / "languages.md"
DATED = "dates"


@cache
def sections() -> Mapping[str, str]:
    """Give what stands under each heading of the document."""
    parts = re.split(r"^## (.*)\n", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> list[str]:
    """Give the keys that the tables of a section tell of, in order."""
    first = re.findall(r"^\| (`[^|]*`) \|", sections()[f"{section}.toml"], re.MULTILINE)
    return [key for cell in first for key in re.findall(r"`([^`]+)`", cell)]


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def keys_in_packs(section: str, table: str) -> set[str]:
    """Give the keys that packs have in a table, as the document writes them."""
    found = (getattr(getattr(load(code), section), table) for code in available())
    return {f"{table}.{key}" for keys in found if isinstance(keys, Mapping) for key in keys}


def test_every_file_of_a_pack_has_a_section_and_every_section_a_file() -> None:
    documented = {name.removesuffix(".toml") for name in sections() if name.endswith(".toml")}
    assert documented == set(SECTIONS)


@pytest.mark.parametrize("section", sorted(set(SECTIONS) - {"examples"}))
def test_every_key_of_a_file_is_documented_and_every_documented_key_exists(section: str) -> None:
    assert {key for key in rows(section) if "." not in key} == names(SECTIONS[section])


@pytest.mark.parametrize("section", sorted(set(SECTIONS) - {"examples"}))
def test_a_table_whose_keys_are_told_one_by_one_has_these_keys(section: str) -> None:
    dotted = {key for key in rows(section) if "." in key}
    tables = {key.partition(".")[0] for key in dotted}
    assert dotted == {key for table in tables for key in keys_in_packs(section, table)}


def test_every_key_of_an_example_is_documented_and_every_documented_key_exists() -> None:
    groups = {key for key in rows("examples") if key.startswith("[[")}
    assert groups == {f"[[{name}]]" for name in names(SECTIONS["examples"])}
    inside = {f"{name}.{key}" for name, kind in FACTS.items() for key in names(kind)}
    assert set(rows("examples")) - groups == names(Example) | inside


def test_no_key_is_told_twice() -> None:
    assert [(name, key) for name in SECTIONS for key in rows(name) if rows(name).count(key) > 1] == []


@pytest.mark.parametrize("code", available())
def test_every_placeholder_of_a_date_is_documented_and_every_documented_one_exists(code: str) -> None:
    dates = load(code).dates
    known = set(placeholders(code, dates)) - set(dates.words)
    documented = set(re.findall(r"`\{(\w+)\}`", sections()[f"{DATED}.toml"])) - {"name"}
    assert documented == known


def test_the_example_of_the_document_is_one_of_the_examples() -> None:
    block = re.search(r"```toml\n(.*?)```", sections()["examples.toml"], re.DOTALL)
    assert block
    source = (load("en").folder / "examples.toml").read_text(encoding="utf-8")
    assert block[1].strip() in source.replace("fails = true\n", "")


def test_what_may_be_left_out_is_said() -> None:
    for name in OPTIONAL:
        assert sections()[f"{name}.toml"].lstrip().startswith("Only for")
