"""The first page: what this is, how much there is, what is new, and a search by name."""

from flask import Blueprint, render_template

from cityrel.web.caching import cached_page
from cityrel.web.names import with_names
from cityrel.web.site import views

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@cached_page
def index() -> str:
    """Show the first page."""
    [counts] = views().kept("statistics", lambda: views().rows("statistics"))
    newest = views().kept("newest", lambda: with_names(views(), views().rows("newest"), ["partnership"]))
    return render_template("home.html", counts=counts, newest=newest)
