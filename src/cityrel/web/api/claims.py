"""Claims as the API writes them: what one article states, with the words that state it."""

from collections.abc import Callable, Iterable
from typing import Any

from pyoxigraph import NamedNode

from cityrel.web import facts
from cityrel.web.api.address import concept_key, key_of
from cityrel.web.api.forms import Form, article_of, reference
from cityrel.web.facts import Fact, Quote, Relation
from cityrel.web.site import views

MOST = 500
"""Claims that are told with a thing; `complete` says whether that was all."""


def about(iri: NamedNode, *, view: str = "claims-about", parameter: str = "about") -> tuple[list[Fact], bool]:
    """Give what is stated about a thing, and whether that is all."""
    claims = sorted(row["claim"] for row in views().rows(view, **{parameter: iri}))
    return facts.of_claims(views(), [NamedNode(claim) for claim in claims[:MOST]]), len(claims) <= MOST


def told(found: Iterable[Fact]) -> list[Form]:
    """Write claims."""
    return [claim(fact) for fact in found if fact.kind in SPECIAL]


def claim(fact: Fact) -> Form:
    """Write a claim: what all have, then what those of its type have."""
    kind, special = SPECIAL[fact.kind]
    return {
        "id": fact.iri,
        "type": kind,
        "modality": fact.modality,
        "date": fact.row.get("date"),
        **special(fact),
        "article": article_of(fact.row),
        "evidence": [_evidence(quote) for quote in fact.quotes],
    }


def _stage(fact: Fact) -> Form:
    return {
        "partnership": _named(fact, "partnership"),
        "stage": concept_key(fact.row.get("stage")),
        "kind": concept_key(fact.row.get("kind")),
        "kind_as_written": fact.row.get("kindAsWritten"),
        "instrument": fact.row.get("instrument"),
        "focus": [_focus(relation) for relation in fact.relations.get("focus", ())],
        "agents": _things(fact, "agent"),
        "facilitated_by": _things(fact, "facilitatedBy"),
        "at_events": _things(fact, "atEvent"),
    }


def _holding(fact: Fact) -> Form:
    return {
        "person": _named(fact, "person"),
        "title": fact.row.get("title"),
        "role": concept_key(fact.row.get("role")),
        "qualifier": concept_key(fact.row.get("qualifier")),
        "of": _named(fact, "of"),
    }


def _event(fact: Fact) -> Form:
    return {
        "event_type": concept_key(fact.row.get("eventType")),
        "name": fact.row.get("name"),
        "place": _named(fact, "location"),
        "virtual": fact.row.get("virtual") == "true",
        "facilitated_by": _things(fact, "facilitatedBy"),
        "attendees": _things(fact, "attendee"),
    }


def _quotation(fact: Fact) -> Form:
    return {
        "speaker": _named(fact, "person"),
        "text": fact.row.get("text"),
        "direct": fact.row.get("direct") == "true",
    }


def _topic(fact: Fact) -> Form:
    return {"topic": concept_key(fact.row.get("topic"))}


SPECIAL: dict[str, tuple[str, Callable[[Fact], Form]]] = {
    "StageEvent": ("stage", _stage),
    "Holding": ("holding", _holding),
    "Event": ("event", _event),
    "Quotation": ("quotation", _quotation),
    "TopicClaim": ("topic", _topic),
}
"""From the class of a claim to its type here and to what only those have."""


def _named(fact: Fact, column: str) -> Form | None:
    return reference(fact.row.get(column), fact.row.get(f"{column}Name"))


def _things(fact: Fact, relation: str) -> list[Form]:
    return [_thing(thing) for thing in fact.relations.get(relation, ())]


def _thing(thing: Relation) -> Form:
    return {"id": thing.iri, "key": key_of(thing.iri), "name": thing.name or None}


def _focus(focus: Relation) -> Form:
    return {"name": focus.name, "topics": [concept_key(topic) for topic in focus.topics]}


def _evidence(quote: Quote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "quote": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }
