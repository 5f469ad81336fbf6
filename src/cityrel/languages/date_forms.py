r"""The small language in which packs write the forms of dates, compiled to one regular expression.

In a form `{name}` is a placeholder, `[...]` may be missing, a blank is one to three blanks, and all else
stands for itself, whatever its case. Placeholders: `day`, `monthno`, `year` (four digits), `yy` (two),
`first` and `second` (the numbers of 3/4/2020, in the pack's order), `over12` (a `first` that is no month),
`other` and `number` (digits that are not read), `month` and `dayname` (any name), `monthname` and `weekday`
(in full), `ordinal` (a day in words), `count`, `unit`, `period`, `dayword`, `past`, `ago`, `coming`, `this`,
`side` (any of these four); with a 2 (`day2`, `year2`) for the end of a stretch of time; and the names of
`shared` and `words` of the pack.

Every quantifier is bounded, so that a text is searched in linear time, and a form is only tried where one
of the words that can begin it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from cityrel.errors import PackError
from cityrel.languages.date_section import Dates
from cityrel.languages.date_words import Placeholder, placeholders
from cityrel.languages.word_trees import BLANK, any_of, first_of

TOKEN = re.compile(r"\{(?P<name>\w+)\}|(?P<mark>[][])|(?P<blank> +)|(?P<literal>[^][{} ]+)")
BLANKS = f"{BLANK}{{1,3}}"
ISO_FORM = "{year}-{monthno}-{day}"
BEHIND, AHEAD = r"(?<!\w)(?<!\d[.,:/\-–+])", r"(?:(?<=\))|(?!\w)(?![.,:/\-–]\d))"
BEHIND_UNSPACED, AHEAD_UNSPACED = r"(?<!\d)", r"(?!\d)"
LONGEST_LEAD = 30


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a date as its words give them; what they do not give is None.

    `first` and `second` are numbers of which one is the day. `weekday` is 0 for Monday, `side` is "past",
    "coming" or "this", `days` counts from the publication day. `vague` words tell no value.
    """

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    first: int | None = None
    second: int | None = None
    weekday: int | None = None
    days: int | None = None
    count: int | None = None
    unit: str | None = None
    side: str | None = None
    vague: bool = False


@dataclass(frozen=True)
class _Piece:
    """A piece of a form: its expression, what it may begin with, whether it may be missing."""

    pattern: str
    begins: tuple[str, ...] = ()
    optional: bool = False


@dataclass
class _Compiler:
    """Turns forms into expressions; `parts` tells which placeholder a group stands for, form by form."""

    words: dict[str, Placeholder]
    parts: dict[str, dict[str, Placeholder]] = field(default_factory=dict)
    serial: Iterator[int] = field(default_factory=count)

    def form(self, kind: str, form: str) -> _Piece:
        """Compile one form to a group whose name begins with its kind.

        Raises PackError where it names an unknown placeholder or its brackets do not match.
        """
        if form.count("[") != form.count("]"):
            raise PackError(f"form {form!r} of a date: brackets do not match")
        group = f"{kind}{next(self.serial)}"
        self.parts[group] = {}
        piece = self._sequence(TOKEN.finditer(form), group)
        return _Piece(f"(?P<{group}>{piece.pattern})", piece.begins)

    def _sequence(self, tokens: Iterator[re.Match[str]], form: str) -> _Piece:
        pattern, optional = "", True
        begins: tuple[str, ...] = ()
        for token in tokens:
            if token["mark"] == "]":
                break
            piece = self._optional(tokens, form) if token["mark"] else self._atom(token, form)
            begins += piece.begins if optional else ()
            pattern, optional = pattern + piece.pattern, optional and piece.optional
        return _Piece(pattern, begins, optional)

    def _optional(self, tokens: Iterator[re.Match[str]], form: str) -> _Piece:
        inner = self._sequence(tokens, form)
        return _Piece(f"(?:{inner.pattern})?", inner.begins, optional=True)

    def _atom(self, token: re.Match[str], form: str) -> _Piece:
        if token["blank"]:
            return _Piece(BLANKS)
        if token["literal"]:
            return _Piece(any_of([token["literal"]]), (token["literal"],))
        return self._placeholder(token["name"], form)

    def _placeholder(self, name: str, form: str) -> _Piece:
        if name not in self.words:
            raise PackError(
                f"unknown placeholder {name!r} in a form of a date; known are {sorted(self.words)}"
            )
        word = self.words[name]
        if not word.part:
            return _Piece(word.pattern, word.begins)
        group = f"part{next(self.serial)}"
        self.parts[form][group] = word
        return _Piece(f"(?P<{group}>{word.pattern})", word.begins)


class Grammar:
    """All forms of a language as one expression."""

    def __init__(self, code: str, dates: Dates) -> None:
        kinds = {
            "mask": dates.masks,
            "vague": dates.vague,
            "date": (ISO_FORM, *dates.forms),
            "bare": dates.bare,
        }
        compiler = _Compiler(placeholders(code, dates))
        pieces = [
            compiler.form(kind, _expanded(form, dates)) for kind, forms in kinds.items() for form in forms
        ]
        self._parts = compiler.parts
        self._pattern = _alternation(pieces, spaces=dates.spaces)
        self._begin = _beginning(pieces, spaces=dates.spaces)
        self._lead = re.compile(rf"(?<!\w){any_of(dates.lead)}{BLANKS}\Z")

    def find(self, text: str) -> Iterator[Written]:
        """Give the dates of a text, in order."""
        for match in self._matches(text):
            form = match.lastgroup or ""
            if form.startswith("vague"):
                yield Written(match.start(), _end(match), vague=True)
            elif form.startswith("date") or (form.startswith("bare") and self._is_led(text, match.start())):
                yield self._written(match, self._parts[form])

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """Try the forms where one can begin."""
        begin = self._begin.search(text)
        while begin:
            match = self._pattern.match(text, begin.start())
            if match:
                yield match
            begin = self._begin.search(text, (match or begin).end())

    def _is_led(self, text: str, start: int) -> bool:
        return bool(self._lead.search(text, max(0, start - LONGEST_LEAD), start))

    def _written(self, match: re.Match[str], parts: Mapping[str, Placeholder]) -> Written:
        values: dict[str, Any] = {
            str(word.part): word.read(match[group])
            for group, word in parts.items()
            if match[group] is not None
        }
        return Written(match.start(), _end(match), **values)


def _expanded(form: str, dates: Dates) -> str:
    """Put the shared parts in the place of their names; a shared part may use those written above it."""
    for name, shared in reversed(list(dates.shared.items())):
        form = form.replace(f"{{{name}}}", shared)
    return form


def _alternation(pieces: Sequence[_Piece], *, spaces: bool) -> re.Pattern[str]:
    """Join all forms."""
    behind, ahead = (BEHIND, AHEAD) if spaces else (BEHIND_UNSPACED, AHEAD_UNSPACED)
    forms = "|".join(piece.pattern for piece in pieces)
    return re.compile(rf"{behind}(?:{forms}){ahead}")


def _beginning(pieces: Sequence[_Piece], *, spaces: bool) -> re.Pattern[str]:
    """Find the first character of what can begin a form, so that most places of a text are cheap."""
    behind = BEHIND if spaces else BEHIND_UNSPACED
    words = [word for piece in pieces for word in piece.begins]
    return re.compile(rf"[\d{first_of(words)}](?<={behind}(?=\d|{any_of(words)}).)")


def _end(match: re.Match[str]) -> int:
    """Give the end of a date without a closing bracket that it did not open."""
    unopened = match.group().endswith(")") and "(" not in match.group()
    return match.end() - unopened
