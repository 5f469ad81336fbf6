"""Where things of the API are: keys, and addresses made of them."""

from urllib.parse import quote, urlencode

from flask import request

from cityrel.vocabulary import BASE
from cityrel.web.facts import local_name

ROOT = "/api/"

COLLECTIONS = {
    "place": "places",
    "partnership": "partnerships",
    "article": "articles",
    "person": "persons",
    "office": "offices",
    "organisation": "organisations",
}
"""From the first part of a thing's path to the collection that the API has it in."""

Links = dict[str, str | None]


def key_of(iri: str) -> str:
    """Give the key of a thing: what follows its kind in the path, the whole IRI for a thing of others."""
    return iri.removeprefix(BASE).partition("/")[2] if iri.startswith(BASE) else iri


def concept_key(iri: str | None) -> str | None:
    """Give the key of a concept, such as `signed`; None where there is none."""
    return local_name(iri) if iri else None


def links_of(iri: str) -> Links:
    """Give where a thing is told of, here (`self`) and for people (`page`), as paths; None where nowhere."""
    kind, _, key = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or not key:
        return {"self": None, "page": None}
    collection = COLLECTIONS.get(kind)
    return {
        "self": here(f"{ROOT}{collection}/{quote(key)}") if collection else None,
        "page": here(f"/{kind}/{quote(key)}"),
    }


def here(path: str) -> str:
    """Give a path of this site as its visitors see it."""
    return request.script_root + path


def again(**changes: str) -> str:
    """Give the address of the current request with some parameters changed."""
    parameters = request.args.to_dict(flat=False) | {name: [value] for name, value in changes.items()}
    return f"{here(quote(request.path))}?{urlencode(parameters, doseq=True)}"
