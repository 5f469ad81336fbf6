"""Sessions at the query page, as a person has them."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.editing import (
    COUNTS,
    GRAPH,
    LONG,
    PLACES,
    PREFIXES,
    SHORT,
    button,
    column,
    run,
    shared,
    write,
)

api = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")

OpenTab = Callable[..., Any]


def see(locator: Any) -> Any:
    return api.expect(locator)


def test_a_query_is_written_with_completion_and_its_prefixes_come_by_themselves(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    write(tab, "")
    tab.keyboard.type("SELECT * { ?s a partnership")
    offer = tab.get_by_role("option", name="cr:Partnership")
    see(offer).to_be_visible()
    see(tab.locator(".cm-completionInfo")).to_contain_text("two places")
    offer.click()
    see(tab.locator(".cm-content")).to_contain_text("PREFIX cr: <https://w3id.org/cityrel/ontology#>")
    tab.keyboard.type(" ; rdfs:label ?name")
    see(tab.locator(".cm-content")).to_contain_text("PREFIX rdfs:")
    tab.keyboard.press("Control+Enter")
    see(tab.locator(".result tbody tr").first).to_be_visible()


def test_a_result_is_sorted_and_taken_as_a_file(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    run(tab, SHORT)
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    see(tab.locator(".state")).to_contain_text(" s")
    button(tab, "n").click()
    assert column(tab) == ["9", "10", "11"]
    button(tab, "n").click()
    assert column(tab) == ["11", "10", "9"]
    see(tab.get_by_role("columnheader", name="n")).to_have_attribute("aria-sort", "descending")
    with tab.expect_download() as taken:
        tab.get_by_role("link", name="CSV", exact=True).click()
    assert taken.value.path().read_text(encoding="utf-8").split() == ["n", "10", "9", "11"]


def test_a_long_query_is_cancelled_and_the_next_one_answers(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    run(tab, LONG)
    button(tab, "Cancel").click()
    see(tab.locator(".state")).to_have_text("Cancelled.")
    see(button(tab, "Cancel")).to_be_hidden()
    run(tab, SHORT)
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()


def test_a_query_that_is_run_again_takes_the_place_of_the_one_that_runs(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    run(tab, LONG)
    run(tab, SHORT)
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    see(button(tab, "Cancel")).to_be_hidden()


def test_an_error_is_said_and_marked_where_it_stands(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    run(tab, "\n\nSELECT *\n{ <b> }")
    see(tab.get_by_role("alert")).to_contain_text("line 2, column")
    see(tab.locator(".cm-line").nth(3).locator(".cm-lintRange-error, .cm-lintPoint-error")).to_be_visible()
    run(tab, SHORT)
    see(tab.get_by_role("alert")).to_have_count(0)
    see(tab.locator(".cm-lintRange-error")).to_have_count(0)


def test_an_example_runs_by_a_click_where_it_is(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    tab.evaluate("window.here = true")
    tab.get_by_role("link", name="Which articles are copies").click()
    see(tab.locator(".cm-content")).to_contain_text("# Which articles are copies")
    see(tab.locator(".answer h2")).to_contain_text("Rows:")
    assert tab.evaluate("window.here")


def test_every_example_asks_in_both_languages_and_is_answered(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql?lang=id")
    examples = tab.locator(".examples li")
    assert examples.count() >= 15
    for index in range(examples.count()):
        see(examples.nth(index).locator("[lang=en]")).not_to_be_empty()
        examples.nth(index).get_by_role("link").click()
        see(tab.locator(".answer h2")).to_contain_text("Baris:")


def test_a_link_that_is_shared_opens_with_the_query_and_runs_it(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(tab, SHORT)
    button(tab, "Copy link").click()
    see(tab.locator(".state")).to_have_text("The link to this query is copied.")
    link = tab.evaluate("navigator.clipboard.readText()")
    other = open_tab(link.removeprefix(tab.evaluate("window.location.origin")))
    see(other.locator(".cm-content")).to_have_text(SHORT)
    see(other.get_by_role("heading", name="Rows: 3")).to_be_visible()


def test_a_query_of_the_plain_form_is_taken_over(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql?query=ASK%7B%7D")
    see(tab.get_by_role("heading", name="Yes")).to_have_count(1)
    see(tab.locator(".cm-content")).to_have_text("ASK{}")


def test_what_the_plain_form_says_is_wrong_is_marked_too(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql?query=SELECT%20*%20%7B%20%3Cb%3E%20%7D")
    see(tab.get_by_role("alert")).to_contain_text("line 1, column")
    see(tab.locator(".cm-lintRange-error")).to_be_visible()


def test_the_last_queries_are_kept_in_this_browser_and_forgotten_when_one_says_so(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    run(tab, SHORT)
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    tab.goto(tab.url.partition("#")[0])
    tab.get_by_text("Your last queries").click()
    tab.locator(".recent li button").click()
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    button(tab, "Forget them").click()
    see(tab.locator(".recent li")).to_have_count(0)
    assert tab.evaluate("localStorage.length") == 0
    assert tab.context.cookies() == []


def test_the_page_speaks_indonesian(open_tab: OpenTab) -> None:
    tab = open_tab(shared(SHORT, "id"))
    see(tab.get_by_role("heading", name="Baris: 3")).to_be_visible()
    see(button(tab, "Tabel")).to_have_attribute("aria-pressed", "true")
    write(tab, "ASK { ?s a ")
    tab.keyboard.type("kemitraan")
    see(tab.get_by_role("option", name="cr:Partnership")).to_contain_text("kemitraan")


def test_everything_is_done_by_keyboard(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    see(tab.locator(".cm-content")).to_be_visible()
    tab.locator("#query").evaluate("field => field.form.querySelector('.cm-content').focus()")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.insert_text(SHORT)
    tab.keyboard.press("Control+Enter")
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")
    see(button(tab, "Run")).to_be_focused()
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.textContent") == "n":
            break
    tab.keyboard.press("Enter")
    assert column(tab) == ["9", "10", "11"]


def test_without_script_a_plain_form_answers(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql", java_script_enabled=False)
    see(tab.locator(".cm-editor")).to_have_count(0)
    tab.get_by_label("Query").fill(SHORT)
    button(tab, "Run").click()
    see(tab.get_by_role("heading", name="Rows: 3")).to_be_visible()
    tab.get_by_role("link", name="Which articles are copies").click()
    see(tab.get_by_role("heading", name="Rows:")).to_be_visible()


@pytest.mark.parametrize("query", ["", SHORT, PLACES, GRAPH, COUNTS, "SELECT * { <b> }"])
def test_nothing_sticks_out_of_a_phone(open_tab: OpenTab, query: str) -> None:
    path = shared(query) if query else "/sparql"
    tab = open_tab(path, viewport={"width": 320, "height": 640})
    see(tab.locator(".answer h2") if query else tab.locator(".cm-editor")).to_be_visible()
    for name in ("Map", "Graph", "Chart", "Text"):
        if button(tab, name).count():
            button(tab, name).click()
            see(button(tab, name)).to_have_attribute("aria-pressed", "true")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_places_come_on_a_map(open_tab: OpenTab) -> None:
    tab = open_tab(shared(PLACES))
    button(tab, "Map").click()
    see(tab.get_by_role("img", name="Places on the map")).to_be_visible()
    rows = int(tab.locator(".answer h2").inner_text().removeprefix("Rows: "))
    see(tab.locator(".map .dot")).to_have_count(rows)
    tab.locator(".map .dot").first.dispatch_event("click")
    see(tab.locator(".picked a")).to_have_attribute("href", re.compile(r"/place/\d+$"))


def test_a_graph_is_drawn(open_tab: OpenTab) -> None:
    tab = open_tab(shared(GRAPH))
    see(tab.get_by_role("heading", name="Statements:")).to_be_visible()
    button(tab, "Graph").click()
    see(tab.locator(".graph .node").filter(has_text="Denpasar").first).to_be_visible()
    button(tab, "Text").click()
    see(tab.locator(".view pre")).to_contain_text("cr:partner")


def test_numbers_come_as_a_chart(open_tab: OpenTab) -> None:
    tab = open_tab(shared(COUNTS))
    button(tab, "Chart").click()
    see(tab.locator(".chart .bar").first).to_be_visible()
    see(tab.get_by_role("img", name="places by country.")).to_be_visible()


def test_markup_in_the_data_stays_text_in_every_view(open_tab: OpenTab) -> None:
    hostile = "{ ?s rdfs:label ?label FILTER CONTAINS(?label, '<') }"
    labels = f"{PREFIXES} SELECT ?s ?label (-6 AS ?lat) (106 AS ?long) {hostile}"
    tab = open_tab(shared(labels))
    see(tab.locator(".result tbody tr").first).to_be_visible()
    assert any("<script>" in text or "<img" in text or "<svg" in text for text in column(tab, 2))
    button(tab, "Map").click()
    see(tab.locator(".map .dot").first).to_be_attached()
    tab.locator(".map .dot").first.dispatch_event("click")
    see(tab.locator(".picked")).to_contain_text("<")
    graph = f"{PREFIXES} CONSTRUCT {{ ?s rdfs:label ?label ; cr:partner ?s }} {hostile}"
    run(tab, graph)
    see(tab.get_by_role("heading", name="Statements:")).to_be_visible()
    button(tab, "Graph").click()
    see(tab.locator(".graph .node").first).to_be_visible()
    assert tab.locator(".view :is(script, img, iframe, b, i)").count() == 0


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/sparql-results+json", '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"ty'),
        ("text/turtle", "<https://example.org/a> <https://example.org/b> "),
        ("text/html", "<h1>Bad gateway</h1>"),
    ],
)
def test_an_answer_that_is_not_whole_is_said_to_be_broken(open_tab: OpenTab, kind: str, body: str) -> None:
    tab = open_tab("/sparql")
    tab.route("**/sparql", lambda route: route.fulfill(content_type=kind, body=body))
    run(tab, SHORT)
    see(tab.get_by_role("alert")).to_contain_text("The answer broke off")
    see(tab.get_by_role("link", name="CSV", exact=True)).to_be_visible()


def test_a_problem_in_json_is_read_too(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    body = '{"title":"Bad query","detail":"no such word","line":1,"column":8}'
    problem = {"status": 400, "content_type": "application/problem+json", "body": body}
    tab.route("**/sparql", lambda route: route.fulfill(**problem))
    run(tab, SHORT)
    see(tab.get_by_role("alert")).to_contain_text("no such word")
    see(tab.locator(".cm-lintRange-error")).to_have_text("?n")


def test_a_server_that_cannot_be_reached_is_said(open_tab: OpenTab) -> None:
    tab = open_tab("/sparql")
    tab.route("**/sparql", lambda route: route.abort())
    run(tab, SHORT)
    see(tab.get_by_role("alert")).to_contain_text("The server cannot be reached")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ('SELECT ?n { VALUES ?n { """it\'s "so" too""" } } # \\ """', "{'n': 'it\\'s \"so\" too'}"),
        ("CONSTRUCT { <a:b> <a:c> 7 } {}", "<a:b> <a:c> 7 ."),
    ],
)
def test_the_program_for_a_query_shows_its_answer(open_tab: OpenTab, query: str, shown: str) -> None:
    tab = open_tab("/sparql")
    write(tab, query)
    tab.get_by_text("Use this query in a program").click()
    code = tab.locator(".programs pre").inner_text()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip().endswith(shown), done.stderr
    button(tab, "curl").click()
    see(tab.locator(".programs pre")).to_contain_text("--data-urlencode query@-")
