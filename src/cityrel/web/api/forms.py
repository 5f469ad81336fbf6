"""Things as the API writes them: what is shown of a place, a partnership, an article wherever it occurs."""

from collections import defaultdict
from typing import Any

from cityrel.web.api.address import concept_key, key_of, links_of
from cityrel.web.facts import local_name
from cityrel.web.formatting import stage_group
from cityrel.web.views import Row

Form = dict[str, Any]
"""A JSON object; what is not known or not stated is null."""


def reference(iri: str | None, name: str | None) -> Form | None:
    """Name a thing: by its IRI, its key and what it is called."""
    return {"id": iri, "key": key_of(iri), "name": name} if iri else None


def place(row: Row) -> Form:
    """Give a place from its row of `places.rq`, with names added."""
    return {
        **_place(row["place"], row.get("placeName"), row.get("country"), row.get("countryName")),
        "level": local_name(row["class"]).lower(),
        "lat": _number(row.get("lat")),
        "long": _number(row.get("long")),
        "links": links_of(row["place"]),
    }


def partnership(row: Row, topics: list[str]) -> Form:
    """Give a partnership from a row of `ties`: both partners, how far it has come, by how many sources."""
    return {
        "id": row["partnership"],
        "key": key_of(row["partnership"]),
        "a": _partner(row, "a"),
        "b": _partner(row, "b"),
        "stage": concept_key(row.get("stage")),
        "standing": stage_group(row.get("stage")),
        "kind": concept_key(row.get("kind")),
        "first": row.get("first"),
        "last": row.get("last"),
        "since": row.get("since"),
        "sources": int(row.get("sources", 0)),
        "topics": topics,
        "links": links_of(row["partnership"]),
    }


def article(row: Row) -> Form:
    """Give an article from its row of `articles.rq`."""
    return {
        **_article(row),
        "dateline": row.get("dateline"),
        "byline": row.get("byline"),
        "url": row.get("url"),
        "source": row.get("source"),
        "sha256": row.get("sha256"),
        "claim_count": int(row["claims"]),
        "links": links_of(row["article"]),
    }


def article_of(row: Row) -> Form:
    """Give what a claim tells of the article that it stands in, from a row of `claims.rq`."""
    return _article(row)


def grouped(rows: list[Row], by: str, column: str) -> dict[str, list[str]]:
    """Give the values of a column by those of another, in their order, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if column in row:
            found[row[by]][row[column]] = None
    return {key: list(values) for key, values in found.items()}


def _partner(row: Row, side: str) -> Form:
    return _place(
        row[side],
        row.get(f"{side}Name"),
        row.get(f"{side}Country"),
        row.get(f"{side}CountryName"),
    )


def _place(iri: str, name: str | None, country: str | None, country_name: str | None) -> Form:
    key = key_of(iri)
    return {
        "id": iri,
        "key": key,
        "name": name,
        "country": key_of(country) if country else None,
        "country_name": country_name,
        "geonames": int(key) if key.isascii() and key.isdecimal() else None,
    }


def _article(row: Row) -> Form:
    return {
        "id": row["article"],
        "key": key_of(row["article"]),
        "headline": row.get("headline"),
        "lang": row.get("language"),
        "publisher": row.get("publisher"),
        "published": row.get("published"),
        "copy_of": row.get("original"),
    }


def _number(value: str | None) -> float | None:
    """Read a coordinate; what is no finite number is not known."""
    try:
        number = float(value) if value else None
    except ValueError:
        return None
    return number if number is not None and abs(number) < float("inf") else None
