"""What axe finds on the pages: nothing, by the rules of WCAG 2.2 up to AA, light and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.editing import COUNTS, GRAPH, PLACES, button, shared, write
from tests.web_store import PAGES

api = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")

OpenTab = Callable[..., Any]

OTHERS = ("/sparql?query=SELECT", "/nothing", "/graph/removed", "/kind", "/event-type")
"""Pages that say what is wrong, and lists with nothing in them."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "([tags, rules]) => axe.run({runOnly: tags, rules}).then(found => found.violations)"
MOVED_FROM_OUTSIDE = "scrollable-region-focusable"
"""The rule that a list with more than it shows must take the focus. The list of offers does not: the editor
keeps the focus, and its arrow keys move the list."""


@pytest.fixture(scope="module")
def axe(repository: Path) -> str:
    """Give the script of axe."""
    path = repository / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("needs axe: run make tests, or python frontend/npm.py ci --ignore-scripts")
    return path.read_text(encoding="utf-8")


def violations(tab: Any, axe: str, *without: str) -> list[str]:
    """Give what axe finds, a line for each element, without looking at some rules."""
    tab.evaluate(axe)
    return [
        f"{found['id']}: {node['html'][:200]} {node['any'][0]['message'] if node['any'] else ''}"
        for found in tab.evaluate(RUN, [RULES, {rule: {"enabled": False} for rule in without}])
        for node in found["nodes"]
    ]


def in_both_schemes(tab: Any, axe: str, *without: str) -> dict[str, list[str]]:
    """Give what axe finds in light and in dark, nothing where it finds nothing."""
    found = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found[scheme] = violations(tab, axe, *without)
    return {scheme: lines for scheme, lines in found.items() if lines}


@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_a_page_is_accessible(open_tab: OpenTab, axe: str, path: str) -> None:
    assert in_both_schemes(open_tab(path), axe) == {}


@pytest.mark.parametrize(
    ("query", "view"),
    [(PLACES, "Table"), (PLACES, "Map"), (COUNTS, "Chart"), (GRAPH, "Graph"), (GRAPH, "Text")],
)
def test_an_answer_is_accessible(open_tab: OpenTab, axe: str, query: str, view: str) -> None:
    tab = open_tab(shared(query))
    button(tab, view).click()
    api.expect(tab.locator(".view > *")).to_be_visible()
    tab.get_by_text("Your last queries").click()
    tab.get_by_text("Use this query in a program").click()
    assert in_both_schemes(tab, axe) == {}


def test_the_editor_is_accessible_while_it_offers_and_while_it_marks(open_tab: OpenTab, axe: str) -> None:
    tab = open_tab("/sparql")
    write(tab, 'PREFIX x: <y:> # note\nSELECT (COUNT(*) AS ?n) { ?s x:p "text"@en, 1.5, true ; a ')
    tab.keyboard.type("cr:p")
    api.expect(tab.get_by_role("option").first).to_be_visible()
    assert in_both_schemes(tab, axe, MOVED_FROM_OUTSIDE) == {}
    tab.keyboard.press("Escape")
    tab.keyboard.press("Control+Enter")
    api.expect(tab.get_by_role("alert")).to_be_visible()
    assert in_both_schemes(tab, axe) == {}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_of_a_phone(open_tab: OpenTab, path: str) -> None:
    tab = open_tab(path, viewport={"width": 320, "height": 640})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
