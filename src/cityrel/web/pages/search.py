"""Places, persons and organisations by a part of their name."""

from flask import Blueprint, render_template, request

from cityrel.web import searching
from cityrel.web.caching import cached_page
from cityrel.web.site import views

blueprint = Blueprint("search", __name__)

LONGEST = 200
"""Characters of a search; nobody has a longer name."""
MOST = 100
"""Things that a page shows."""


@blueprint.get("/search")
@cached_page
def search() -> str:
    """Show what has the words of `?q=` in one of its names, whatever their accents."""
    words = " ".join(request.args.get("q", "").split())[:LONGEST]
    found = searching.found(views(), words)
    return render_template("search.html", words=words, found=found[:MOST], count=len(found))
