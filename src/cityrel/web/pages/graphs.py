"""The graphs that belong to the store itself; an article's graph is at the address of its article."""

from http import HTTPStatus

from flask import Blueprint, Response, make_response, redirect, render_template
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE, DERIVED, REMOVED
from cityrel.web import language, ontology
from cityrel.web.facts import local_name
from cityrel.web.formatting import address
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import Forms, split

GRAPHS = (str(DERIVED), str(REMOVED))

blueprint = Blueprint("graphs", __name__)
blueprint.after_request(shared)


@blueprint.get("/graph/<path:key>")
def graph(key: str) -> Response:
    """Show what a graph holds, in numbers, or send to where it can be taken."""
    stem, ending = split(key)
    return FORMS.answer(f"{BASE}graph/{stem}", ending)


def _page(iri: NamedNode) -> str:
    _check(iri)
    return render_template(
        "graph.html",
        iri=iri.value,
        name=local_name(iri.value),
        names=ontology.names(language.current()),
        short=ontology.short,
        properties=views().kept(iri.value, lambda: views().rows("graph-properties", graph=iri)),
    )


def _elsewhere(iri: NamedNode, ending: str) -> Response:
    """Send to the endpoint (303): a graph may be large, and there it is bounded as every answer is."""
    _check(iri)
    query = f"CONSTRUCT {{ ?thing ?property ?value }} WHERE {{ GRAPH {iri} {{ ?thing ?property ?value }} }}"
    return make_response(redirect(address("/sparql", query=query, format=ending), HTTPStatus.SEE_OTHER))


def _check(iri: NamedNode) -> None:
    if iri.value not in GRAPHS:
        raise NotFound(f"there is no graph {iri.value}")


FORMS = Forms(_page, _elsewhere)
