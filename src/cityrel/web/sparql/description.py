"""The endpoint's description of itself: SPARQL 1.1 Service Description, with VoID statistics of the snapshot.

What never changes is data, `service.ttl`; the counts are those of the newest snapshot.
"""

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph
from flask import Response, request
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from cityrel.errors import CityrelError
from cityrel.store.answers import GRAPH_FORMATS
from cityrel.vocabulary import BASE, DERIVED, PREFIXES, XSD
from cityrel.web.caching import conditional
from cityrel.web.negotiation import content_type
from cityrel.web.site import site
from cityrel.web.sparql.wish import Wish
from cityrel.web.views import Row, Views

log = logging.getLogger(__name__)

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
A = NamedNode(PREFIXES["rdf"] + "type")
INTEGER = NamedNode(str(XSD.integer))
MORE_PREFIXES = {"sd": SD, "void": VOID, "format": "http://www.w3.org/ns/formats/"}


def describe(wish: Wish) -> Response:
    """Describe the endpoint in the graph format that was wished for."""
    return conditional(lambda: _description(wish), wish.graphs or "")


def _description(wish: Wish) -> Response:
    endpoint = f"{request.root_url}sparql"
    numbers = _numbers(endpoint)
    triples = [*_offers(endpoint), *(numbers or ())]
    prefixes = PREFIXES | MORE_PREFIXES
    body = pyoxigraph.serialize(triples, format=GRAPH_FORMATS[wish.graph_format or "ttl"], prefixes=prefixes)
    response = Response(body, content_type=content_type(wish.graphs or ""))
    if numbers is None:
        response.cache_control.no_store = True
    return response


def _offers(endpoint: str) -> Iterator[Triple]:
    """Give what the endpoint offers, with the graph that each store names itself."""
    for quad in pyoxigraph.parse(_text(), RdfFormat.TURTLE, base_iri=endpoint):
        yield quad.triple
    dataset, derived = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#derived")
    yield Triple(dataset, _sd("namedGraph"), derived)
    yield Triple(derived, A, _sd("NamedGraph"))
    yield Triple(derived, _sd("name"), NamedNode(str(DERIVED)))
    yield Triple(NamedNode(f"{endpoint}#graph"), _void("uriSpace"), Literal(BASE))


def _numbers(endpoint: str) -> list[Triple] | None:
    """Give the numbers of the default graph; None where they could not be counted in time.

    Another endpoint is not made to count everything time and again, so that it has none.
    """
    if not site().queries.revision():
        return []
    try:
        return list(_extent(NamedNode(f"{endpoint}#graph")))
    except CityrelError as error:
        log.warning("the description of the endpoint goes without numbers: %s", error)
        return None


def _extent(graph: NamedNode) -> Iterator[Triple]:
    [extent], classes, usage = map(_counted, ("extent", "classes", "usage"))
    yield Triple(graph, _void("triples"), _number(extent["triples"]))
    yield Triple(graph, _void("entities"), _number(extent["entities"]))
    yield Triple(graph, _void("documents"), _number(extent["graphs"]))
    yield Triple(graph, _void("classes"), _number(len(classes)))
    yield Triple(graph, _void("properties"), _number(len(usage)))
    yield from _parts(graph, "class", "entities", classes)
    yield from _parts(graph, "property", "triples", usage)


def _parts(graph: NamedNode, kind: str, measure: str, rows: list[Row]) -> Iterator[Triple]:
    for row in rows:
        part = BlankNode()
        yield Triple(graph, _void(f"{kind}Partition"), part)
        yield Triple(part, _void(kind), NamedNode(row[kind]))
        yield Triple(part, _void(measure), _number(row[measure]))


def _counted(view: str) -> list[Row]:
    """Answer a view once for each snapshot, by the endpoint's workers: no page waits for a long count."""
    return site().views.kept(f"described by {view}", lambda: Views(site().queries).rows(view))


def _number(value: int | str) -> Literal:
    return Literal(str(value), datatype=INTEGER)


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)


@cache
def _text() -> str:
    return (Path(__file__).parent / "service.ttl").read_text(encoding="utf-8")
