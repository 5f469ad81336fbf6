"""Who has an answer already is told so without a query being run, and scripts of other sites may read it."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cityrel.store import open_store
from cityrel.store.workers import QueryPool
from cityrel.web import close, create_app

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
TRIPLE = '<https://example.org/s> <https://example.org/p> "1" .\n'


def ask(
    client: FlaskClient, query: str = COUNT, tag: str = "", accept: str = "*/*", **more: Any
) -> TestResponse:
    headers = {"Accept": accept} | ({"If-None-Match": tag} if tag else {})
    return client.get("/sparql", query_string={"query": query, **more}, headers=headers)


def publish(folder: Path, text: str) -> None:
    with open_store(str(folder), write=True) as store:
        store.replace({"https://example.org/g": text})
        store.publish()


def refuse(*_arguments: object, **_options: object) -> None:
    raise AssertionError


def test_an_answer_may_be_kept_and_is_asked_about(client: FlaskClient) -> None:
    response = ask(client)
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["Cache-Control"] == "public, no-cache"


def test_who_has_the_answer_gets_no_other_and_nothing_runs(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = ask(client).headers["ETag"]
    monkeypatch.setattr(QueryPool, "open", refuse)
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/")):
        again = ask(client, tag=known)
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
        assert {"Accept", "Accept-Encoding"} <= set(again.headers["Vary"].split(", "))
        assert again.headers["Access-Control-Allow-Origin"] == "*"
    head = client.head("/sparql", query_string={"query": COUNT}, headers={"If-None-Match": tag})
    assert head.status_code == 304


def test_another_question_or_format_is_another_answer(client: FlaskClient) -> None:
    tags = [
        ask(client).headers["ETag"],
        ask(client, f"{COUNT} #").headers["ETag"],
        ask(client, accept="text/csv").headers["ETag"],
        ask(client, accept="application/json").headers["ETag"],
        ask(client, format="xml").headers["ETag"],
        ask(client, **{"default-graph-uri": "a:b"}).headers["ETag"],
        ask(client, **{"named-graph-uri": "a:b"}).headers["ETag"],
    ]
    assert len(set(tags)) == len(tags)
    assert ask(client, accept="text/csv", tag=tags[0]).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (NOW() AS ?x) {}",
        "SELECT (rand() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (UUID () AS ?x) {}",
        "SELECT (IF(true,now(),1) AS ?x) {}",
    ],
)
def test_what_changes_by_itself_is_not_kept(client: FlaskClient, query: str) -> None:
    response = ask(client, query)
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    assert ask(client, query, tag="*").status_code == 200


def test_errors_and_posted_queries_have_no_tag(client: FlaskClient) -> None:
    assert "ETag" not in ask(client, "SELECT").headers
    posted = client.post("/sparql", data={"query": COUNT})
    assert "ETag" not in posted.headers
    assert posted.headers["Cache-Control"] == "no-store"


def test_a_new_snapshot_is_another_answer(tmp_path: Path) -> None:
    publish(tmp_path / "store", TRIPLE)
    app = create_app(str(tmp_path / "store"), workers=1)
    try:
        client = app.test_client()
        tag = ask(client).headers["ETag"]
        assert ask(client, tag=tag).status_code == 304
        publish(tmp_path / "store", TRIPLE + TRIPLE.replace("1", "2"))
        assert ask(client, tag=tag).status_code == 200
    finally:
        close(app)


def test_data_whose_revision_nobody_knows_are_asked_for_each_time(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QueryPool, "published", lambda _pool: None)
    tag = ask(client, "SELECT (1 AS ?n) {}").headers["ETag"]
    assert ask(client, "SELECT (2 AS ?n) {}", tag=tag).status_code == 200
    assert ask(client, "SELECT (1 AS ?n) {}", tag=tag).status_code == 304


@pytest.mark.parametrize("path", ["/sparql?query=ASK{}", "/sparql?query=x", "/sparql", "/sparql.png"])
def test_scripts_of_every_site_may_read_answers_and_errors(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://elsewhere.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert {"ETag", "Retry-After"} <= set(headers["Access-Control-Expose-Headers"].split(", "))


def test_a_browser_that_asks_first_is_told_what_it_may_send(client: FlaskClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    response = client.options("/sparql", headers={"Origin": "https://elsewhere.example"} | asked)
    assert (response.status_code, response.data) == (200, b"")
    methods = {"GET", "HEAD", "OPTIONS", "POST"}
    assert set(response.headers["Allow"].split(", ")) == methods
    assert set(response.headers["Access-Control-Allow-Methods"].split(", ")) == methods
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
