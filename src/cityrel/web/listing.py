"""The list of partnerships: what a visitor may ask of it by filters, order and page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from cityrel.web.facts import local_name
from cityrel.web.formatting import concept, stage_group
from cityrel.web.ties import name
from cityrel.web.views import Row

COLUMNS = ("name", "stage", "kind", "first", "last", "sources")
PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What the form asks for; an empty text asks for nothing.

    `stage` is a group of stages or a stage's key, `kind` a kind's key, `country` the last part of a country's
    IRI, `words` must all be in the names.
    """

    words: str = ""
    stage: str = ""
    kind: str = ""
    country: str = ""
    sort: str = "name"
    descending: bool = False

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> Self:
        """Take the choice from the parameters of an address; an unknown order is the usual one."""
        sort = arguments.get("sort", "")
        return cls(
            words=arguments.get("q", "").strip(),
            stage=arguments.get("stage", ""),
            kind=arguments.get("kind", ""),
            country=arguments.get("country", ""),
            sort=sort if sort in COLUMNS else "name",
            descending=arguments.get("order") == "desc",
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: `number` of `count` pages, from 1; `total` rows in all of them."""

    rows: Sequence[Any]
    number: int
    count: int
    total: int


def filtered(choice: Choice, rows: Iterable[Row]) -> list[Row]:
    """Give the rows that meet all that is asked for."""
    return [row for row in rows if _meets(choice, row)]


def sorted_by(choice: Choice, rows: Iterable[Row]) -> list[Row]:
    """Give the rows in order; what is unknown comes last, either way."""
    known: list[Row] = []
    unknown: list[Row] = []
    for row in rows:
        (known if _key(choice.sort, row) else unknown).append(row)
    return sorted(known, key=lambda row: _key(choice.sort, row) or (), reverse=choice.descending) + unknown


def page(rows: Sequence[Any], wanted: str = "1") -> Page:
    """Give the page of a number, the nearest one where there is none of that number."""
    count = max(1, -(-len(rows) // PAGE_SIZE))
    number = min(max(1, int(wanted) if wanted.isdecimal() else 1), count)
    return Page(rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], number, count, len(rows))


def countries(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Give key and name of the countries that occur, by name."""
    found = {
        local_name(row[f"{side}Country"]): row.get(f"{side}CountryName", local_name(row[f"{side}Country"]))
        for row in rows
        for side in "ab"
        if f"{side}Country" in row
    }
    return sorted(found.items(), key=lambda item: item[1].casefold())


def in_country(rows: Iterable[Row], country: str) -> list[Row]:
    """Give the partnerships with a partner in a country, named by the last part of its IRI."""
    return [row for row in rows if country in _countries(row)]


def _countries(row: Row) -> set[str]:
    return {local_name(row.get("aCountry", "")), local_name(row.get("bCountry", ""))}


def _meets(choice: Choice, row: Row) -> bool:
    stage = row.get("stage", "")
    return (
        (not choice.stage or choice.stage in (stage_group(stage), local_name(stage)))
        and (not choice.kind or choice.kind == local_name(row.get("kind", "")))
        and (not choice.country or choice.country in _countries(row))
        and all(word in _text(row) for word in choice.words.casefold().split())
    )


def _text(row: Row) -> str:
    keys = ("aName", "bName", "aCountryName", "bCountryName")
    return " ".join(row.get(key, "") for key in keys).casefold()


def _key(column: str, row: Row) -> tuple[int | str, ...] | None:
    if column == "name":
        return (name(row).casefold(),)
    if column not in row:
        return None
    if column == "sources":
        return (int(row[column]),)
    if column == "stage":
        return (stage_group(row[column]), concept(row[column]).casefold())
    return (concept(row[column]).casefold() if column == "kind" else row[column],)
