"""What an article states: stages, holdings, events, quotations and topics as claims with evidence."""

from collections.abc import Sequence

from rdflib import URIRef
from rdflib.namespace import RDFS

from cityrel.graph import things
from cityrel.graph.literals import count, date, truth
from cityrel.graph.sheet import Sheet
from cityrel.model import Event, Focus, Holding, Quotation, Stage, TopicClaim
from cityrel.vocabulary import CR, ORG, SCHEMA, concept


def stages(sheet: Sheet, values: Sequence[Stage]) -> None:
    """Write the stages of partnerships."""
    for number, value in enumerate(values, 1):
        _stage(sheet, f"stage-{number}", value)


def _stage(sheet: Sheet, name: str, value: Stage) -> None:
    claim = sheet.claim(name, CR.StageEvent, value.evidence)
    partnership = things.partnership(sheet, value.a, value.b)
    sheet.graph.add((sheet.iri, CR.about, partnership))
    sheet.state(
        claim,
        CR.StageEvent,
        (CR.ofPartnership, partnership),
        (CR.stage, concept("stage", value.stage)),
        (CR.kind, concept("kind", value.kind)),
        (CR.kindAsWritten, sheet.words(value.kind_as_written) if value.kind_as_written else None),
        (CR.date, date(value.date) if value.date else None),
        (CR.modality, concept("modality", value.modality)),
        (CR.instrument, sheet.words(value.instrument) if value.instrument else None),
        (CR.precedes, _part(sheet, "stage", value.before)),
        (CR.atEvent, _part(sheet, "event", value.event)),
    )
    for agent in value.agents:
        sheet.graph.add((claim, CR.agent, things.home(sheet, agent)))
    for organisation in value.facilitators:
        sheet.graph.add((claim, CR.facilitatedBy, things.organisation(sheet, organisation)))
    for number, focus in enumerate(value.focus, 1):
        sheet.graph.add((claim, CR.focus, _focus(sheet, f"{name}-focus-{number}", number, focus)))


def _part(sheet: Sheet, kind: str, index: int | None) -> URIRef | None:
    return None if index is None else sheet.part(f"{kind}-{index + 1}")


def _focus(sheet: Sheet, name: str, number: int, value: Focus) -> URIRef:
    focus = sheet.state(
        sheet.part(name),
        CR.Focus,
        (CR.position, count(number)),
        (RDFS.label, sheet.words(value.text)),
    )
    for topic in value.topics:
        sheet.graph.add((focus, CR.topic, concept("topic", topic)))
    sheet.attach(focus, name, value.evidence)
    return focus


def holdings(sheet: Sheet, values: Sequence[Holding]) -> None:
    """Write who holds which office."""
    for number, value in enumerate(values, 1):
        claim = sheet.claim(f"holding-{number}", CR.Holding, value.evidence)
        sheet.state(
            claim,
            CR.Holding,
            (ORG.member, things.person(sheet, value.person)),
            (ORG.role, concept("role", value.role)),
            (CR.titleAsWritten, sheet.words(value.title)),
            (CR.qualifier, concept("qualifier", value.qualifier) if value.qualifier else None),
            (CR.attestedOn, date(value.attested_on) if value.attested_on else None),
        )
        if value.of is not None:
            sheet.graph.add((claim, CR.office, things.office(sheet, value.of, value.role)))
            sheet.graph.add((claim, CR.officeOf, things.home(sheet, value.of)))


def events(sheet: Sheet, values: Sequence[Event]) -> None:
    """Write what was held."""
    for number, value in enumerate(values, 1):
        claim = sheet.claim(f"event-{number}", CR.Event, value.evidence)
        sheet.state(
            claim,
            CR.Event,
            (CR.eventType, concept("event-type", value.type)),
            (SCHEMA.name, sheet.words(value.name) if value.name else None),
            (CR.date, date(value.date) if value.date else None),
            (SCHEMA.location, things.place(sheet, value.place) if value.place else None),
            (CR.virtual, truth(value.virtual)),
        )
        for organisation in value.facilitators:
            sheet.graph.add((claim, CR.facilitatedBy, things.organisation(sheet, organisation)))
        for attendee in value.attendees:
            sheet.graph.add((claim, CR.attendee, things.person(sheet, attendee)))


def quotations(sheet: Sheet, values: Sequence[Quotation]) -> None:
    """Write who said what."""
    for number, value in enumerate(values, 1):
        sheet.state(
            sheet.claim(f"quotation-{number}", CR.Quotation, value.evidence),
            CR.Quotation,
            (SCHEMA.text, sheet.words(value.text)),
            (CR.speaker, things.person(sheet, value.speaker) if value.speaker else None),
            (CR.direct, truth(value.direct)),
            (CR.modality, concept("modality", value.modality)),
        )


def topics(sheet: Sheet, values: Sequence[TopicClaim]) -> None:
    """Write the topics of the article's city relations."""
    for number, value in enumerate(values, 1):
        sheet.state(
            sheet.claim(f"topic-{number}", CR.TopicClaim, value.evidence),
            CR.TopicClaim,
            (CR.topic, concept("topic", value.topic)),
        )
