"""Addresses at which nothing is: never was, or is no more."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from tests.web_store import article_graphs

from cityrel.store import open_store
from cityrel.vocabulary import BASE
from cityrel.web import close, create_app

SIGNED = f"{BASE}article/bbbbbbbbbbbbbbbb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a store in which one of the three articles was removed."""
    folder = str(tmp_path_factory.mktemp("absence") / "store")
    with open_store(folder, write=True) as store:
        store.replace(article_graphs())
        store.remove([SIGNED])
        store.publish()
    return folder


@pytest.fixture(scope="module")
def app(folder: str) -> Iterator[Flask]:
    app = create_app(folder, query_timeout=20, workers=1)
    yield app
    close(app)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("path", ["article/bbbbbbbbbbbbbbbb", "partnership/1650357-2945024", "place/1650357"])
def test_what_was_retracted_is_gone_and_since_when(
    page: Callable[..., Any], path: str, language: str
) -> None:
    opened = page(f"/{path}", language)
    assert opened.status == 410
    assert ("has been retracted on" if language == "en" else "telah ditarik pada") in opened.text


def test_data_of_what_was_retracted_are_gone_in_every_form(client: FlaskClient) -> None:
    for ending in ("ttl", "nt", "jsonld", "rdf"):
        response = client.get(f"/article/bbbbbbbbbbbbbbbb.{ending}", headers={"Accept": "*/*"})
        assert (response.status_code, response.mimetype) == (410, "text/plain")
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers


@pytest.mark.parametrize("path", ["article/aaaaaaaaaaaaaaaa", "country/ID"])
def test_what_another_article_still_states_is_there(client: FlaskClient, path: str) -> None:
    assert client.get(f"/{path}").status_code == 200


def test_what_is_stated_again_is_there_again(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), write=True) as store:
        store.replace(article_graphs())
        store.remove([SIGNED])
        store.replace(article_graphs())
        store.publish()
    app = create_app(str(tmp_path / "store"), workers=1)
    try:
        assert app.test_client().get("/article/bbbbbbbbbbbbbbbb").status_code == 200
    finally:
        close(app)


@pytest.mark.parametrize(
    ("path", "nearby"),
    [
        ("/partnership/2073124-1645528", "/partnership/1645528-2073124"),
        ("/place/Denpasar", "/place/1645528"),
        ("/place/1645528/", "/place/1645528"),
        ("/country/1645528", "/place/1645528"),
        ("/person/Kon_Vatskalis", "/person/kon-vatskalis/2073124"),
        ("/person/vatskalis-k", "/person/kon-vatskalis/2073124"),
        ("/office/2073124/governor", "/place/2073124"),
        ("/stage/sined", "/stage/signed"),
        ("/role/Mayor", "/role/mayor"),
    ],
)
def test_what_is_near_is_named(page: Callable[..., Any], path: str, nearby: str) -> None:
    opened = page(path)
    assert opened.status == 404
    assert "Did you mean" in opened.text
    assert nearby in opened.links


def test_a_program_is_told_what_is_near_as_text(client: FlaskClient) -> None:
    response = client.get("/stage/sined", headers={"Accept": "text/turtle, */*;q=0.1"})
    assert response.content_type == "text/plain; charset=utf-8"
    assert f"signed: {BASE}stage/signed" in response.text.splitlines()


def test_where_nothing_is_near_nothing_is_named(page: Callable[..., Any]) -> None:
    assert "Did you mean" not in page("/place/xyzzy").text


def test_names_are_not_looked_up_where_they_cannot_be_kept(
    page: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cityrel.store.workers.QueryPool.published", lambda _: None)
    monkeypatch.setattr("cityrel.web.searching.search", lambda *_: 1 / 0)
    assert page("/place/Denpasar").status == 404
