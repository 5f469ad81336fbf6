"""What the page of an office shows where articles name different holders."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from flask import Flask

from cityrel.store import open_store
from cityrel.web import close, create_app

DATA = Path(__file__).parents[2] / "queries" / "disagreeing-holders" / "data.trig"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = str(tmp_path_factory.mktemp("offices") / "store")
    graphs: dict[str, str] = {}
    for quad in pyoxigraph.parse(path=DATA):
        name = str(quad.graph_name).strip("<>")
        graphs[name] = graphs.get(name, "") + f"{quad.triple} .\n"
    with open_store(folder, write=True) as store:
        store.replace(graphs)
        store.publish()
    app = create_app(folder, query_timeout=20, workers=1)
    yield app
    close(app)


def test_holders_at_one_time_are_shown_each_with_the_articles_that_name_them(
    page: Callable[..., Any],
) -> None:
    opened = page("/office/1/mayor")
    assert "Sources disagree" in opened.text
    assert opened.texts("strong") == ["P", "Q"]
    assert {"/person/p/1", "/article/a", "/article/b", "/article/c"} <= set(opened.links)


def test_an_office_on_whose_holder_all_agree_has_no_such_note(page: Callable[..., Any]) -> None:
    assert "Sources disagree" not in page("/office/2/mayor").text
