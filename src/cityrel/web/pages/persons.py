"""Persons: all of them, and what is stated about each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts
from cityrel.web.site import views
from cityrel.web.things import at_its_address
from cityrel.web.views import Row

blueprint = Blueprint("persons", __name__)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as an article names it."""

    title: str
    of: str | None
    of_name: str | None
    qualifier: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person with other spellings, offices, and the number of articles that name them."""

    iri: str
    name: str
    also_written: tuple[str, ...]
    offices: tuple[Office, ...]
    articles: int


@blueprint.get("/persons")
def index() -> str:
    """Show all persons."""
    return render_template("persons.html", persons=_persons(views().kept_rows("persons")))


@blueprint.get("/person/<path:key>")
@at_its_address("person")
def person(iri: NamedNode) -> str:
    """Show a person: spellings, offices, events, quotations."""
    found = _persons(views().rows("persons", person=iri))
    if not found:
        raise NotFound(f"there is no person {iri.value}")
    return render_template("person.html", person=found[0], facts=facts.about(views(), iri))


def _persons(rows: Iterable[Row]) -> list[Person]:
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_person[row["person"]].append(row)
    return [_person(iri, group) for iri, group in by_person.items()]


def _person(iri: str, rows: list[Row]) -> Person:
    return Person(
        iri=iri,
        name=rows[0]["name"],
        also_written=tuple(sorted({row["alsoWritten"] for row in rows if "alsoWritten" in row})),
        offices=tuple(dict.fromkeys(_office(row) for row in rows if "title" in row)),
        articles=len({row["article"] for row in rows if "article" in row}),
    )


def _office(row: Row) -> Office:
    return Office(row["title"], row.get("of"), row.get("ofName"), row.get("qualifier"))
