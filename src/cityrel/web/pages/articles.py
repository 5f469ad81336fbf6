"""Articles: what is known of them and all that they state; their text belongs to who published it."""

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts, listing
from cityrel.web.caching import cached_page
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import at_its_address, from_view

blueprint = Blueprint("articles", __name__)
blueprint.after_request(shared)


@blueprint.get("/articles")
@cached_page
def index() -> str:
    """Show all articles, the newest first."""
    articles = views().kept("articles", lambda: views().rows("articles"))
    return render_template("articles.html", page=listing.page(articles, request.args.get("page", "1")))


@blueprint.get("/article/<path:key>")
@at_its_address("article", from_view("graph", "article"))
def article(iri: NamedNode) -> str:
    """Show an article's facts, each with its quote."""
    found = views().rows("articles", article=iri)
    if not found:
        raise NotFound(f"there is no article {iri.value}")
    return render_template("article.html", article=found[0], facts=facts.about(views(), iri))
