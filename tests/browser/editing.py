"""What a person does at the query page."""

from typing import Any
from urllib.parse import quote

PREFIXES = """PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
PLACES = (
    PREFIXES + "SELECT ?place ?name ?lat ?long { ?place rdfs:label ?name ; geo:lat ?lat ; geo:long ?long }"
)
COUNTS = PREFIXES + "SELECT ?country (COUNT(?p) AS ?places) { ?p cr:country ?country } GROUP BY ?country"
GRAPH = PREFIXES + "CONSTRUCT { ?a cr:partner ?b . ?b rdfs:label ?n } { ?a cr:partner ?b . ?b rdfs:label ?n }"
SHORT = "SELECT ?n { VALUES ?n { 10 9 11 } }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def shared(query: str, language: str = "en") -> str:
    """Give the path of a shared link."""
    return f"/sparql?lang={language}#query={quote(query)}"


def write(tab: Any, query: str) -> None:
    """Put a query in place of the one that is there, as one who types or pastes."""
    tab.locator(".cm-content").click()
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.insert_text(query)


def button(tab: Any, name: str) -> Any:
    """Give a button by its whole name."""
    return tab.get_by_role("button", name=name, exact=True)


def run(tab: Any, query: str) -> None:
    """Write a query and run it."""
    write(tab, query)
    button(tab, "Run").click()


def column(tab: Any, number: int = 1) -> list[str]:
    """Give the texts of a column of the result."""
    texts: list[str] = tab.locator(f".result tbody td:nth-child({number})").all_inner_texts()
    return texts
