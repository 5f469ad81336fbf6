"""Partnerships as pages list them: both partners with their countries, and where the partnership stands."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from cityrel.web import language
from cityrel.web.names import with_names
from cityrel.web.views import Row, Views

NAMED = ("a", "b", "aCountry", "bCountry")
"""What of a partnership is shown by its name."""

PARTNERS = 2


def all_ties(views: Views) -> list[Row]:
    """Give all partnerships, with names in the language of the page."""
    return views.kept(f"ties {language.current()}", lambda: _ties(views, {}))


def ties_of(views: Views, place: NamedNode) -> list[Row]:
    """Give the partnerships of a place."""
    found = [NamedNode(row["partnership"]) for row in views.rows("partnerships-of", place=place)]
    return _ties(views, {"partnership": found}) if found else []


def tie(views: Views, partnership: NamedNode) -> Row | None:
    """Give one partnership, None where there is none of that name."""
    return next(iter(_ties(views, {"partnership": [partnership]})), None)


def name(tie: Row) -> str:
    """Give the names of both partners."""
    return f"{tie.get('aName', '?')} – {tie.get('bName', '?')}"


def _ties(views: Views, chosen: dict[str, list[NamedNode]]) -> list[Row]:
    partners: dict[str, list[str]] = defaultdict(list)
    for row in views.rows("partners", **chosen):
        partners[row["partnership"]].append(row["partner"])
    standing = {row["partnership"]: row for row in views.rows("standing", **chosen)}
    countries = _countries(views, partners.values() if chosen else ())
    ties = [
        {"partnership": iri, **_pair(pair, countries), **standing.get(iri, {})}
        for iri, pair in partners.items()
        if len(pair) == PARTNERS
    ]
    return sorted(with_names(views, ties, NAMED), key=lambda tie: (name(tie).casefold(), tie["partnership"]))


def _pair(pair: list[str], countries: dict[str, str]) -> Row:
    sides = dict(zip("ab", pair, strict=True))
    homes = {f"{side}Country": countries[place] for side, place in sides.items() if place in countries}
    return {**sides, **homes}


def _countries(views: Views, pairs: Iterable[list[str]]) -> dict[str, str]:
    """Give the countries of the places of some pairs, of all places where no pairs are given."""
    places = [NamedNode(place) for place in sorted({place for pair in pairs for place in pair})]
    rows = views.rows("countries", place=places) if places else views.rows("countries")
    return {row["place"]: row["country"] for row in rows}
