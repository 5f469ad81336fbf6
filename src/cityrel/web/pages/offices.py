"""Offices: the post of a role at a place or an organisation, and who held it."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.web import facts, holders
from cityrel.web.headers import shared
from cityrel.web.names import names_of
from cityrel.web.properties import properties_of
from cityrel.web.site import views
from cityrel.web.things import at_its_address

blueprint = Blueprint("offices", __name__)
blueprint.after_request(shared)


@blueprint.get("/office/<path:key>")
@at_its_address("office")
def office(iri: NamedNode) -> str:
    """Show an office and its holders."""
    found = properties_of(views(), iri, "Post")
    stated = facts.about(views(), iri)
    rivals = holders.rivals(views(), iri, stated)
    return render_template(
        "office.html",
        iri=iri.value,
        office=found,
        names=names_of(views(), [iri.value, *found["officeOf"], *(rival.person for rival in rivals)]),
        facts=stated,
        rivals=rivals,
    )
