"""Organisations: city departments, consulates, parliaments, and what they did."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts
from cityrel.web.site import views
from cityrel.web.things import at_its_address

blueprint = Blueprint("organisations", __name__)


@blueprint.get("/organisation/<path:key>")
@at_its_address("organisation")
def organisation(iri: NamedNode) -> str:
    """Show an organisation and what is stated about it."""
    found = views().rows("organisation", organisation=iri)
    if not found:
        raise NotFound(f"there is no organisation {iri.value}")
    return render_template("organisation.html", organisation=found[0], facts=facts.about(views(), iri))
