"""Persons: who is named, also written how, and what is stated of each."""

from collections import defaultdict

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE
from cityrel.web.api import claims, listing
from cityrel.web.api.address import links_of
from cityrel.web.api.forms import Form, reference
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked
from cityrel.web.site import views
from cityrel.web.views import Row, Value, thing


def index(asked: Asked) -> Body:
    """Answer with a page of all persons."""
    return listing.page(listing.everything("persons", _persons), asked)


def one(asked: Asked) -> Body:
    """Answer with a person and the claims that name them. Raises NotFound where there is none of the key."""
    iri = thing(f"{BASE}person/{asked['key']}")
    found = _persons(person=iri)
    if not found:
        raise NotFound(f"there is no person {asked['key']}")
    stated, complete = claims.about(iri)
    return {**found[0], "claims": claims.told(stated), "complete": complete}


def _persons(**values: Value) -> list[Form]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in views().rows("persons", **values):
        grouped[row["person"]].append(row)
    return [_person(iri, rows) for iri, rows in grouped.items()]


def _person(iri: str, rows: list[Row]) -> Form:
    names = sorted({row["name"] for row in rows if "name" in row})
    others = {*names[1:], *(row["alsoWritten"] for row in rows if "alsoWritten" in row)}
    return {
        **(reference(iri, names[0]) or {}),
        "also_written": sorted(others),
        "links": links_of(iri),
    }


OPERATIONS = (
    Operation("persons", "persons", "Persons", index, listing.PAGING, "?limit=10"),
    Operation("person", "persons/{key}", "Person", one),
)
