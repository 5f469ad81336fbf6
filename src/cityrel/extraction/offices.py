"""Whose offices the persons of an article hold: the place, country or body of each, once places are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.document import Document
from cityrel.extraction.offices_bodies import role_in
from cityrel.extraction.offices_context import Context
from cityrel.extraction.offices_owners import OfficeOf, Owners, is_country
from cityrel.extraction.offices_postings import Key, Posting, postings
from cityrel.extraction.offices_scene import Scene
from cityrel.extraction.organisations import OrganisationMention, find_organisations
from cityrel.extraction.people import People, PersonMention
from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_lexicon import lexicon
from cityrel.extraction.people_references import RULE
from cityrel.model import Evidence, Holding, Person, Place, Qualifier, Span
from cityrel.places import PlaceMention
from cityrel.vocabulary import slug

HONORARY = ("chair", "deputy_chair", "committee_chair", "board_member", "representative")
"""Roles that councillors have beside their office: they are councillors still."""


@dataclass(frozen=True)
class Offices:
    """The offices of an article's persons, and the persons' mentions with their homes settled.

    `organisations` are those that the article names.
    """

    holdings: tuple[Holding, ...]
    mentions: tuple[PersonMention, ...]
    organisations: tuple[OrganisationMention, ...]

    def person_at(self, span: Span) -> Person | None:
        """Give the person that is named in a span."""
        return next((mention.person for mention in self.mentions if mention.span.overlaps(span)), None)


def find_offices(
    people: People,
    document: Document,
    mentions: Sequence[PlaceMention],
    home: Place | None,
    attested: str | None = None,
) -> Offices:
    """Give who holds which office; `home` is the place the article is written from.

    `attested` is the day on which the article shows them in office; without it, the day of publication.
    """
    organisations = find_organisations(people, mentions)
    owners = Owners(people, mentions, organisations, home)
    posted = postings(people, owners)
    scene = Scene(people, mentions, home, organisations, posted)
    owned = Context(scene, _stated(owners, scene)).settle()
    on = attested or document.article.published
    by_person = _by_person(posted)
    settled: dict[Person, Person] = {}
    found: list[Holding] = []
    for number, person in enumerate(people.persons):
        own = [
            _holding(document, person, key, same, owned.get(key))
            for key, same in _by_office(document, by_person.get(number, ()), owned).items()
        ]
        settled[person] = replace(person, home=next((holding.of for holding in own if holding.of), None))
        found += (replace(holding, person=settled[person], attested_on=on) for holding in own)
    return Offices(
        holdings=tuple(sorted(found, key=lambda holding: holding.evidence[0].start)),
        mentions=tuple(replace(mention, person=settled[mention.person]) for mention in people.mentions),
        organisations=organisations,
    )


def _stated(owners: Owners, scene: Scene) -> dict[Key, OfficeOf]:
    """Give the owner of each office that stands beside one of its titles, the first one named."""
    stated: dict[Key, OfficeOf] = {}
    for together in scene.by_title.values():
        places = owners.distributed(together[0].appointment.title, len(together))
        stated |= {posting.key: place for posting, place in zip(together, places, strict=False)}
    for posting in scene.posted:
        if stated.get(posting.key) is None:
            stated[posting.key] = owners.stated(posting.appointment)
    return stated


def _by_person(posted: Sequence[Posting]) -> dict[int, list[Posting]]:
    groups: dict[int, list[Posting]] = {}
    for posting in posted:
        groups.setdefault(posting.person, []).append(posting)
    return groups


def _holding(
    document: Document, person: Person, key: Key, same: Sequence[Appointment], owner: OfficeOf
) -> Holding:
    """Give the holding of an office, with all that states it."""
    return Holding(
        person=person,
        title=_written(document.text, same[0]),
        role=role_in(document.pack.roles, lexicon(document.pack), key[1], owner, same[0].title.of_unit),
        of=owner,
        qualifier=_qualifier(document.text, same),
        attested_on=None,
        evidence=tuple(_evidence(document, appointment) for appointment in same),
    )


def _by_office(
    document: Document, posted: Sequence[Posting], owned: Mapping[Key, OfficeOf]
) -> dict[Key, list[Appointment]]:
    """Group titles by office; a mere style, of no country, counts only where no higher office is."""
    groups: dict[Key, list[Appointment]] = {}
    for posting in posted:
        groups.setdefault(posting.key, []).append(posting.appointment)
    for appointments in groups.values():
        appointments.sort(key=lambda one: one.title.span.start)
    styles = document.pack.roles.styles
    offices = {
        key: group for key, group in groups.items() if key[1] not in styles or is_country(owned.get(key))
    }
    return groups if all(role in HONORARY for _, role in offices) else offices


def _qualifier(text: str, appointments: Sequence[Appointment]) -> Qualifier | None:
    """Give the qualifier of an office: the one that stands before any mention of its title."""
    title = slug(_written(text, appointments[0]))
    same = (one.title.qualifier for one in appointments if slug(_written(text, one)) == title)
    return next((qualifier for qualifier in same if qualifier), None)


def _written(text: str, appointment: Appointment) -> str:
    return text[appointment.title.span.start : appointment.title.span.end]


def _evidence(document: Document, appointment: Appointment) -> Evidence:
    title, name = appointment.title.whole, appointment.name.span
    if appointment.rule == RULE:
        return document.evidence(appointment.title.whole, appointment.rule, appointment.confidence)
    span = Span(min(title.start, name.start), max(appointment.title.span.end, name.end))
    return document.evidence(span, appointment.rule, appointment.confidence)
