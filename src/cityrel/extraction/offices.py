"""Whose offices the persons of an article hold: the place, country or body of each, once places are known."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cityrel.extraction.document import Document
from cityrel.extraction.organisations import OrganisationMention, find_organisations
from cityrel.extraction.people import People, PersonMention
from cityrel.extraction.people_pairing import Appointment
from cityrel.extraction.people_places import is_well_known
from cityrel.extraction.people_titles import Title
from cityrel.languages.phrases import words
from cityrel.model import Evidence, Holding, Organisation, Person, Place, Qualifier, Span
from cityrel.places import PlaceMention, by_id, find
from cityrel.vocabulary import slug

LOOK_BACK = 4
"""Places before a title among which the one it refers to is looked for."""

OfficeOf = Place | Organisation | None


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
    owners = _Owners(people, mentions, organisations, home)
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
        organisations=organisations,
    )


class _Owners:
    """Finds the place or body of an office in one document."""

    def __init__(
        self,
        people: People,
        mentions: Sequence[PlaceMention],
        organisations: Sequence[OrganisationMention],
        home: Place | None,
    ) -> None:
        self._marks, self._text, self._home = people.marks, people.marks.text, home
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._bodies = {mention.span.end: mention.organisation for mention in organisations}
        self._roles = people.marks.document.pack.roles

    def stated(self, appointment: Appointment) -> OfficeOf:
        """Give the owner that stands beside the title, or None."""
        if appointment.place is not None:
            return self._named(appointment.place)
        return self._of_title(appointment.title)

    def is_style(self, role: str) -> bool:
        """Say whether a role is borne as a style beside another office."""
        return role in self._roles.styles

    def assumed(self, role: str) -> OfficeOf:
        """Give the owner where the text leaves it out: the article's home, for an office of that kind."""
        return None if role not in self._roles.local or _is_country(self._home) else self._home

    def _of_title(self, title: Title) -> OfficeOf:
        if title.elliptic is not None:
            return self._of_title(title.elliptic)
        places = [self._named(span) for span in title.tail.places]
        if title.tail.body is not None:
            return self._body(title.tail.body, places)
        if title.role in self._roles.state:
            places.sort(key=lambda place: not _is_country(place))
        hosts = [] if title.role in self._roles.state else [self._named(span) for span in title.tail.hosts]
        return next(iter([*places, *self._before(title), *hosts, *self._referred(title)]), None)

    def _referred(self, title: Title) -> Iterator[Place]:
        """Give the place named last before a title that refers to one ("its mayor")."""
        last = bisect_left(self._mentions, title.whole.start, key=lambda mention: mention.span.start)
        for mention in reversed(self._mentions[max(0, last - LOOK_BACK) : last] if title.refers else []):
            if (mention.place.level == "country") == (title.role in self._roles.state):
                yield mention.place

    def _before(self, title: Title) -> Iterator[Place | Organisation]:
        """Give the body or the place in front of a title ("AMF Secretary General", "Darwin mayor")."""
        body = self._bodies.get(self._marks.before_blanks(title.whole.start))
        if (
            body is not None
            and self._roles.place_before
            and (body.place or title.role not in self._roles.local)
        ):
            yield body
        if title.before is not None and isinstance(place := self._named(title.before), Place):
            yield place

    def role(self, appointment: Appointment) -> str:
        """Give the role of a title, which the body may make another one."""
        role = appointment.title.role
        made = self._roles.council_roles.get(role)
        return made if made and self._is_council(appointment.title) else role

    def _is_council(self, title: Title) -> bool:
        """Say whether the office is one of a council."""
        owner = self._of_title(title)
        if not isinstance(owner, Organisation):
            return False
        named = {match.text for match in words(owner.name)}
        return any(named.issuperset(council.split()) for council in self._roles.councils)

    def _body(self, body: Span, places: Iterable[OfficeOf]) -> Organisation:
        place = next((place for place in places if isinstance(place, Place)), self._home)
        return Organisation(self._text[body.start : body.end], place)

    def _named(self, span: Span) -> Place | Organisation:
        """Give the place that a span names; an unknown one stays a name."""
        written = self._text[span.start : span.end]
        if written in self._roles.own_state:
            return by_id(self._marks.document.pack.home_countries[0])
        if (country := self._marks.lexicon.adjectives.get(written.casefold())) is not None:
            return by_id(country)
        return self._at(span) or self._largest(written) or Organisation(written)

    def _largest(self, name: str) -> Place | None:
        """Give the most prominent place that bears a name, where the name is well known."""
        well_known = is_well_known(name, self._marks.document.pack.home_countries)
        return next(iter(find(name)), None) if well_known else None

    def _at(self, span: Span) -> Place | None:
        """Give the place that a mention in a span, or around it, stands for."""
        first = bisect_left(self._mentions, span.start, key=lambda mention: mention.span.end)
        near = self._mentions[first : first + 1]
        return next((mention.place for mention in near if mention.span.overlaps(span)), None)


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
    for role, same in _by_role(owners, appointments).items():
        stated = [owner for appointment in same if (owner := owners.stated(appointment)) is not None]
        yield Holding(
            person=person,
            title=_written(document.text, same[0]),
            role=role,
            of=stated[0] if stated else owners.assumed(role),
            qualifier=_qualifier(document.text, same),
            attested_on=attested,
            evidence=tuple(_evidence(document, appointment) for appointment in same),
        )


def _by_role(owners: _Owners, appointments: Sequence[Appointment]) -> dict[str, list[Appointment]]:
    """Group titles by role; a mere style counts only where there is no office beside it."""
    groups: dict[str, list[Appointment]] = {}
    for appointment in appointments:
        groups.setdefault(owners.role(appointment), []).append(appointment)
    offices = {role: group for role, group in groups.items() if not owners.is_style(role)}
    return offices or groups


def _qualifier(text: str, appointments: Sequence[Appointment]) -> Qualifier | None:
    """Give the qualifier of an office: the one that stands before any mention of its title."""
    title = slug(_written(text, appointments[0]))
    same = (one.title.qualifier for one in appointments if slug(_written(text, one)) == title)
    return next((qualifier for qualifier in same if qualifier), None)


def _written(text: str, appointment: Appointment) -> str:
    return text[appointment.title.span.start : appointment.title.span.end]


def _evidence(document: Document, appointment: Appointment) -> Evidence:
    title, name = appointment.title.whole, appointment.name.span
    span = Span(min(title.start, name.start), max(appointment.title.span.end, name.end))
    return document.evidence(span, appointment.rule, appointment.confidence)
