"""Stages, kinds, roles, topics and other concepts, and the schemes that they are in."""

from collections import defaultdict
from collections.abc import Sequence

from flask import Blueprint, Response, render_template
from flask.sansio.blueprints import BlueprintSetupState
from pyoxigraph import NamedNode, Triple
from werkzeug.routing import BaseConverter

from cityrel.errors import NotFound
from cityrel.vocabulary import CR, DEFAULT_BASE, SCHEMES
from cityrel.web import facts, language, ontology
from cityrel.web.headers import shared
from cityrel.web.site import views
from cityrel.web.things import ENDINGS, Forms, split, statements
from cityrel.web.views import Row

LISTED = {str(CR.currentStage): "stage", str(CR.currentKind): "kind"}
"""Properties by which the list of partnerships can be filtered, with the names of the filters."""

blueprint = Blueprint("concepts", __name__)
blueprint.after_request(shared)


class SchemeConverter(BaseConverter):
    """The part of an address that names a scheme, with an ending or without."""

    regex = rf"(?:{'|'.join(SCHEMES)})(?:\.(?:{'|'.join(ENDINGS)}))?"


@blueprint.record_once
def _know_schemes(state: BlueprintSetupState) -> None:
    state.app.url_map.converters["scheme"] = SchemeConverter


@blueprint.get("/<scheme:name>")
def scheme(name: str) -> Response:
    """Show a scheme with its concepts."""
    stem, ending = split(name)
    return SCHEME.answer(f"{DEFAULT_BASE}{stem}", ending)


@blueprint.get("/<scheme:name>/<path:key>")
def concept(name: str, key: str) -> Response:
    """Show a concept: labels, what it means, what it is part of, and who uses it."""
    stem, ending = split(key)
    return CONCEPT.answer(f"{DEFAULT_BASE}{name}/{stem}", ending)


def _scheme_page(iri: NamedNode) -> str:
    [own, *_] = ontology.described(iri.value).values()
    counts: dict[str, int] = defaultdict(int)
    for row in _uses():
        counts[row["concept"]] += int(row["uses"])
    return render_template("scheme.html", scheme=own, concepts=ontology.concepts(iri.value), counts=counts)


def _concept_page(iri: NamedNode) -> str:
    found = _term(iri)
    scheme = ontology.scheme_of(iri.value)
    claims = [NamedNode(row["claim"]) for row in views().rows("concept-claims", concept=iri)]
    return render_template(
        "concept.html",
        concept=found,
        scheme=ontology.described(scheme)[scheme],
        labels=_labels(found),
        uses=[row for row in _uses() if row["concept"] == iri.value],
        names=ontology.names(language.current()),
        short=ontology.short,
        listed={used: {choice: found.name} for used, choice in LISTED.items()},
        facts=facts.of_claims(views(), claims),
    )


def _labels(term: ontology.Term) -> list[tuple[str, list[str]]]:
    """Give the labels by language, the preferred one first."""
    labels: dict[str, list[str]] = defaultdict(list)
    for code, label in (*term.texts("skos:prefLabel"), *term.texts("skos:altLabel")):
        labels[code].append(label)
    return sorted(labels.items())


def _about(iri: NamedNode) -> Sequence[Triple]:
    return ontology.about(_term(iri).iri)


def _term(iri: NamedNode) -> ontology.Term:
    scheme = ontology.scheme_of(iri.value)
    concepts = {term.iri: term for term in ontology.concepts(scheme)} if scheme in ontology.FILES else {}
    if iri.value not in concepts:
        raise NotFound(f"there is no concept {iri.value}")
    return concepts[iri.value]


def _uses() -> list[Row]:
    """Give how many things have each concept, by property."""
    return views().kept("concept-uses", lambda: views().rows("concept-uses"))


SCHEME = Forms(_scheme_page, statements(lambda iri: ontology.triples(iri.value)))
CONCEPT = Forms(_concept_page, statements(_about))
