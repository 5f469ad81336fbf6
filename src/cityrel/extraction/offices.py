"""Whose offices the persons of an article hold: the place, country or body of each, once places are known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cityrel.extraction.document import Document
from cityrel.extraction.people import People, PersonMention
from cityrel.extraction.people_pairing import Appointment
from cityrel.extraction.people_titles import Title
from cityrel.model import Evidence, Holding, Organisation, Person, Place, Qualifier, Span

if TYPE_CHECKING:
    from cityrel.places import PlaceMention

OfficeOf = Place | Organisation | None


@dataclass(frozen=True)
class Offices:
    """The offices of an article's persons, and the persons' mentions with their homes settled."""

    holdings: tuple[Holding, ...]
    mentions: tuple[PersonMention, ...]

    def person_at(self, span: Span) -> Person | None:
        """Give the person that is named in a span."""
        return next((mention.person for mention in self.mentions if mention.span.overlaps(span)), None)


def find_offices(
    people: People,
    document: Document,
    mentions: Sequence["PlaceMention"],
    home: Place | None,
    attested: str | None = None,
) -> Offices:
    """Give who holds which office; `home` is the place the article is written from.

    `attested` is the day on which the article shows them in office; without it, the day of publication.
    """
    owners = _Owners(document, mentions, home)
    on = attested or document.article.published
    settled: dict[Person, Person] = {}
    found: list[Holding] = []
    for person, appointments in zip(people.persons, people.appointments, strict=True):
        own = list(_holdings(document, owners, person, appointments, on))
        settled[person] = replace(person, home=next((holding.of for holding in own if holding.of), None))
        found += (replace(holding, person=settled[person]) for holding in own)
    return Offices(
        holdings=tuple(sorted(found, key=lambda holding: holding.evidence[0].start)),
        mentions=tuple(replace(mention, person=settled[mention.person]) for mention in people.mentions),
    )


class _Owners:
    """Finds the place or body of an office in one document."""

    def __init__(self, document: Document, mentions: Sequence["PlaceMention"], home: Place | None) -> None:
        self._document, self._text, self._home = document, document.text, home
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._roles = document.pack.roles

    def stated(self, appointment: Appointment) -> OfficeOf:
        """Give the owner that stands beside the title, or None."""
        if appointment.place is not None:
            return self._named(appointment.place)
        return self._of_title(appointment.title)

    def assumed(self, role: str) -> OfficeOf:
        """Give the owner where the text leaves it out: the article's home, for an office of that kind."""
        return self._home if role in self._roles.local else None

    def _of_title(self, title: Title) -> OfficeOf:
        if title.elliptic is not None:
            return self._of_title(title.elliptic)
        places = [self._named(span) for span in title.tail.places]
        if title.tail.body is not None:
            return self._body(title.tail.body, places)
        if title.role in self._roles.state:
            places.sort(key=lambda place: not _is_country(place))
        if places:
            return places[0]
        return self._named(title.before) if title.before else None

    def _body(self, body: Span, places: Iterable[OfficeOf]) -> Organisation:
        place = next((place for place in places if isinstance(place, Place)), self._home)
        return Organisation(self._text[body.start : body.end], place)

    def _named(self, span: Span) -> Place | Organisation:
        """Give the place that a span names; an unknown one stays a name."""
        for mention in self._mentions:
            if mention.span.overlaps(span):
                return mention.place
        return Organisation(self._text[span.start : span.end])


def _is_country(owner: OfficeOf) -> bool:
    return isinstance(owner, Place) and owner.level == "country"


def _holdings(
    document: Document,
    owners: _Owners,
    person: Person,
    appointments: Sequence[Appointment],
    attested: str | None,
) -> Iterator[Holding]:
    """Give one holding for each office of a person, with all that states it."""
    for role in dict.fromkeys(appointment.title.role for appointment in appointments):
        same = [appointment for appointment in appointments if appointment.title.role == role]
        stated = [owner for appointment in same if (owner := owners.stated(appointment)) is not None]
        title = same[0].title
        yield Holding(
            person=person,
            title=document.text[title.span.start : title.span.end],
            role=role,
            of=stated[0] if stated else owners.assumed(role),
            qualifier=_qualifier(same),
            attested_on=attested,
            evidence=tuple(_evidence(document, appointment) for appointment in same),
        )


def _qualifier(appointments: Sequence[Appointment]) -> Qualifier | None:
    return next((one.title.qualifier for one in appointments if one.title.qualifier), None)


def _evidence(document: Document, appointment: Appointment) -> Evidence:
    title, name = appointment.title.whole, appointment.name.span
    span = Span(min(title.start, name.start), max(appointment.title.span.end, name.end))
    return document.evidence(span, appointment.rule, appointment.confidence)
