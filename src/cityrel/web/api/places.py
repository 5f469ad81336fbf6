"""Places: all of them, and each with its partners, its office holders and its events."""

from collections import Counter

from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE, SKOS
from cityrel.web.api import claims, forms, listing, partnerships
from cityrel.web.api.forms import Form
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked, choices, pattern, whole
from cityrel.web.names import with_names
from cityrel.web.searching import LEVELS
from cityrel.web.site import views
from cityrel.web.views import Row, Value, thing

ALSO_WRITTEN, SAME_AS = str(SKOS.altLabel), str(SKOS.exactMatch)
MOST_PARTNERS = 1000
"""Partners that are told with a place; `complete` says whether those were all."""

FILTERS = (
    pattern("country", "[A-Za-z]{2}", "two letters, as of ISO 3166-1 alpha-2"),
    choices("level", LEVELS),
    whole("min_partners", 0, 1_000_000),
)


def everything() -> list[Form]:
    """Give all places by key; they are kept while the snapshot stays."""
    return listing.everything("places", _places)


def by_key() -> dict[str, Form]:
    """Give all places by their keys."""
    return {place["key"]: place for place in everything()}


def index(asked: Asked) -> Body:
    """Answer with a page of the places that meet the filters, each with how many partnerships it has."""
    degrees = Counter(end["key"] for one in partnerships.everything() for end in (one["a"], one["b"]))
    counted = [{**place, "partnership_count": degrees[place["key"]]} for place in everything()]
    return listing.page([place for place in counted if _meets(asked, place)], asked)


def one(asked: Asked) -> Body:
    """Answer with a place and what is known of it. Raises NotFound where there is none of the key."""
    iri = thing(f"{BASE}place/{asked['key']}")
    found = _places(place=iri)
    if not found:
        raise NotFound(f"there is no place {asked['key']}")
    ties = partnerships.of_place(iri)
    stated, complete = claims.about(iri, view="holdings-and-events", parameter="place")
    return {
        **found[0],
        **_described(iri),
        "partnership_count": len(ties),
        "partners": [_seen_from(iri.value, tie) for tie in ties[:MOST_PARTNERS]],
        "office_holders": claims.told(fact for fact in stated if fact.kind == "Holding"),
        "events": claims.told(fact for fact in stated if fact.kind == "Event"),
        "complete": complete and len(ties) <= MOST_PARTNERS,
    }


def _places(**values: Value) -> list[Form]:
    """Give places, each once: where articles say more than one thing of it, by its first row."""
    first: dict[str, Row] = {}
    for row in views().rows("places", **values):
        first.setdefault(row["place"], row)
    return [forms.place(row) for row in with_names(views(), first.values(), ("place", "country"))]


def _described(iri: NamedNode) -> Form:
    """Give all names by language, other spellings, and the same place in other data."""
    properties = views().rows("properties", thing=iri)
    names = views().rows("names", thing=iri)
    found = forms.grouped(properties, "property", "value")
    return {
        "names": [{"name": row["name"], "lang": row["language"] or None} for row in names],
        "also_written": found.get(ALSO_WRITTEN, []),
        "same_as": found.get(SAME_AS, []),
    }


def _meets(asked: Asked, place: Form) -> bool:
    countries = {country.upper() for country in asked["country"]}
    return (
        (not countries or place["country"] in countries)
        and (not asked["level"] or place["level"] in asked["level"])
        and place["partnership_count"] >= (asked["min_partners"] or 0)
    )


def _seen_from(place: str, tie: Form) -> Form:
    """Give a partnership as one of its partners sees it: the other one, and where the two stand."""
    partner = tie["b"] if tie["a"]["id"] == place else tie["a"]
    return {"partner": partner, "partnership": {k: v for k, v in tie.items() if k not in ("a", "b")}}


OPERATIONS = (
    Operation("places", "places", "Places", index, (*FILTERS, *listing.PAGING), "?country=ID&limit=10"),
    Operation("place", "places/{key}", "Place", one),
)
