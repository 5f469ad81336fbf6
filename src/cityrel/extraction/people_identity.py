"""Which names in an article are the same person's: full names, short forms, nicknames, spellings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from cityrel.extraction.people_appointment import Appointment
from cityrel.extraction.people_names import Name
from cityrel.vocabulary import slug

plain = lru_cache(20_000)(slug)

SHORTEST_SHARED = 4
"""Letters that a part of a name must have to be taken for a short form of a word ("Tiwi" of "Pratiwi")."""

LONGEST_INITIAL = 3
"""Letters of the longest beginning that stands for a whole name ("Moh")."""

SHORTEST_NAME = 3
"""Letters of the shortest word that stands for a person; shorter ones are initials."""

ALIKE = 0.9
"""Share of letters that two spellings of a name have in common."""


MOST_NAMESAKES = 20
"""Persons among whom the owner of a name is looked for; a list of hundreds is no article."""


@dataclass
class Identity:
    """The names of one person, with the offices that go with them."""

    names: list[Name] = field(default_factory=list)
    forms: dict[str, Name] = field(default_factory=dict)
    appointments: list[Appointment] = field(default_factory=list)

    def add(self, name: Name) -> None:
        """Add another place where the person is named."""
        self.names.append(name)
        self.forms.setdefault(name.text, name)

    @property
    def full(self) -> Name:
        """The fullest name, but none that only a headline makes longer; of equals, the most frequent one."""
        often = Counter(name.text for name in self.names)
        fair = [name for name in self.names if not self._is_overlong(name)]
        return max(fair, key=lambda name: (len(name.words), often[name.text], len(name.text)))

    def _is_overlong(self, name: Name) -> bool:
        """Say whether a name of a headline goes on behind one that the text has elsewhere."""
        return name.doubtful and any(
            1 < len(form.words) < len(name.words) and name.words[: len(form.words)] == form.words
            for form in self.forms.values()
            if not form.doubtful
        )

    @property
    def others(self) -> tuple[str, ...]:
        """The other names, in order of appearance."""
        known = self.full.text
        nicknames = [nickname for name in self.names for nickname in name.nicknames]
        return tuple(dict.fromkeys(text for text in [*self.forms, *nicknames] if text != known))


class Register:
    """The persons of one article, to be found by a name."""

    def __init__(self) -> None:
        self.persons: list[Identity] = []
        self._by_text: dict[str, Identity] = {}
        self._by_word: dict[str, list[Identity]] = {}
        self._by_role: dict[str, list[Identity]] = {}

    def appoint(self, appointment: Appointment) -> None:
        """Add a holder of an office."""
        name, role = appointment.name, appointment.title.role
        identity = self._holder(appointment) or self._new()
        self._add(identity, name)
        identity.appointments.append(appointment)
        held = self._by_role.setdefault(role, [])
        if identity not in held[-MOST_NAMESAKES:]:
            held.append(identity)

    def name(self, name: Name) -> None:
        """Add a name without an office; where it fits nobody, or several, it is a new person's."""
        owners = self.owners(name)
        self._add(owners[0] if len(owners) == 1 else self._new(), name)

    def mention(self, name: Name) -> bool:
        """Add a short form of a known name; say whether just one person bears it."""
        owners = self.owners(name)
        if len(owners) == 1:
            owners[0].add(name)
        return len(owners) == 1

    def owners(self, name: Name) -> list[Identity]:
        """Give the persons of whose names a name is a form."""
        exact = self._by_text.get(name.text)
        if exact is not None:
            return [exact]
        return [
            one for one in self._namesakes(name) if any(is_form_of(name, form) for form in one.forms.values())
        ]

    def knows(self, word: str) -> bool:
        """Say whether a word, in small letters, is part of a known name."""
        return word in self._by_word

    def _holder(self, appointment: Appointment) -> Identity | None:
        owners = self.owners(appointment.name)
        if owners:
            return owners[0]
        near = self._by_role.get(appointment.title.role, [])[-MOST_NAMESAKES:]
        likely = next((one for one in near if _may_be(one, appointment)), None)
        return likely or next((one for one in near if _is_called(one, appointment)), None)

    def _namesakes(self, name: Name) -> list[Identity]:
        """Give the persons with whose names a name shares a word."""
        found: dict[int, Identity] = {}
        for word in name.words:
            for identity in self._by_word.get(word, [])[:MOST_NAMESAKES]:
                found[id(identity)] = identity
        return list(found.values())

    def _new(self) -> Identity:
        self.persons.append(Identity())
        return self.persons[-1]

    def _add(self, identity: Identity, name: Name) -> None:
        if name.text not in identity.forms:
            for word in {*name.words, *(nickname.casefold() for nickname in name.nicknames)}:
                bearers = self._by_word.setdefault(word, []) if len(word) >= SHORTEST_NAME else []
                if len(bearers) < MOST_NAMESAKES and identity not in bearers:
                    bearers.append(identity)
        self._by_text.setdefault(name.text, identity)
        identity.add(name)


def register(appointments: Sequence[Appointment], bare: Iterable[Name]) -> Register:
    """Group names into persons: the longest names first, so that a short form finds its full name."""
    persons = Register()
    for appointment in sorted(appointments, key=lambda one: _rank(one.name)):
        persons.appoint(appointment)
    for name in sorted(bare, key=_rank):
        persons.name(name)
    return persons


def _is_called(identity: Identity, appointment: Appointment) -> bool:
    """Say whether a single name is what the known holder of an office at the very same place is called."""
    place = appointment.place_name
    if len(appointment.name.words) > 1 or place is None:
        return False
    return any(
        known.place_name is not None
        and plain(known.place_name) == plain(place)
        and (known.title.role, known.title.qualifier) == (appointment.title.role, appointment.title.qualifier)
        for known in identity.appointments[:MOST_NAMESAKES]
    )


def _rank(name: Name) -> tuple[bool, bool, int]:
    """Order names: full ones before short ones, those of headlines behind the others, long ones first."""
    return len(name.words) == 1, name.doubtful, -len(name.words)


def _may_be(identity: Identity, appointment: Appointment) -> bool:
    """Say whether a holder of an office is a person already known to hold it, by another name."""
    same = any(_same_office(known, appointment) for known in identity.appointments[:MOST_NAMESAKES])
    return same and any(_resembles(appointment.name, form) for form in identity.forms.values())


def is_form_of(short: Name, full: Name) -> bool:
    """Say whether all words of a name are, in order, words or initials of a fuller one."""
    if any(plain(short.text) == plain(nickname) for nickname in full.nicknames):
        return True
    if short.doubtful and len(full.words) > 1 and short.words[: len(full.words)] == full.words:
        return True
    rest = iter(full.words)
    return all(any(_same_word(word, other) for other in rest) for word in short.words)


def _same_word(short: str, full: str) -> bool:
    """Compare two words of names; a beginning of one to three letters may stand for a word."""
    if plain(short) == plain(full):
        return True
    return len(short) <= LONGEST_INITIAL < len(full) and full.startswith(short)


def _same_office(one: Appointment, other: Appointment) -> bool:
    """Say whether two titles can be the same office: one role, and not two places."""
    places = {plain(place) for place in (one.place_name, other.place_name) if place}
    return one.title.role == other.title.role and len(places) <= 1


def _resembles(one: Name, other: Name) -> bool:
    """Say whether two names of holders of one office can be one name, spelt or shortened differently."""
    if len(one.words) > 1 and len(other.words) > 1:
        return one.words[-1] == other.words[-1] or _is_misspelt(one, other)
    parts = ((a, b) for a in one.words for b in other.words if min(len(a), len(b)) >= SHORTEST_SHARED)
    return any(a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a) for a, b in parts)


def _is_misspelt(one: Name, other: Name) -> bool:
    return SequenceMatcher(None, plain(one.text), plain(other.text)).ratio() >= ALIKE
