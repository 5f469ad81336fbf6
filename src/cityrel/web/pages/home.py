"""The first page: what this is, how much there is, what is new, and a search by name."""

from flask import Blueprint, render_template

from cityrel.web.site import views

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def index() -> str:
    """Show the first page."""
    return render_template(
        "home.html", counts=views().kept_rows("statistics")[0], newest=views().kept_rows("newest")
    )
