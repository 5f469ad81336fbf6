"""Events: signings, visits, meetings and the like."""

from collections.abc import Iterable

from cityrel.graph import claims, organisations, persons, places
from cityrel.graph.draft import Draft
from cityrel.graph.literals import moment, truth
from cityrel.model import Event
from cityrel.vocabulary import CR, SCHEMA, concept


def write(draft: Draft, events: Iterable[Event]) -> None:
    """Write what was held, in order."""
    for number, event in enumerate(events, start=1):
        _write_event(draft, number, event)


def _write_event(draft: Draft, number: int, event: Event) -> None:
    """Write an event with where it was held, who arranged it and who came."""
    iri = claims.begin(draft, f"event-{number}", CR.Event, event.evidence)
    draft.add(iri, CR.eventType, concept("event-type", event.type))
    draft.add(iri, CR.modality, concept("modality", event.modality))
    draft.add(iri, SCHEMA.name, draft.words(event.name))
    draft.add(iri, CR.date, moment(event.date))
    draft.add(iri, CR.virtual, truth(value=True) if event.virtual else None)
    if event.place:
        draft.add(iri, SCHEMA.location, places.write(draft, event.place))
    for organisation in event.facilitators:
        draft.add(iri, CR.facilitatedBy, organisations.write(draft, organisation))
    for person in event.attendees:
        draft.add(iri, CR.attendee, persons.write(draft, person))
