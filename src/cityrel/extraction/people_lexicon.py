"""What a pack says about offices and names, compiled once: a phrase book and a few expressions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from cityrel.languages import Pack
from cityrel.languages.names import Names
from cityrel.languages.phrases import PhraseBook
from cityrel.languages.roles import Roles
from cityrel.languages.word_trees import APOSTROPHE, any_of

NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a title stands for.

    `whole` is its role where it stands alone, `unit` the one where the name of a unit follows; `deputy`
    says that it is the deputy of the office named before, `counterpart` that it is the same one elsewhere,
    and `refers` that the office is of a place named before.
    """

    whole: str | None = None
    unit: str | None = None
    plural: bool = False
    deputy: bool = False
    counterpart: bool = False
    refers: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The compiled words of one pack."""

    book: PhraseBook
    titles: Mapping[str, Meaning]
    honorific: re.Pattern[str]
    leading: re.Pattern[str]
    addresses: frozenset[str]
    degree: re.Pattern[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    abbreviated: frozenset[str]
    never: frozenset[str]
    never_shapes: re.Pattern[str]
    also_names: frozenset[str]
    first_names: frozenset[str]
    fields: frozenset[str]
    field_shapes: re.Pattern[str]
    endings: frozenset[str]
    adjectives: Mapping[str, str]
    kinds: frozenset[str]
    levels: frozenset[str]
    parties: frozenset[str]
    compounds: Mapping[str, str]
    missions: frozenset[str]
    unfinished: frozenset[str]
    placed: frozenset[str]

    def is_never_name(self, word: str) -> bool:
        """Say whether a word, in small letters, is in no name."""
        return word in self.never or self.never_shapes.fullmatch(word) is not None

    def is_field(self, word: str) -> bool:
        """Say whether a word, in small letters, tells what a unit deals with."""
        return word in self.fields or self.field_shapes.fullmatch(word) is not None


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Compile what a pack says about offices and names."""
    names = pack.names
    exact, shaped = _parted(names.never)
    fields, field_shapes = _parted(pack.organisations.fields)
    return Lexicon(
        book=_book(pack),
        titles=_meanings(pack.roles),
        honorific=_honorific(names.honorifics),
        leading=_honorific(names.leading),
        addresses=frozenset(word.split()[0].casefold() for word in names.honorifics if len(word) > 1),
        degree=_degree(names),
        suffixes=_folded(names.suffixes),
        particles=_folded(names.particles),
        abbreviated=_folded(names.abbreviated),
        never=frozenset(exact),
        never_shapes=_shapes(shaped),
        also_names=_folded(names.also),
        first_names=_folded(names.first),
        fields=frozenset(fields),
        field_shapes=_shapes(field_shapes),
        endings=_folded(pack.organisations.endings),
        parties=_folded(pack.organisations.parties),
        levels=_folded(pack.organisations.levels),
        compounds=_by_phrase(pack.roles.compounds),
        kinds=_folded(word for words in pack.places.after.values() for word in words),
        adjectives={word.casefold(): code for word, code in _countries(pack)},
        missions=_folded(pack.organisations.missions),
        unfinished=_folded(pack.organisations.unfinished),
        placed=_folded(pack.roles.placed),
    )


def _book(pack: Pack) -> PhraseBook:
    """Put all phrases into one book; the key of a title is the phrase itself."""
    roles, organisations = pack.roles, pack.organisations
    links = {f"link:{key}": {key: phrases} for key, phrases in roles.links.items()}
    context = {f"context:{key}": {key: phrases} for key, phrases in roles.context.items()}
    return PhraseBook(
        {
            "title": {title: (title,) for title in _meanings(roles)},
            "before": roles.qualifiers,
            "after": roles.afterwards,
            "organisation": {"head": organisations.heads},
            "tail": {"tail": organisations.tails},
            "compound": {noun: (noun,) for noun in _by_phrase(roles.compounds)},
            "referring": {"referring": roles.referring},
            "place": {"place": organisations.places},
            **links,
            **context,
        }
    )


def _meanings(roles: Roles) -> dict[str, Meaning]:
    """Give the meaning of each title; one that is in both tables has two roles."""
    whole = _by_phrase(roles.titles)
    unit = _by_phrase(roles.units)
    meanings = {title: Meaning(whole.get(title), unit.get(title)) for title in whole | unit}
    meanings |= dict(_owned(roles, meanings))
    if ending := roles.referring_ending:
        meanings |= {f"{title}{ending}": replace(meaning, refers=True) for title, meaning in meanings.items()}
    meanings |= {title: Meaning(role, None, plural=True) for title, role in _by_phrase(roles.plurals).items()}
    meanings |= {title: Meaning(counterpart=True) for title in roles.counterparts.get("words", ())}
    return meanings | {title: Meaning(deputy=True) for title in roles.deputies.get("words", ())}


def _owned(roles: Roles, meanings: Mapping[str, Meaning]) -> Iterator[tuple[str, Meaning]]:
    """Give the titles that go on where words for a deputy end ("his deputy" and "his deputy mayor")."""
    for words in roles.deputies.get("words", ()):
        owner, _, deputy = words.rpartition(" ")
        for title, meaning in meanings.items():
            if owner and title.startswith(f"{deputy} "):
                yield f"{owner} {title}", replace(meaning, refers=True)


def _by_phrase(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {phrase: role for role, phrases in table.items() for phrase in phrases}


def _honorific(words: Iterable[str]) -> re.Pattern[str]:
    """Match one honorific; a single letter only as a capital, so that "H." is one and "h" is not.

    A look at the words that can begin one spares most places the long list.
    """
    longest_first = sorted(words, key=len, reverse=True)
    letters = [re.escape(word) for word in longest_first if len(word) == 1]
    others = [_spaced(word) for word in longest_first if len(word) > 1]
    if not letters + others:
        return NOTHING
    either = [f"(?i:{'|'.join(others)})"] * bool(others) + letters
    begins = any_of(word.split()[0] for word in longest_first)
    return re.compile(rf"(?={begins})(?:{'|'.join(either)})(?:\.[ \t\xa0]?|(?![\w'’-])[ \t\xa0]?)")


def _degree(names: Names) -> re.Pattern[str]:
    """Match one degree with its comma, as it is or with full stops between its letters."""
    longest_first = sorted(names.degrees, key=len, reverse=True)
    forms = "|".join(_dotted(degree) for degree in longest_first)
    end = r"\.?(?![\w'’-])(?!\.\w)"
    begins = re.escape("".join({degree[0] for degree in longest_first}))
    return re.compile(rf"[ \t\xa0]*+[,.]?+[ \t\xa0]*+(?=[{begins}])(?:{forms}){end}") if forms else NOTHING


def _spaced(phrase: str) -> str:
    written = (re.escape(word).replace("'", APOSTROPHE) for word in phrase.split())
    return r"\.?[ \t\xa0]?".join(written)


def _dotted(degree: str) -> str:
    """Allow a full stop or a blank where a degree has a full stop, and a full stop before each capital."""
    parts = re.findall(r"[^\W\d_][a-z]*|[^\w\s.]+", degree)
    return r"\.?[ ]?".join(re.escape(part) for part in parts)


def _parted(words: Iterable[str]) -> tuple[list[str], list[str]]:
    exact: list[str] = []
    shaped: list[str] = []
    for word in words:
        (shaped if "*" in word else exact).append(word.casefold())
    return exact, shaped


def _countries(pack: Pack) -> Iterator[tuple[str, str]]:
    """Give each word for what belongs to a country ("Chinese"), with the country's code."""
    for code, adjectives in pack.places.adjectives.items():
        for word in adjectives:
            yield word, code


def _shapes(words: Iterable[str]) -> re.Pattern[str]:
    """Match words of some shapes; `*` stands for any letters."""
    joined = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(joined) if joined else NOTHING


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
