"""The ontology: what its terms mean, how they belong together, and its files."""

from collections.abc import Sequence

from flask import Blueprint, Response, make_response, render_template
from pyoxigraph import NamedNode, Triple

from cityrel import resources
from cityrel.errors import NotFound
from cityrel.vocabulary import ONTOLOGY, PREFIXES, RDF
from cityrel.web import diagram, language, ontology
from cityrel.web.caching import conditional
from cityrel.web.data import CONTEXT
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import ENDINGS, Forms, split, statements
from cityrel.web.views import Row

JSON_LD = "application/ld+json"

blueprint = Blueprint("ontology", __name__)
blueprint.after_request(shared)


@blueprint.get("/ontology")
def index() -> Response:
    """Show the ontology, or give it as data."""
    return FORMS.answer(str(ONTOLOGY), None)


@blueprint.get("/ontology.<ending>")
def form(ending: str) -> Response:
    """Give the ontology in the form of an ending."""
    if ending not in ENDINGS:
        raise NotFound(f"there is no form {ending} of the ontology")
    return FORMS.answer(str(ONTOLOGY), ending)


@blueprint.get("/ontology/<path:key>")
def version(key: str) -> Response:
    """Give the version of the ontology that this release has; no other is kept here."""
    stem, ending = split(key)
    return FORMS.answer(f"{ONTOLOGY}/{stem}", ending)


@blueprint.get(f"/{CONTEXT}")
def context() -> Response:
    """Give the context of our JSON-LD."""
    return conditional(_context, JSON_LD)


def _context() -> Response:
    response = make_response(resources.folder("ontology").joinpath(CONTEXT).read_bytes())
    response.content_type = JSON_LD
    return response


def _page(iri: NamedNode) -> str:
    return render_template(
        "ontology.html",
        ontology=_ontology(iri),
        classes=ontology.classes(),
        properties=ontology.properties(),
        schemes=[(_own(iri), ontology.concepts(iri)) for iri in ontology.FILES if iri != str(ONTOLOGY)],
        prefixes=PREFIXES,
        short=ontology.short,
        context=CONTEXT,
        diagram=diagram.of_ontology(language.current()),
        examples={row["term"]: row for row in views().kept("ontology-examples", _examples)},
    )


def _triples(iri: NamedNode) -> Sequence[Triple]:
    return ontology.triples(_ontology(iri).iri)


def _ontology(iri: NamedNode) -> ontology.Term:
    """Give the ontology by its IRI or that of its version. Raises NotFound for another."""
    own = _own(str(ONTOLOGY))
    if iri.value not in (own.iri, *own.links("owl:versionIRI")):
        raise NotFound(f"there is no version {iri.value} of the ontology here")
    return own


def _own(iri: str) -> ontology.Term:
    """Give what the file of an ontology or scheme says of that itself."""
    return ontology.described(iri)[iri]


def _examples() -> list[Row]:
    """Give a use of each term, where there is one; asking another endpoint so often would take too long."""
    if views().pool.published() is None:
        return []
    found = [_example(term.iri, RDF.type, term.iri) for term in ontology.classes()]
    found += [_example(term.iri, term.iri) for term in ontology.properties()]
    return [row for rows in found for row in rows]


def _example(term: str, used: str, value: str | None = None) -> list[Row]:
    wanted = {"value": NamedNode(value)} if value else {}
    rows = views().rows("example", property=NamedNode(used), **wanted)
    return [{**row, "term": term} for row in rows]


FORMS = Forms(_page, statements(_triples))
