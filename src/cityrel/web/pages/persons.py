"""Persons: all of them, and what is stated about each."""

from collections import defaultdict
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts, language, listing
from cityrel.web.caching import cached_page
from cityrel.web.headers import shared
from cityrel.web.names import with_names
from cityrel.web.site import views
from cityrel.web.things import at_its_address
from cityrel.web.views import Row

blueprint = Blueprint("persons", __name__)
blueprint.after_request(shared)


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
@cached_page
def index() -> str:
    """Show all persons."""
    persons = views().kept(f"persons {language.current()}", _persons)
    return render_template("persons.html", page=listing.page(persons, request.args.get("page", "1")))


@blueprint.get("/person/<path:key>")
@at_its_address("person")
def person(iri: NamedNode) -> str:
    """Show a person: spellings, offices, events, quotations."""
    found = _persons(person=iri)
    if not found:
        raise NotFound(f"there is no person {iri.value}")
    return render_template("person.html", person=found[0], facts=facts.about(views(), iri))


def _persons(**values: NamedNode) -> list[Person]:
    mentions = _by_person(with_names(views(), views().rows("mentions", **values), ["of"]))
    named = _by_person(views().rows("persons", **values))
    persons = [_person(iri, rows, mentions[iri]) for iri, rows in named.items()]
    return sorted(persons, key=lambda person: (person.name.casefold(), person.iri))


def _by_person(rows: list[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["person"]].append(row)
    return grouped


def _person(iri: str, rows: list[Row], mentions: list[Row]) -> Person:
    return Person(
        iri=iri,
        name=next(row["name"] for row in rows if "name" in row),
        also_written=tuple(sorted({row["alsoWritten"] for row in rows if "alsoWritten" in row})),
        offices=tuple(dict.fromkeys(_office(row) for row in mentions if "title" in row)),
        articles=len({row["article"] for row in mentions}),
    )


def _office(row: Row) -> Office:
    return Office(row["title"], row.get("of"), row.get("ofName"), row.get("qualifier"))
