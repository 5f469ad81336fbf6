"""What each claim says, in a line."""

from cityrel.model import Claim, Event, Holding, Organisation, Place, Quotation, Stage, TopicClaim

DATELESS = "date not stated"


def describe(claim: Claim) -> str:
    """Say in one line what a claim says."""
    match claim:
        case Stage():
            return _stage(claim)
        case Holding():
            role = _words(claim.role)
            office = f"{claim.qualifier} {role}" if claim.qualifier else role
            return f"{claim.person.name}: {office}, {_home(claim.of)} ({claim.title})"
        case Event():
            return _event(claim)
        case Quotation():
            speaker = claim.speaker.name if claim.speaker else "speaker not stated"
            return f"{speaker} ({'direct' if claim.direct else 'reported'}, {claim.modality})"
        case TopicClaim():
            return _words(claim.topic)


def _stage(stage: Stage) -> str:
    told = (_words(stage.stage), _words(stage.kind), stage.date or DATELESS, stage.modality)
    more = [stage.instrument] if stage.instrument else []
    fields = [f"on {focus.text}" for focus in stage.focus]
    return f"{_place(stage.a)} – {_place(stage.b)}: {', '.join((*told, *more, *fields))}"


def _place(place: Place) -> str:
    return f"{place.name} ({place.country})"


def _words(key: str) -> str:
    """Give a key of the ontology as words."""
    return key.replace("_", " ")


def _event(event: Event) -> str:
    place = event.place.name if event.place else "place not stated"
    where = "virtual" if event.virtual else place
    return f"{event.type}: {event.name or 'unnamed'}, {event.date or DATELESS}, {where}, {event.modality}"


def _home(home: Place | Organisation | None) -> str:
    return home.name if home else "of what is not stated"
