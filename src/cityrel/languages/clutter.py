"""What a page puts around an article, told by its words (`clutter.toml`).

What could be a sentence is never dropped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

LONGEST_LINE = 200
"""No line longer than this is dropped, whatever its words."""
BODY_LINE = 80
"""The rest of a text is only dropped below a line of at least this length: the article's body."""
MARKS = " •·*|>»–—-"
BLANKS = re.compile(r" {2,}")
TWO_LETTERS = re.compile(r"[^\W_][\W_]*[^\W_]")
LETTERLESS = 6


@dataclass(frozen=True)
class Clutter:
    """Regular expressions, whatever the case.

    `lines` and `tail` match a whole line without the bullets around it; from a line of `tail` on, all is
    dropped. `inline` is taken out of lines. `credits` match a line that names the writer as its group
    `name`; it is dropped and the name kept.
    """

    lines: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without clutter, and the writer whom a credit line names."""

    text: str
    writer: str | None = None


@dataclass(frozen=True)
class Cleaner:
    """The expressions of several languages as one; `lines`, `tail` and `credits` match a whole line."""

    lines: re.Pattern[str]
    tail: re.Pattern[str]
    inline: re.Pattern[str]
    credits: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, sections: Sequence[Clutter]) -> Self:
        """Compile what several languages call clutter."""
        return cls(
            lines=_any(pattern for section in sections for pattern in section.lines),
            tail=_any(pattern for section in sections for pattern in section.tail),
            inline=_any(pattern for section in sections for pattern in section.inline),
            credits=tuple(
                re.compile(f"(?i:{pattern})") for section in sections for pattern in section.credits
            ),
        )

    def clean(self, text: str) -> Cleaned:
        """Drop the clutter of a text, line by line, and lines that only repeat the one before."""
        kept: list[str] = []
        writers: list[str] = []
        for raw in text.split("\n"):
            line = BLANKS.sub(" ", self.inline.sub("", raw)).strip()
            content = line.strip(MARKS)
            if self.tail.fullmatch(content) and any(len(above) >= BODY_LINE for above in kept):
                break
            writers.extend(self._writer(content))
            if not line or (content and not self._is_clutter(content)):
                kept.append(line)
        return Cleaned(_joined(_without_echoes(kept)), next(iter(writers), None))

    def _is_clutter(self, content: str) -> bool:
        if len(content) > LONGEST_LINE:
            return False
        short = len(content) < LETTERLESS and not any(character.isalpha() for character in content)
        letter = content.isascii() and not TWO_LETTERS.search(content)
        matches = (pattern.fullmatch(content) for pattern in (self.lines, self.tail, *self.credits))
        return short or letter or any(matches)

    def _writer(self, content: str) -> Iterator[str]:
        if len(content) <= LONGEST_LINE:
            for pattern in self.credits:
                match = pattern.fullmatch(content)
                if match and match["name"].strip():
                    yield match["name"].strip()


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?i:{'|'.join(f'(?:{pattern})' for pattern in patterns) or '(?!)'})")


def _without_echoes(lines: Iterable[str]) -> Iterator[str]:
    """Leave out a line that repeats the last one that was not empty."""
    last = ""
    for line in lines:
        if line and line == last:
            continue
        last = line or last
        yield line


def _joined(lines: Iterable[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
