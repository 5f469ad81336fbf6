"""Stages of partnerships, with the fields of cooperation that the article names for them."""

from collections.abc import Iterable

from rdflib import URIRef

from cityrel.graph import claims, evidence, organisations, partnerships
from cityrel.graph.draft import Draft
from cityrel.graph.literals import integer, moment, plain
from cityrel.model import Focus, Stage
from cityrel.vocabulary import CR, RDF, RDFS, concept


def write(draft: Draft, stages: Iterable[Stage]) -> None:
    """Write the stages of partnerships, in order."""
    for number, stage in enumerate(stages, start=1):
        _write_stage(draft, number, stage)


def _write_stage(draft: Draft, number: int, stage: Stage) -> None:
    """Write a stage event with its partnership."""
    event = claims.begin(draft, f"stage-{number}", CR.StageEvent, stage.evidence)
    draft.add(event, CR.ofPartnership, partnerships.write(draft, stage.a, stage.b))
    draft.add(event, CR.stage, concept("stage", stage.stage))
    draft.add(event, CR.kind, concept("kind", stage.kind))
    draft.add(event, CR.kindAsWritten, draft.words(stage.kind_as_written))
    draft.add(event, CR.date, moment(stage.date))
    draft.add(event, CR.modality, concept("modality", stage.modality))
    draft.add(event, CR.instrument, plain(stage.instrument))
    _write_links(draft, event, stage)
    for position, focus in enumerate(stage.focus, start=1):
        draft.add(event, CR.focus, _write_focus(draft, event, position, focus))


def _write_links(draft: Draft, event: URIRef, stage: Stage) -> None:
    """Write who and what the stage has to do with; indexes count from 0, the parts of an article from 1."""
    if stage.before is not None:
        draft.add(event, CR.precedes, draft.part(f"stage-{stage.before + 1}"))
    if stage.event is not None:
        draft.add(event, CR.atEvent, draft.part(f"event-{stage.event + 1}"))
    for agent in stage.agents:
        draft.add(event, CR.agent, organisations.write_body(draft, agent))
    for organisation in stage.facilitators:
        draft.add(event, CR.facilitatedBy, organisations.write(draft, organisation))


def _write_focus(draft: Draft, event: URIRef, position: int, focus: Focus) -> URIRef:
    iri = URIRef(f"{event}-focus-{position}")
    draft.add(iri, RDF.type, CR.Focus)
    draft.add(iri, CR.position, integer(position))
    draft.add(iri, RDFS.label, draft.words(focus.text))
    for topic in focus.topics:
        draft.add(iri, CR.topic, concept("topic", topic))
    evidence.write(draft, iri, focus.evidence)
    return iri
