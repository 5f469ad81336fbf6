"""Places, persons and organisations by a part of their name."""

from flask import Blueprint, render_template, request

from cityrel.vocabulary import slug
from cityrel.web.site import views
from cityrel.web.views import Row

blueprint = Blueprint("search", __name__)

LONGEST = 200
"""Characters of a search; nobody has a longer name."""
MOST = 100
"""Things that a page shows."""


@blueprint.get("/search")
def search() -> str:
    """Show what has the words of `?q=` in one of its names, whatever their accents."""
    words = " ".join(request.args.get("q", "").split())[:LONGEST]
    found = _found(_plain(words)) if _plain(words) else []
    return render_template("search.html", words=words, found=found[:MOST], count=len(found))


def _found(wanted: str) -> list[Row]:
    """Give the things, each once and by the first name that fits; a name that begins so comes first."""
    fitting = [row for row in views().kept("searchable", _searchable) if wanted in row["plain"]]
    fitting.sort(key=lambda row: not row["plain"].startswith(wanted))
    return list({row["thing"]: row for row in reversed(fitting)}.values())[::-1]


def _searchable() -> list[Row]:
    return [{**row, "plain": _plain(row["name"])} for row in views().rows("searchable")]


def _plain(name: str) -> str:
    return "" if not any(map(str.isalnum, name)) else slug(name)
