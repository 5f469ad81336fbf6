"""Entity tags: what a client has already is not sent, or made, again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response

from cityrel.store import open_store
from cityrel.web import caching, close, create_app


def made() -> Response:
    return Response("made", content_type="text/plain")


def unmade() -> Response:
    raise AssertionError("nobody needs this answer")


@pytest.fixture
def ask(app: Flask) -> Callable[..., Response]:
    """Give what asks for an answer at an address, with the tag that the client holds."""

    def asked(make: Callable[[], Response], *parts: str, path: str = "/x", tag: str = "") -> Response:
        headers = {"If-None-Match": tag} if tag else {}
        with app.test_request_context(path, headers=headers):
            return caching.conditional(make, *parts)

    return asked


def test_an_answer_has_a_weak_tag_and_is_asked_for_again_before_use(ask: Callable[..., Response]) -> None:
    response = ask(made, "text/plain")
    assert (response.status_code, response.get_data()) == (200, b"made")
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["Cache-Control"] == "public, no-cache"


def test_what_the_client_has_is_neither_made_nor_sent(ask: Callable[..., Response]) -> None:
    tag = ask(made, "text/plain").headers["ETag"]
    response = ask(unmade, "text/plain", tag=f'"other", {tag}')
    assert (response.status_code, response.get_data()) == (304, b"")
    assert response.headers["ETag"] == tag
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert "Content-Type" not in response.headers


@pytest.mark.parametrize(
    "other",
    [{"path": "/y"}, {"path": "/x?page=2"}, {"parts": ("text/turtle",)}, {"parts": ("text/plain", "id")}],
)
def test_another_address_format_or_language_is_another_answer(
    ask: Callable[..., Response], other: dict[str, Any]
) -> None:
    tag = ask(made, "text/plain").headers["ETag"]
    parts = other.get("parts", ("text/plain",))
    assert ask(made, *parts, path=other.get("path", "/x"), tag=tag).status_code == 200


@pytest.mark.parametrize("status", [404, 410, 503])
def test_what_is_not_there_gets_no_tag(ask: Callable[..., Response], status: int) -> None:
    response = ask(lambda: Response("none", status))
    assert "ETag" not in response.headers
    assert "Cache-Control" not in response.headers


def test_what_is_not_to_be_stored_gets_no_tag(ask: Callable[..., Response]) -> None:
    response = ask(lambda: Response("mine", headers={"Cache-Control": "no-store"}))
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_a_stream_is_not_read_for_its_tag(ask: Callable[..., Response]) -> None:
    response = ask(lambda: Response(iter(["a", "b"])))
    assert response.is_streamed
    assert response.headers["ETag"].startswith('W/"')


def test_any_tag_stands_for_what_is_there_only(ask: Callable[..., Response]) -> None:
    assert ask(made, tag="*").status_code == 304
    assert ask(lambda: Response("none", 404), tag="*").status_code == 404


def test_a_new_snapshot_is_another_answer_and_so_is_that_of_a_store_made_anew(tmp_path: Path) -> None:
    tags = [tag_of(tmp_path / name) for name in ("one", "two")]
    assert len(set(tags)) == 2


def tag_of(folder: Path) -> str | None:
    """Give the tag of an address of a new store's first snapshot."""
    with open_store(str(folder), write=True) as store:
        store.publish()
    app = create_app(str(folder), workers=1)
    try:
        with app.test_request_context("/x"):
            return caching.entity_tag()
    finally:
        close(app)


def test_data_that_change_without_a_word_are_known_by_their_bytes(
    ask: Callable[..., Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cityrel.store.workers.QueryPool.published", lambda _: None)
    tag = ask(made).headers["ETag"]
    assert ask(made, tag=tag).status_code == 304
    assert ask(lambda: Response("other"), tag=tag).status_code == 200
