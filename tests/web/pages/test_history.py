"""What the page of a partnership shows where several articles tell of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from flask import Flask

from cityrel.store import open_store
from cityrel.web import close, create_app

DATA = Path(__file__).parents[2] / "queries" / "disagreements" / "data.trig"


def graphs() -> dict[str, str]:
    """Give articles that disagree, and a copy of the first of them under the name of `k`."""
    found: dict[str, str] = {}
    for quad in pyoxigraph.parse(path=DATA):
        name = str(quad.graph_name).strip("<>")
        found[name] = found.get(name, "") + f"{quad.triple} .\n"
    first = next(name for name in found if name.endswith("article/a"))
    return {**found, first[:-1] + "k": found[first].replace("article/a", "article/k")}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = str(tmp_path_factory.mktemp("history") / "store")
    with open_store(folder, write=True) as store:
        store.replace(graphs())
        store.publish()
    app = create_app(folder, query_timeout=20, workers=1)
    yield app
    close(app)


def test_dates_and_kinds_on_which_sources_disagree_are_shown_with_both_sides(
    page: Callable[..., Any],
) -> None:
    opened = page("/partnership/1-2")
    assert "Sources disagree" in opened.text
    sides = opened.texts("strong")
    assert sides == ["1 March 2021", "April 2021", "friendship city", "sister city"]
    assert {"/article/a", "/article/b", "/article/c", "/article/k"} <= set(opened.links)


def test_a_denial_stands_beside_what_it_denies(page: Callable[..., Any]) -> None:
    assert page("/partnership/1-3").texts("strong") == ["signed", "denied"]
    assert page("/partnership/1-3", language="id").texts("strong") == ["ditandatangani", "dibantah"]


def test_where_sources_agree_nothing_is_said_of_it(page: Callable[..., Any]) -> None:
    assert "Sources disagree" not in page("/partnership/2-3").text


def test_a_step_gathers_its_articles_and_counts_sources(page: Callable[..., Any]) -> None:
    opened = page("/partnership/1-2")
    [step] = [text for text in opened.texts("p") if text.startswith("1 March 2021: signed")]
    assert step.endswith("articles: 2, sources: 1")


def test_a_copy_says_of_what(page: Callable[..., Any]) -> None:
    assert "a copy" in page("/partnership/1-2").texts("a")
    assert "Copy of" in page("/article/k").texts("dt")
    assert "/article/a" in page("/article/k").links
    assert "Copy of" not in page("/article/a").texts("dt")
