"""The scripts and styles that the build of `frontend/` makes, found by the manifest that it leaves.

A checkout that was never built has none: its pages are plain forms.
"""

import json
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask, Response, request, url_for

from cityrel.web import headers

BUNDLE = "dist"
"""Folder of the bundle in the folder of static files."""
MANIFEST = "manifest.json"
FOR_EVER = "public, max-age=31536000, immutable"
"""How long an asset may be kept: its name tells its content."""


class Assets(NamedTuple):
    """What a page loads, as paths in the folder of static files."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def register(app: Flask) -> None:
    """Give templates the assets of a page, and let browsers keep them."""
    folder = Path(app.static_folder or "")
    app.jinja_env.globals.update(entry=lambda name: entry(folder, name))
    app.after_request(_kept_for_ever)


def entry(folder: Path, name: str) -> Assets:
    """Give the addresses of what a page's entry loads, none where there is no bundle.

    A page that has scripts is allowed to run them, see `headers.allow_scripts`.
    """
    found = assets_of(manifest(folder / BUNDLE / MANIFEST), name)
    if found.scripts:
        headers.allow_scripts()
    return Assets(*(tuple(url_for("static", filename=path) for path in paths) for paths in found))


def assets_of(built: Mapping[str, Any], name: str) -> Assets:
    """Give the files of the entry with a name, from the content of Vite's manifest."""
    chunk = next((chunk for chunk in built.values() if chunk.get("isEntry") and chunk["name"] == name), None)
    if chunk is None:
        return Assets()
    return Assets((f"{BUNDLE}/{chunk['file']}",), tuple(f"{BUNDLE}/{path}" for path in chunk.get("css", ())))


@cache
def manifest(path: Path) -> Mapping[str, Any]:
    """Give the content of a manifest, nothing where there is none."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}


def _kept_for_ever(response: Response) -> Response:
    wanted = (request.view_args or {}).get("filename", "")
    if wanted.startswith(f"{BUNDLE}/assets/") and response.status_code == HTTPStatus.OK:
        response.headers["Cache-Control"] = FOR_EVER
    return response
