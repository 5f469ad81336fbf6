"""Which partnerships are asked for: filters that listing and network share."""

from collections.abc import Iterable

from cityrel.model import BROAD_STAGE
from cityrel.web.api.concepts import keys
from cityrel.web.api.forms import Form
from cityrel.web.api.parameters import Asked, choices, pattern, text, whole
from cityrel.web.formatting import STAGE_GROUPS, UNSTATED

YEARS = (1, 9999)
MOST_SOURCES = 1_000_000
LONGEST_KEY = 200
YEAR_DIGITS = 4

FILTERS = (
    choices("stage", keys("stage")),
    choices("standing", (*STAGE_GROUPS, UNSTATED)),
    choices("kind", keys("kind")),
    choices("topic", keys("topic")),
    pattern("country", "[A-Za-z]{2}", "two letters, as of ISO 3166-1 alpha-2"),
    text("place", LONGEST_KEY),
    whole("from", *YEARS),
    whole("to", *YEARS),
    whole("min_sources", 0, MOST_SOURCES),
)
"""Each narrows what is given; several values of one widen it."""


def meeting(asked: Asked, partnerships: Iterable[Form]) -> list[Form]:
    """Give the partnerships that meet all filters."""
    countries = {country.upper() for country in asked["country"]}
    return [one for one in partnerships if _meets(asked, one) and _in_countries(countries, one)]


def _meets(asked: Asked, one: Form) -> bool:
    return (
        _any_of(asked["stage"], _stages(one))
        and _any_of(asked["standing"], {one["standing"]})
        and _any_of(asked["kind"], {one["kind"]})
        and _any_of(asked["topic"], set(one["topics"]))
        and _any_of([asked["place"]] if asked["place"] else [], {one["a"]["key"], one["b"]["key"]})
        and one["sources"] >= (asked["min_sources"] or 0)
        and _in_years(asked["from"], asked["to"], one)
    )


def _any_of(wanted: Iterable[str], there: set[str | None]) -> bool:
    wanted = set(wanted)
    return not wanted or bool(wanted & there)


def _in_countries(wanted: set[str], one: Form) -> bool:
    return _any_of(wanted, {one["a"]["country"], one["b"]["country"]})


def _stages(one: Form) -> set[str | None]:
    """Give the stage of a partnership and the broader one that it belongs to."""
    return {one["stage"], BROAD_STAGE.get(one["stage"])}


def _in_years(first: int | None, last: int | None, one: Form) -> bool:
    """Say whether the time of a partnership, from its first to its latest date, meets these years."""
    if first is None and last is None:
        return True
    begins, ends = _year(one["first"] or one["last"]), _year(one["last"] or one["first"])
    if begins is None or ends is None:
        return False
    return (first is None or ends >= first) and (last is None or begins <= last)


def _year(date: str | None) -> int | None:
    digits = (date or "")[:YEAR_DIGITS]
    return int(digits) if digits.isascii() and digits.isdecimal() else None
