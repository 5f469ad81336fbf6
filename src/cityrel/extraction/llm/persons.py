"""The persons of an answer, by their names in the article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cityrel.extraction.llm.ground import Ground
from cityrel.extraction.llm.refusal import not_in_text
from cityrel.extraction.people_lexicon import lexicon
from cityrel.model import Holding, Person
from cityrel.vocabulary import slug

LONGEST = 120
"""Characters of the longest name."""

NO_NAME = re.compile(r"\d")


def written_name(ground: Ground, name: str) -> str:
    """Give the name of a person as the article writes it, without titles of respect.

    Raises Refused where the article does not have it, or where it is no name.
    """
    written = ground.words(name, LONGEST)
    if written is None:
        raise not_in_text("person", name)
    bare = _without_honorifics(ground, written)
    if not bare[:1].isalpha() or NO_NAME.search(bare):
        raise not_in_text("name of a person", name)
    return bare


def settled(holdings: Sequence[Holding]) -> tuple[Holding, ...]:
    """Give each person one home in all holdings: that of the first office whose owner is told."""
    homes = {slug(holding.person.name): holding.of for holding in reversed(holdings) if holding.of}
    return tuple(
        replace(holding, person=replace(holding.person, home=homes.get(slug(holding.person.name))))
        for holding in holdings
    )


def known_as(name: str, persons: Iterable[Person]) -> Person | None:
    """Give the one person of whose name a name is a form, or who bears just this name."""
    words = _words(name)
    bearers = {person for person in persons if any(words <= _words(form) for form in _forms(person))}
    same = {person for person in bearers if any(words == _words(form) for form in _forms(person))}
    return next(iter(same or bearers)) if len(same or bearers) == 1 else None


def same_person(one: Person, other: Person) -> bool:
    """Say whether two names in one article can be the same person's: all words of one are in the other."""
    return any(_words(a) <= _words(b) or _words(b) <= _words(a) for a in _forms(one) for b in _forms(other))


def _forms(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _words(name: str) -> frozenset[str]:
    return frozenset(slug(name).split("-"))


def _without_honorifics(ground: Ground, name: str) -> str:
    honorific = lexicon(ground.document.pack).honorific
    start = 0
    while (match := honorific.match(name, start)) and start < match.end() < len(name):
        start = match.end()
    return name[start:]
