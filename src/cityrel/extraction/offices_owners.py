"""Whose office a title is where the place, country or body stands beside it ("Mayor of Osaka")."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.people import People
from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_places import is_well_known
from cityrel.extraction.people_titles import Title
from cityrel.model import Organisation, Place, Span
from cityrel.places import PlaceMention, by_id, find

LOOK_BACK = 4
"""Places before a title among which the one it refers to is looked for."""

OfficeOf = Place | Organisation | None

MUNICIPAL = ("mayor", "deputy_mayor", "regent", "deputy_regent")
"""Roles that no country has: "the mayor of Kenya's second city" is not one of Kenya."""


class Owners:
    """Finds the place or body that one document names beside a title."""

    def __init__(
        self,
        people: People,
        mentions: Sequence[PlaceMention],
        organisations: Sequence[OrganisationMention],
        home: Place | None,
    ) -> None:
        self._marks, self._text, self._home = people.marks, people.marks.text, home
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._organisations = organisations
        self._bodies = {mention.span.end: mention.organisation for mention in organisations}
        self._roles = people.marks.document.pack.roles

    def stated(self, appointment: Appointment) -> OfficeOf:
        """Give the owner that stands beside the title, or None."""
        named = self._named(appointment.place) if appointment.place is not None else None
        if named is not None and not self._is_too_large(named, appointment.title):
            return named
        owner = self._of_title(appointment.title)
        return None if self._is_too_large(owner, appointment.title) else owner

    def distributed(self, title: Title, count: int) -> list[OfficeOf]:
        """Give the places of a title of several persons ("the mayors of B and C"), one for each."""
        spans = (*title.tail.places, *title.tail.hosts)
        if not title.plural or len(spans) != count or count == 1:
            return []
        return [self._named(span) for span in sorted(spans, key=lambda span: span.start)]

    def _is_regional(self, title: Title) -> bool:
        """Say whether an office is one of a state or province ("Menteri Besar Negeri Sembilan, Malaysia")."""
        return self._text[title.span.start : title.span.end].casefold() in self._roles.regional

    def _is_too_large(self, owner: OfficeOf, title: Title) -> bool:
        return title.role in MUNICIPAL and is_country(owner)

    def _of_title(self, title: Title) -> OfficeOf:
        if title.elliptic is not None:
            return self._of_title(title.elliptic)
        places = [self._named(span) for span in title.tail.places]
        if title.tail.body is not None:
            return self._body(title.tail.body, places)
        if title.role in self._roles.state and not self._is_regional(title):
            places.sort(key=lambda place: not is_country(place))
        hosts = [] if title.role in self._roles.state else [self._named(span) for span in title.tail.hosts]
        return next(iter([*places, *self._before(title), *hosts, *self._referred(title)]), None)

    def _referred(self, title: Title) -> Iterator[Place | Organisation]:
        """Give what was named last before a title that refers to it ("its mayor", "its rector")."""
        if self._marks.ending("context:their", self._marks.before_blanks(title.span.start)):
            return
        if title.refers and title.role not in (*MUNICIPAL, *self._roles.state):
            yield from self._last_body(title.whole.start)
        last = bisect_left(self._mentions, title.whole.start, key=lambda mention: mention.span.start)
        for mention in reversed(self._mentions[max(0, last - LOOK_BACK) : last] if title.refers else []):
            if (mention.place.level == "country") == (title.role in self._roles.state):
                yield mention.place

    def _last_body(self, offset: int) -> Iterator[Organisation]:
        """Give the body named last before an offset, in the same sentence or the one before."""
        sentences, index = self._marks.document.sentences, self._marks.document.sentence_index(offset)
        start = sentences[max(0, index - 1)].start
        last = bisect_left(self._organisations, offset, key=lambda mention: mention.span.end) - 1
        if last >= 0 and self._organisations[last].span.start >= start:
            yield self._organisations[last].organisation

    def _before(self, title: Title) -> Iterator[Place | Organisation]:
        """Give the body or the place in front of a title ("AMF Secretary General", "Darwin mayor")."""
        body = self._bodies.get(self._marks.before_blanks(title.whole.start))
        if (
            body is not None
            and self._roles.place_before
            and (body.place or title.role not in self._roles.local)
        ):
            yield body
        if title.before is None:
            return
        place = self._named(title.before)
        if is_country(place) and title.role in self._roles.local:
            yield from self._before_country(title.before)
        yield place

    def _before_country(self, country: Span) -> Iterator[Place]:
        """Give the place before a comma and its country ("Guangzhou, China Mayor A")."""
        at = self._marks.before_blanks(country.start)
        inner = self._marks.place_ending(at - 1) if self._text[at - 1 : at] == "," else None
        if inner is not None and isinstance(place := self._named(inner), Place):
            yield place

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


def is_country(owner: OfficeOf) -> bool:
    """Say whether an owner is a country."""
    return isinstance(owner, Place) and owner.level == "country"
