"""Search by name, as the page does it."""

from pyoxigraph import NamedNode

from cityrel.web import searching
from cityrel.web.api.address import key_of, links_of
from cityrel.web.api.forms import Form, reference
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked, choices, text, whole
from cityrel.web.names import names_of
from cityrel.web.searching import TYPES, Found
from cityrel.web.site import views

MOST = 100


def search(asked: Asked) -> Body:
    """Answer with the things that have a name like `q`, the best match first."""
    found = searching.search(asked["q"], asked["type"])
    return {"q": asked["q"], "items": _items(found[: asked["limit"]]), "total": len(found)}


def _items(found: list[Found]) -> list[Form]:
    if not found:
        return []
    names = names_of(views(), (one.thing for one in found))
    places = [NamedNode(one.thing) for one in found]
    homes = {row["place"]: key_of(row["country"]) for row in views().rows("countries", place=places)}
    return [_item(one, names.get(one.thing), homes.get(one.thing)) for one in found]


def _item(found: Found, name: str | None, country: str | None) -> Form:
    return {
        **(reference(found.thing, name) or {}),
        "type": found.type,
        "country": country,
        "matched": found.matched,
        "match": found.match,
        "links": links_of(found.thing),
    }


OPERATIONS = (
    Operation(
        "search",
        "search",
        "Search",
        search,
        (
            text("q", searching.LONGEST, required=True),
            choices("type", tuple(TYPES.values())),
            whole("limit", 1, MOST, 20),
        ),
        "?q=Tiongkok",
    ),
)
