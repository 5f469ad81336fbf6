"""How values look on a page: dates and numbers in its language, things as links, concepts by their labels."""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlencode, urlsplit

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from flask import Flask, request
from pyoxigraph import Literal

from cityrel.vocabulary import BASE, DEFAULT_BASE, SCHEMES
from cityrel.web import language
from cityrel.web.facts import local_name
from cityrel.web.site import views

THINGS = frozenset(
    ("place", "country", "partnership", "person", "organisation", "office", "article", "graph")
)
TERMS = frozenset(("ontology", *SCHEMES))
PAGES: Mapping[str, frozenset[str]] = (
    {DEFAULT_BASE: THINGS | TERMS} if BASE == DEFAULT_BASE else {BASE: THINGS, DEFAULT_BASE: TERMS}
)
"""First part of the paths of what has a page at its own address, by the base of the IRIs."""

STAGE_GROUPS = {
    "tied": ("signed", "renewed", "active"),
    "talks": ("exploring", "intended", "proposed", "letter_of_intent", "approved"),
    "ended": ("ended", "suspended", "lapsed"),
}
"""What stages have in common for who looks: a tie that stands, one that is spoken of, one that is over."""

UNSTATED = "unstated"
"""The group of a partnership of which no stage is stated as a fact."""

_YEAR, _MONTH = 4, 7


def stage_group(stage: str | None) -> str:
    """Give the group of a stage, by key or IRI."""
    key = local_name(stage or "")
    return next((group for group, stages in STAGE_GROUPS.items() if key in stages), UNSTATED)


def day(value: str | None) -> str:
    """Write a date as precise as it is; what is not stated is a dash."""
    if not value:
        return "–"
    locale = language.text("language.locale")
    try:
        if len(value) == _YEAR:
            return value
        if len(value) == _MONTH:
            return format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=locale)
        return format_date(date.fromisoformat(value), "long", locale=locale)
    except ValueError:
        return value


def number(value: str | float) -> str:
    """Write a number as the language of the page does."""
    return format_decimal(value, locale=language.text("language.locale"))


def local_path(iri: str) -> str | None:
    """Give the path of the page about a thing; None where it has none."""
    base = next((base for base, kinds in PAGES.items() if _kind(iri, base) in kinds), None)
    if base is None:
        return None
    rest, _, fragment = iri.removeprefix(base).partition("#")
    return address(f"/{quote(rest)}") + (f"#{quote(fragment)}" if fragment else "")


def _kind(iri: str, base: str) -> str | None:
    """Give the first part of the path of an IRI below a base."""
    return re.split("[/#]", iri.removeprefix(base))[0] if iri.startswith(base) else None


def fragment(iri: str) -> str:
    """Give what follows the hash of an IRI: where a part stands on the page of the whole."""
    return iri.partition("#")[2]


def link(iri: str) -> str:
    """Give where a link to a thing leads: to its page here, or to its own address on the web."""
    return local_path(iri) or weblink(iri) or ""


def path_of(iri: str) -> str:
    """Give what follows the base of an IRI of ours, the whole of another one."""
    return iri.removeprefix(BASE).removeprefix(DEFAULT_BASE)


def weblink(iri: str | None) -> str | None:
    """Give an address on the web back, None for anything else, such as a script."""
    parts = urlsplit(iri or "")
    return iri if parts.scheme in ("http", "https") and parts.netloc else None


def address(path: str, **parameters: str | None) -> str:
    """Give a path of this site, with the language where the visitor asked for one."""
    wanted = {**parameters, "lang": parameters.get("lang") or language.asked_for()}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return request.script_root + path + (f"?{query}" if query else "")


def here(**changes: str | None) -> str:
    """Give the address of the current page with some parameters changed, or taken away by None."""
    parameters = {**request.args.to_dict(), **changes}
    query = urlencode({name: value for name, value in parameters.items() if value})
    return request.script_root + quote(request.path) + (f"?{query}" if query else "")


def concept(iri: str | None) -> str:
    """Give the label of a concept in the language of the page, its key where it has none."""
    if not iri:
        return "–"
    return _concepts().get(iri, {}).get("label") or local_name(iri).replace("_", " ")


def definition(iri: str | None) -> str:
    """Give the definition of a concept, empty where there is none."""
    return _concepts().get(iri or "", {}).get("definition", "")


def concepts_of(scheme: str) -> list[str]:
    """Give the IRIs of a scheme's concepts."""
    return sorted(iri for iri in _concepts() if f"/{scheme}/" in iri)


def _concepts() -> dict[str, dict[str, str]]:
    spoken = language.current()
    rows = views().kept(f"concepts {spoken}", lambda: views().rows("concepts", language=Literal(spoken)))
    return {row["concept"]: row for row in rows}


def register(app: Flask) -> None:
    """Give templates the functions of this module and the texts of the page."""
    of_things = (fragment, link, local_name, local_path, path_of, weblink)
    filters = (*of_things, concept, day, definition, number, stage_group)
    app.jinja_env.filters.update({function.__name__: function for function in filters})
    app.jinja_env.globals.update(
        address=address,
        here=here,
        language=language.current,
        languages=language.languages,
        name_of_language=lambda code: language.texts(code)["language.name"],
        t=language.text,
        texts_of=language.section,
    )
