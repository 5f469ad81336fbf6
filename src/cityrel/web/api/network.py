"""The network of partner cities: links that meet the filters, and the places that they join."""

from cityrel.web.api import listing, partnerships, places
from cityrel.web.api.filters import FILTERS, meeting
from cityrel.web.api.forms import Form
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked, text, whole

MOST_LINKS = 10_000
IN_FORCE = ("tied",)
SHOWN = ("key", "stage", "standing", "kind", "first", "last", "since", "sources", "topics")
"""What a link tells of its partnership, as partnerships do."""

PAGING = (whole("limit", 1, MOST_LINKS, 1000), text("after", listing.LONGEST_KEY))


def network(asked: Asked) -> Body:
    """Answer with links, page by page, and the places at their ends.

    A tie that is only spoken of is no link unless somebody asks for its stage or standing.
    """
    unsaid = not asked["stage"] and not asked["standing"]
    filters = {**asked, "standing": IN_FORCE} if unsaid else asked
    chosen = listing.page(meeting(filters, partnerships.everything()), asked)
    return {
        "nodes": _nodes(chosen["items"]),
        "links": [_link(one) for one in chosen["items"]],
        "total": chosen["total"],
        "next": chosen["next"],
    }


def _link(one: Form) -> Form:
    return {
        "id": one["id"],
        "source": one["a"]["key"],
        "target": one["b"]["key"],
        **{name: one[name] for name in SHOWN},
    }


def _nodes(chosen: list[Form]) -> list[Form]:
    """Give the places at the ends, each once and by key, with their coordinates where they are known."""
    ends = {end["key"]: end for one in chosen for end in (one["a"], one["b"])}
    known = places.by_key()
    return [_node(end, known.get(key, {})) for key, end in sorted(ends.items())]


def _node(end: Form, known: Form) -> Form:
    return {**end, **{name: known.get(name) for name in ("level", "lat", "long")}}


OPERATIONS = (
    Operation("network", "network", "Network", network, (*FILTERS, *PAGING), "?country=ID&limit=100"),
)
