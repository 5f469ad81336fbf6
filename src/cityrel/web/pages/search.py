"""Places, persons and organisations by a part of their name."""

from flask import Blueprint, render_template, request

from cityrel.web import searching
from cityrel.web.caching import cached_page

blueprint = Blueprint("search", __name__)

MOST = 100
"""Things that a page shows."""


@blueprint.get("/search")
@cached_page
def search() -> str:
    """Show what has a name like `?q=`, whatever its accents and small slips."""
    words = " ".join(request.args.get("q", "").split())[: searching.LONGEST]
    found = searching.search(words)
    return render_template("search.html", words=words, found=found[:MOST], count=len(found))
