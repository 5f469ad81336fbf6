"""The lines above an article that only say when it was published: read, and taken out of the text."""

import re
from collections.abc import Iterator

from cityrel.languages import available, load
from cityrel.languages.dates import DateMention, find_dates

HEAD_LINES = 15
BODY_LINE = 150
"""A line of this length belongs to the article itself."""
LONGEST_STAMP = 100
FEW_WORDS = 3
EXPORT = re.compile(r"\Adate (\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?=\s)\s*")
"""What an export of a web archive puts before the text."""
SENTENCE_ENDS = (".", "!", "?", "”", '"', "。")
DIGIT = re.compile(r"\d")
CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)")
WORD = re.compile(r"[^\W\d_]{2,}")
DAY = 10
"""The length of a day in ISO 8601."""


def take_stamps(text: str) -> tuple[str, str | None]:
    """Give a text without such lines, and the first date they tell, in ISO 8601.

    A line is a stamp where it stands above the body, has little else than a full date, and ends no sentence.
    """
    export = EXPORT.match(text)
    lines = text[export.end() if export else 0 :].split("\n")
    stamps = dict(_stamps(lines))
    rest = "\n".join(line for number, line in enumerate(lines) if number not in stamps)
    return rest.strip(), _best(export[1] if export else None, list(stamps.values()))


def _stamps(lines: list[str]) -> Iterator[tuple[int, str]]:
    first = True
    for number, line in enumerate(lines[:HEAD_LINES]):
        if len(line) >= BODY_LINE:
            return
        day = _stamp(line, first=first) if line else None
        if day:
            yield number, day
        first = first and not line


def _stamp(line: str, *, first: bool) -> str | None:
    """Give the day that a line tells; the first line may be a headline with a date and must tell no more."""
    if len(line) > LONGEST_STAMP or line.endswith(SENTENCE_ENDS) or not DIGIT.search(line):
        return None
    for code in available():
        mention = next(iter(find_dates(line, load(code))), None)
        if mention and mention.value and len(mention.value) == DAY and not mention.warning:
            return mention.value if _says_no_more(line, mention, first=first) else None
    return None


def _says_no_more(line: str, mention: DateMention, *, first: bool) -> bool:
    rest = line[: mention.span.start] + line[mention.span.end :]
    return bool(CLOCK.search(rest)) or len(WORD.findall(rest)) <= (1 if first else FEW_WORDS)


def _best(exported: str | None, stamped: list[str]) -> str | None:
    """Give the exported date, unless a line tells the same more exactly."""
    if exported and not (stamped and stamped[0].startswith(exported)):
        return exported
    return next(iter(stamped), None)
