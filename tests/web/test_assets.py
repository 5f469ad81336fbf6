"""The scripts and styles of pages, by the manifest of their build."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from cityrel.web import assets

BUILT = {
    "_shared.js": {"file": "assets/shared-1.js", "name": "shared"},
    "src/viewer/main.ts": {"file": "assets/viewer-2.js", "name": "viewer", "isEntry": True},
    "src/sparql/main.ts": {
        "file": "assets/sparql-3.js",
        "name": "sparql",
        "isEntry": True,
        "imports": ["_shared.js"],
        "css": ["assets/sparql-4.css"],
    },
}


@pytest.fixture
def built(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the pages find a bundle with these entries."""
    folder = tmp_path / assets.BUNDLE
    folder.mkdir()
    (folder / assets.MANIFEST).write_text(json.dumps(BUILT), encoding="utf-8")
    use(client, tmp_path, monkeypatch)


@pytest.fixture
def bare(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the pages find no bundle."""
    use(client, tmp_path, monkeypatch)


def use(client: FlaskClient, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = client.application.jinja_env.globals
    monkeypatch.setitem(found, "entry", lambda name: assets.entry(folder, name))


def policy(client: FlaskClient, path: str) -> dict[str, str]:
    header = client.get(path, headers={"Accept": "text/html"}).headers["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in header.split("; "))


def test_an_entry_is_found_with_its_styles() -> None:
    assert assets.assets_of(BUILT, "sparql") == (("dist/assets/sparql-3.js",), ("dist/assets/sparql-4.css",))
    assert assets.assets_of(BUILT, "viewer") == (("dist/assets/viewer-2.js",), ())


@pytest.mark.parametrize("name", ["shared", "nothing"])
def test_what_is_no_entry_has_no_assets(name: str) -> None:
    assert assets.assets_of(BUILT, name) == ((), ())


@pytest.mark.usefixtures("built")
def test_a_page_loads_what_the_manifest_names(page: Callable[..., Any]) -> None:
    tags = page("/sparql").tags
    assert ("script", {"type": "module", "src": "/static/dist/assets/sparql-3.js"}) in tags
    assert ("link", {"rel": "stylesheet", "href": "/static/dist/assets/sparql-4.css"}) in tags


@pytest.mark.usefixtures("built")
def test_only_a_page_with_a_script_may_run_one_and_only_from_its_file(client: FlaskClient) -> None:
    scripted, plain = policy(client, "/sparql"), policy(client, "/")
    assert scripted["script-src"] == scripted["connect-src"] == "'self'"
    assert "script-src" not in plain
    assert "connect-src" not in plain


@pytest.mark.usefixtures("built")
def test_the_word_that_styles_carry_is_new_for_each_page(
    client: FlaskClient, page: Callable[..., Any]
) -> None:
    first, second = (policy(client, "/sparql")["style-src"] for _ in range(2))
    assert first.startswith("'self' 'nonce-")
    assert first != second
    [told] = [a["nonce"] for tag, a in page("/sparql").tags if a.get("property") == "csp-nonce"]
    assert len(told) >= 16  # characters of which nobody can guess enough


@pytest.mark.usefixtures("bare")
def test_without_a_bundle_the_page_is_a_plain_form(client: FlaskClient, page: Callable[..., Any]) -> None:
    opened = page("/sparql?query=ASK{}")
    assert "script" not in {tag for tag, _ in opened.tags}
    assert "Yes" in opened.texts("h2")
    assert "script-src" not in policy(client, "/sparql")


def test_files_that_are_named_by_their_content_are_kept_for_ever(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dist" / "assets").mkdir(parents=True)
    (tmp_path / "dist" / "assets" / "sparql-3.js").write_text("1", encoding="utf-8")
    monkeypatch.setattr(client.application, "static_folder", str(tmp_path))
    with client.get("/static/dist/assets/sparql-3.js") as found:
        assert "immutable" in found.headers["Cache-Control"]
    with client.get("/static/dist/assets/sparql-9.js") as missing:
        assert "immutable" not in missing.headers.get("Cache-Control", "")
