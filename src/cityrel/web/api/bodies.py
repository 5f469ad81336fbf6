"""Offices and organisations: what posts there are and at which bodies, and what is stated of each."""

from functools import partial

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE
from cityrel.web.api import claims, listing
from cityrel.web.api.address import concept_key, links_of
from cityrel.web.api.forms import Form, reference
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked
from cityrel.web.names import with_names
from cityrel.web.site import views
from cityrel.web.views import Row, Value, thing

COLUMN = {"office": "of", "organisation": "place"}
"""What is told of a body beside its name: whose office it is, where the organisation is."""


def index(kind: str, asked: Asked) -> Body:
    """Answer with a page of all bodies of a kind."""
    return listing.page(listing.everything(f"{kind}s", lambda: _bodies(kind)), asked)


def one(kind: str, asked: Asked) -> Body:
    """Answer with a body and the claims about it. Raises NotFound where there is none of the key."""
    iri = thing(f"{BASE}{kind}/{asked['key']}")
    found = _bodies(kind, **{kind: iri})
    if not found:
        raise NotFound(f"there is no {kind} {asked['key']}")
    stated, complete = claims.about(iri)
    return {**found[0], "claims": claims.told(stated), "complete": complete}


def _bodies(kind: str, **values: Value) -> list[Form]:
    """Give bodies, each once: where articles say more than one thing of it, by its first row."""
    rows = views().rows(f"{kind}s", **values)
    first = {row[kind]: row for row in reversed(rows)}
    return [_body(kind, row) for row in with_names(views(), first.values(), (kind, COLUMN[kind]))]


def _body(kind: str, row: Row) -> Form:
    column = COLUMN[kind]
    role = {"role": concept_key(row.get("role"))} if kind == "office" else {}
    return {
        **(reference(row[kind], row.get(f"{kind}Name")) or {}),
        **role,
        column: reference(row.get(column), row.get(f"{column}Name")),
        "links": links_of(row[kind]),
    }


def _operations(kind: str) -> tuple[Operation, Operation]:
    many, schema = f"{kind}s", kind.capitalize()
    return (
        Operation(many, many, f"{schema}s", partial(index, kind), listing.PAGING, "?limit=10"),
        Operation(kind, f"{many}/{{key}}", schema, partial(one, kind)),
    )


OPERATIONS = (*_operations("office"), *_operations("organisation"))
