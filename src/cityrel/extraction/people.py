"""The persons of an article: who is named, with which titles, and where the text speaks of them.

Titles come first: they tell a name from a place. Then names join titles, and forms of a name join persons.
All steps look around a title or a name only, so that the whole is linear in the length of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_identity import Identity, Register, register
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import Name, NameReader
from cityrel.extraction.people_pairing import Pairing
from cityrel.extraction.people_places import is_country
from cityrel.extraction.people_references import add_references
from cityrel.extraction.people_tails import TailReader
from cityrel.extraction.people_titles import Title, find_titles
from cityrel.model import Person, Span
from cityrel.places import NameMatch


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person where the text names him or her."""

    span: Span
    person: Person


@dataclass(frozen=True)
class People:
    """All persons of an article and their titles, before it is known which places are meant.

    `mentions` are in order; `appointments` go with the persons by their number. `masked` are the names with
    honorifics and degrees: no place is named there. `marks` and `tails` serve those who read on.
    """

    persons: tuple[Person, ...]
    mentions: tuple[PersonMention, ...]
    appointments: tuple[tuple[Appointment, ...], ...]
    titles: tuple[Title, ...]
    masked: tuple[Span, ...]
    marks: Marks
    tails: TailReader

    def person_at(self, span: Span) -> Person | None:
        """Give the person that is named in a span."""
        return next((mention.person for mention in self.mentions if mention.span.overlaps(span)), None)


def find_people(document: Document, matches: Sequence[NameMatch]) -> People:
    """Give the persons of a document; `matches` are all names of places in it, right or wrong."""
    marks = Marks(document, matches)
    names = NameReader(marks)
    tails = TailReader(marks, names)
    titles = find_titles(marks, tails)
    pairing = Pairing(marks, names)
    appointments = pairing.pair(titles)
    bare = list(_bare(marks, names, pairing, appointments))
    persons = register(appointments, bare)
    _add_short_forms(marks, names, persons)
    add_references(marks, titles, persons.persons)
    found = [one for one in _in_order(persons) if _is_person(document, one)]
    return _people(found, titles, marks, tails)


def _bare(
    marks: Marks, names: NameReader, pairing: Pairing, appointments: Sequence[Appointment]
) -> Iterator[Name]:
    """Give names without a title: behind an honorific, or beside a verb of saying."""
    seen = {appointment.name.span.start for appointment in appointments}
    for name in (*_honoured(marks, names), *_speaking(marks, names, pairing)):
        if name.span.start not in seen:
            seen.add(name.span.start)
            yield name


def _honoured(marks: Marks, names: NameReader) -> Iterator[Name]:
    """Give names behind an honorific; "Lord Mayor" is no honorific but the title of an office."""
    for token in marks.openings:
        if token.text.casefold() in marks.lexicon.addresses and not marks.at("title", token.start):
            name = names.read(token.start)
            if name is not None and name.honoured:
                yield name


def _speaking(marks: Marks, names: NameReader, pairing: Pairing) -> Iterator[Name]:
    """Give full names beside verbs of saying, places aside."""
    for cue in marks.document.cues.get("speech", ()):
        after = names.read(marks.skip_blanks(cue.end))
        before = pairing.name_ending(marks.before_blanks(cue.start))
        for name in (after, before):
            if name and len(name.words) > 1 and name.span.start not in marks.places:
                yield name


def _add_short_forms(marks: Marks, names: NameReader, persons: Register) -> None:
    """Add every other place where a part of a known name stands for the person."""
    covered = {name.span.start: name.whole.end for one in persons.persons for name in one.names}
    end = 0
    for token in marks.openings:
        if not token.text[0].isupper():
            continue
        end = max(end, covered.get(token.start, 0))
        if token.start < end or not persons.knows(token.text.casefold()):
            continue
        name = names.read(token.start)
        if name and not _follows_place_word(marks, name) and persons.mention(name):
            end = name.whole.end


def _follows_place_word(marks: Marks, name: Name) -> bool:
    return marks.ending("place", marks.before_blanks(name.whole.start)) is not None


def _in_order(persons: Register) -> list[Identity]:
    """Give the persons in the order in which they are first named, with all that concerns each in order."""
    for identity in persons.persons:
        identity.names.sort(key=lambda name: name.span.start)
        identity.appointments.sort(key=lambda one: one.title.span.start)
    return sorted(persons.persons, key=lambda identity: identity.names[0].span.start)


def _is_person(document: Document, person: Identity) -> bool:
    """Say whether names are a person's, not a country's ("Konsul Jenderal Australia") or a headline's."""
    is_state = all(is_country(name.text) for name in person.names)
    return not (is_state or _is_only_headlined(document, person))


def _is_only_headlined(document: Document, person: Identity) -> bool:
    """Say whether only a headline in capitals seems to name a person: "Gubernur Titip Salam"."""
    headline, _, body = document.text.partition("\n")
    if not body or not all(name.doubtful and name.span.end <= len(headline) for name in person.names):
        return False
    return not any(word in body for name in person.names for word in name.text.split() if len(word) > 1)


def _people(found: Sequence[Identity], titles: tuple[Title, ...], marks: Marks, tails: TailReader) -> People:
    persons = tuple(Person(identity.full.text, identity.others) for identity in found)
    mentions = sorted(
        (
            PersonMention(name.span, person)
            for identity, person in zip(found, persons, strict=True)
            for name in identity.names
        ),
        key=lambda mention: mention.span.start,
    )
    whole = (name.whole for identity in found for name in identity.names)
    return People(
        persons=persons,
        mentions=tuple(mentions),
        appointments=tuple(tuple(identity.appointments) for identity in found),
        titles=titles,
        masked=tuple(sorted(whole, key=lambda span: span.start)),
        marks=marks,
        tails=tails,
    )
