"""Who has an answer already is told so without a query being run."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
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


@contextmanager
def front(folder: Path) -> Iterator[FlaskClient]:
    app = create_app(str(folder), workers=1)
    try:
        yield app.test_client()
    finally:
        close(app)


def publish(folder: Path, text: str) -> None:
    with open_store(str(folder), write=True) as store:
        store.replace({"https://example.org/g": text})
        store.publish()


def test_an_answer_may_be_kept_and_asked_about(client: FlaskClient) -> None:
    response = ask(client)
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["Cache-Control"] == "no-cache"


def test_who_has_the_answer_gets_no_other_and_nothing_runs(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask(client)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr(QueryPool, "open", refuse)
    for tag in (first.headers["ETag"], f'"other", {first.headers["ETag"]}', first.headers["ETag"][2:]):
        again = ask(client, tag=tag)
        assert again.status_code == 304
        assert again.data == b""
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == "no-cache"
        assert {"Accept", "Accept-Encoding"} <= set(again.headers["Vary"].split(", "))
        assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert (
        client.head("/sparql", query_string={"query": COUNT}, headers={"If-None-Match": tag}).status_code
        == 304
    )


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
def test_what_changes_by_itself_has_no_tag(client: FlaskClient, query: str) -> None:
    assert "ETag" not in ask(client, query).headers
    assert ask(client, query, tag="*").status_code == 200


def test_errors_and_posted_queries_have_no_tag(client: FlaskClient) -> None:
    assert "ETag" not in ask(client, "SELECT").headers
    assert "ETag" not in client.post("/sparql", data={"query": COUNT}).headers


def test_a_new_snapshot_is_another_answer(tmp_path: Path) -> None:
    publish(tmp_path / "store", TRIPLE)
    with front(tmp_path / "store") as client:
        tag = ask(client).headers["ETag"]
        assert ask(client, tag=tag).status_code == 304
        publish(tmp_path / "store", TRIPLE + TRIPLE.replace("1", "2"))
        assert ask(client, tag=tag).status_code == 200


def test_another_store_in_the_same_place_is_another_answer(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    publish(folder, TRIPLE)
    with front(folder) as client:
        tag = ask(client).headers["ETag"]
    shutil.rmtree(folder)
    publish(folder, TRIPLE.replace("1", "2"))
    with front(folder) as client:
        assert ask(client, tag=tag).status_code == 200


def test_an_answer_from_a_snapshot_that_came_in_between_has_no_tag(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["1-a", "2-b"])
    monkeypatch.setattr(QueryPool, "publication", lambda _pool: next(names))
    assert "ETag" not in ask(client).headers


def test_data_whose_revision_nobody_knows_have_no_tag(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QueryPool, "publication", lambda _pool: "")
    assert "ETag" not in ask(client).headers
    assert ask(client, tag="*").status_code == 200
