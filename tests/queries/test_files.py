"""Every file of queries/ is SPARQL and opens with its question in two languages."""

from pathlib import Path

import pyoxigraph
import pytest

from cityrel import resources

QUERIES = resources.folder("queries")
FILES = sorted(path.relative_to(QUERIES).as_posix() for path in QUERIES.rglob("*.r[qu]"))


@pytest.mark.parametrize("name", FILES)
def test_a_query_opens_with_its_question_in_english_and_indonesian(name: str) -> None:
    english, indonesian = (QUERIES / name).read_text(encoding="utf-8").splitlines()[:2]
    for line in (english, indonesian):
        assert line.startswith("# ")
        assert "?" in line
    assert english != indonesian


@pytest.mark.parametrize("name", FILES)
def test_a_query_is_sparql(name: str) -> None:
    text, store = (QUERIES / name).read_text(encoding="utf-8"), pyoxigraph.Store()
    if name.endswith(".ru"):
        store.update(text)
    else:
        store.query(text, use_default_graph_as_union=True)


def test_there_are_at_least_ten_competency_queries() -> None:
    assert len([name for name in FILES if name.startswith("competency/")]) >= 10


def test_every_folder_of_queries_is_explained() -> None:
    explained = (QUERIES / "README.md").read_text(encoding="utf-8")
    folders = {Path(name).parts[0] for name in FILES}
    assert {folder for folder in folders if f"`{folder}/`" not in explained} == set()
