"""Organisations: city departments, consulates, parliaments, and what they did."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.web import facts
from cityrel.web.headers import shared
from cityrel.web.names import names_of
from cityrel.web.properties import properties_of
from cityrel.web.site import views
from cityrel.web.things import at_its_address

blueprint = Blueprint("organisations", __name__)
blueprint.after_request(shared)


@blueprint.get("/organisation/<path:key>")
@at_its_address("organisation")
def organisation(iri: NamedNode) -> str:
    """Show an organisation and what is stated about it."""
    found = properties_of(views(), iri, "Organization")
    return render_template(
        "organisation.html",
        iri=iri.value,
        organisation=found,
        names=names_of(views(), [iri.value, *found["locatedAt"]]),
        facts=facts.about(views(), iri),
    )
