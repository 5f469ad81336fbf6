"""Which names in an article are the same person's: full names, short forms, nicknames, spellings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cityrel.extraction.people_names import Name
from cityrel.extraction.people_pairing import Appointment
from cityrel.vocabulary import slug

SHORTEST_SHARED = 4
"""Letters that a part of a name must have to be taken for a short form of a word ("Tiwi" of "Pratiwi")."""


LONGEST_INITIAL = 3
"""Letters of the longest beginning that stands for a whole name ("Moh")."""

SHORTEST_NAME = 3
"""Letters of the shortest word that stands for a person; shorter ones are initials."""

ALIKE = 0.9
"""Share of letters that two spellings of a name have in common."""


@dataclass
class Identity:
    """The names of one person, with the offices that go with them."""

    names: list[Name] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)

    @property
    def full(self) -> Name:
        """The fullest name; the most frequent one of those that are equally long."""
        often = Counter(name.text for name in self.names)
        return max(self.names, key=lambda name: (len(name.words), often[name.text], len(name.text)))

    @property
    def known_words(self) -> set[str]:
        """The words, in small letters, by which the text may speak of the person; initials are none."""
        return {word for name in self.names for word in name.words if len(word) >= SHORTEST_NAME}

    @property
    def others(self) -> tuple[str, ...]:
        """The other names, in order of appearance."""
        known = self.full.text
        spellings = [name.text for name in self.names]
        nicknames = [nickname for name in self.names for nickname in name.nicknames]
        return tuple(dict.fromkeys(text for text in spellings + nicknames if text != known))


def identities(appointments: Sequence[Appointment], bare: Iterable[Name]) -> list[Identity]:
    """Group names into persons: the longest names first, so that a short form finds its full name."""
    found: list[Identity] = []
    ordered = sorted(appointments, key=lambda one: -len(one.name.words))
    for appointment in ordered:
        same = [identity for identity in found if _is_same(identity, appointment)]
        identity = same[0] if same else _new(found)
        identity.names.append(appointment.name)
        identity.appointments.append(appointment)
    for name in sorted(bare, key=lambda one: -len(one.words)):
        fits = [identity for identity in found if is_form_of(name, identity.full)]
        (fits[0] if len(fits) == 1 else _new(found)).names.append(name)
    for identity in found:
        identity.names.sort(key=lambda name: name.span.start)
        identity.appointments.sort(key=lambda one: one.title.span.start)
    return sorted(found, key=lambda identity: identity.names[0].span.start)


def _new(found: list[Identity]) -> Identity:
    found.append(Identity())
    return found[-1]


def _is_same(identity: Identity, appointment: Appointment) -> bool:
    """Say whether a named holder is a person already known."""
    name = appointment.name
    if any(is_form_of(name, known) for known in identity.names):
        return True
    if not any(_same_office(known, appointment) for known in identity.appointments):
        return False
    return any(_resembles(name, known) for known in identity.names)


def is_form_of(short: Name, full: Name) -> bool:
    """Say whether all words of a name are, in order, words or initials of a fuller one."""
    if any(slug(short.text) == slug(nickname) for nickname in full.nicknames):
        return True
    rest = iter(full.words)
    return all(any(_same_word(word, other) for other in rest) for word in short.words)


def _same_word(short: str, full: str) -> bool:
    """Compare two words of names; a beginning of one to three letters may stand for a word."""
    if slug(short) == slug(full):
        return True
    return len(short) <= LONGEST_INITIAL < len(full) and full.startswith(short)


def _same_office(one: Appointment, other: Appointment) -> bool:
    """Say whether two titles can be the same office: one role, and not two places."""
    places = {slug(place) for place in (one.place_name, other.place_name) if place}
    return one.title.role == other.title.role and len(places) <= 1


def _resembles(one: Name, other: Name) -> bool:
    """Say whether two names of holders of one office can be one name, spelt or shortened differently."""
    if len(one.words) > 1 and len(other.words) > 1:
        return one.words[-1] == other.words[-1] or _is_misspelt(one, other)
    parts = ((a, b) for a in one.words for b in other.words if min(len(a), len(b)) >= SHORTEST_SHARED)
    return any(a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a) for a, b in parts)


def _is_misspelt(one: Name, other: Name) -> bool:
    return SequenceMatcher(None, slug(one.text), slug(other.text)).ratio() >= ALIKE
