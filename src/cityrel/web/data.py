"""Statements as answers: in the RDF format that is asked for."""

import json
from collections.abc import Collection

import pyoxigraph
from flask import Response, make_response, request
from pyoxigraph import RdfFormat, Triple

from cityrel import jsonld
from cityrel.store.answers import GRAPH_FORMATS
from cityrel.vocabulary import PREFIXES
from cityrel.web.negotiation import GRAPH_TYPES, content_type, type_of

CONTEXT = "context.jsonld"
"""Where the JSON-LD context is, below the root of the site."""


def as_data(triples: Collection[Triple], key: str) -> Response:
    """Give statements in the format of a key of `GRAPH_FORMATS`."""
    response = make_response(_written(triples, key))
    response.content_type = content_type(type_of(GRAPH_TYPES, key))
    return response


def _written(triples: Collection[Triple], key: str) -> bytes:
    if key == "jsonld":
        return _json_ld(triples)
    return pyoxigraph.serialize(triples, format=GRAPH_FORMATS[key], prefixes=PREFIXES) or b""


def _json_ld(triples: Collection[Triple]) -> bytes:
    """Write JSON-LD that names its context by the address at which this site has it."""
    nodes = jsonld.shortened(pyoxigraph.serialize(triples, format=RdfFormat.JSON_LD) or b"")
    document = {"@context": f"{request.root_url}{CONTEXT}", "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()
