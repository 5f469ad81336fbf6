"""Offices: the post of a role at a place or an organisation, and who held it."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts
from cityrel.web.site import views
from cityrel.web.things import at_its_address

blueprint = Blueprint("offices", __name__)


@blueprint.get("/office/<path:key>")
@at_its_address("office")
def office(iri: NamedNode) -> str:
    """Show an office and its holders."""
    found = views().rows("office", office=iri)
    if not found:
        raise NotFound(f"there is no office {iri.value}")
    return render_template("office.html", office=found[0], facts=facts.about(views(), iri))
