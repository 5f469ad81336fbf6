"""Places, persons and organisations by a part of their name."""

from flask import Blueprint, render_template, request
from pyoxigraph import Literal

from cityrel.web.site import views

blueprint = Blueprint("search", __name__)

LONGEST = 200
"""Characters of a search; nobody has a longer name."""


@blueprint.get("/search")
def search() -> str:
    """Show what has the words of `?q=` in its name."""
    words = " ".join(request.args.get("q", "").split())[:LONGEST]
    found = views().rows("search", words=Literal(words.lower())) if words else []
    return render_template("search.html", words=words, found=found)
