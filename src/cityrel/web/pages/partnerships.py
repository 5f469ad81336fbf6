"""All partnerships, to sort and filter, and the history of each."""

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts, history, listing
from cityrel.web.caching import cached_page
from cityrel.web.formatting import concepts_of
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import at_its_address
from cityrel.web.ties import all_ties, tie

blueprint = Blueprint("partnerships", __name__)
blueprint.after_request(shared)


@blueprint.get("/partnerships")
@cached_page
def index() -> str:
    """Show all partnerships, or those that the form asks for."""
    everything = all_ties(views())
    choice = listing.Choice.of(request.args)
    chosen = listing.sorted_by(choice, listing.filtered(choice, everything))
    page = listing.page(chosen, request.args.get("page", "1"))
    return render_template(
        "partnerships.html",
        choice=choice,
        page=page,
        total=len(everything),
        stages=concepts_of("stage"),
        kinds=concepts_of("kind"),
        countries=listing.countries(everything),
    )


@blueprint.get("/partnership/<path:key>")
@at_its_address("partnership")
def partnership(iri: NamedNode) -> str:
    """Show how a partnership came about."""
    found = tie(views(), iri)
    if found is None:
        raise NotFound(f"there is no partnership {iri.value}")
    stages = [fact for fact in facts.about(views(), iri) if fact.kind == "StageEvent"]
    return render_template(
        "partnership.html",
        tie=found,
        steps=history.steps(views(), iri, stages),
        disagreements=history.disagreements(views(), iri, stages),
        unstated=[fact for fact in stages if fact.modality != "stated"],
    )
