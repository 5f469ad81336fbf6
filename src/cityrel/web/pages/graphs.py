"""The graphs that belong to the store itself; an article's graph is at the address of its article."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.vocabulary import DERIVED, REMOVED
from cityrel.web import language, ontology
from cityrel.web.facts import local_name
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import at_its_address, from_view

blueprint = Blueprint("graphs", __name__)
blueprint.after_request(shared)


@blueprint.get("/graph/<path:key>")
@at_its_address("graph", from_view("graph", "article"))
def graph(iri: NamedNode) -> str:
    """Show what a graph holds, in numbers."""
    if iri.value not in (str(DERIVED), str(REMOVED)):
        raise NotFound(f"there is no graph {iri.value}")
    return render_template(
        "graph.html",
        iri=iri.value,
        name=local_name(iri.value),
        names=ontology.names(language.current()),
        properties=views().rows("graph-properties", graph=iri),
    )
