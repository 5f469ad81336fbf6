"""The form of the ontology's files: one way to write them, so that a change shows as a change."""

import re
import unicodedata
from pathlib import Path

import pytest

from cityrel import resources

FILES = sorted(resources.folder("ontology").glob("*.ttl"))
PREFIX = re.compile(r"^@prefix ([\w-]*): <[^>]+> \.$", re.MULTILINE)
TOP = re.compile(r"^([a-z-]+:\w+) a ", re.MULTILINE)


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_plain_text_in_one_normal_form(path: Path) -> None:
    text = text_of(path)
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith(" .\n")
    assert [line for line in text.split("\n") if line != line.rstrip() or "\t" in line or "\r" in line] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_opens_with_what_it_is_for_and_its_base(path: Path) -> None:
    first, empty, base = text_of(path).split("\n")[:3]
    assert first.startswith("# ")
    assert empty == ""
    name = "ontology" if path.stem == "cityrel" else path.stem
    assert base == f"@base <https://w3id.org/cityrel/{name}> ."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_prefixes_are_sorted_and_all_used(path: Path) -> None:
    text = text_of(path)
    prefixes = PREFIX.findall(text)
    body = PREFIX.sub("", text)
    assert prefixes == sorted(prefixes)
    assert [prefix for prefix in prefixes if not re.search(rf"(?<![\w-]){prefix}:", body)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_thing_is_described_in_one_block(path: Path) -> None:
    things = TOP.findall(text_of(path))
    assert things
    assert len(things) == len(set(things))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_no_blank_nodes(path: Path) -> None:
    without_text = re.sub(r'"[^"]*"', "", text_of(path))
    assert "[" not in without_text
    assert "_:" not in without_text
