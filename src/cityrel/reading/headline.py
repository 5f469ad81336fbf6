"""The headline: as stated, or the line above an article that reads like one."""

import re
from collections.abc import Iterator

LONGEST = 150
USUAL_WORDS, FEWEST_WORDS, FEWEST_TITLE_WORDS = 6, 4, 2
"""Most headlines have six words. Fewer than four above others are the name of a section or a site."""
UNSPACED_WORD = 2
"""Characters that count as a word in scripts without blanks."""
LOOKED_AT = 6
NO_HEADLINE_ENDS = (".", "。", ":", ";", ",", ")", "/")
CAPTION = re.compile(r"\bfotos?\b\s*:|\bphoto\b\s*:|©", re.IGNORECASE)
LIST_MARKS = ("•", "-", "*", "–")
WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def with_headline(text: str, title: str | None) -> tuple[str | None, str]:
    """Give the headline, and the text with the headline as its first line.

    Names of sections and sites above the headline are dropped. Without a title and without a line that
    reads like one, there is no headline.
    """
    lines = text.split("\n")
    if title:
        return title, "\n".join([title, *_without_title(lines, title)])
    number = _headline_line(lines)
    if number is None:
        return None, text
    above = [line for line in lines[:number] if _words(line) >= FEWEST_WORDS]
    return lines[number], "\n".join([lines[number], *above, *lines[number + 1 :]])


def _without_title(lines: list[str], title: str) -> list[str]:
    """Leave out the title where the text begins with it."""
    repeats = bool(lines) and lines[0].casefold() == title.casefold()
    return lines[1:] if repeats else ["", *lines]


def _headline_line(lines: list[str]) -> int | None:
    """Give the first line of a headline's usual length above the body, or the first that may be one."""
    candidates = list(_candidates(lines))
    for fewest in (USUAL_WORDS, FEWEST_WORDS):
        for number in candidates:
            if _words(lines[number]) >= fewest:
                return number
    only = len(candidates) == 1 and _words(lines[candidates[0]]) >= FEWEST_TITLE_WORDS
    return candidates[0] if only else None


def _candidates(lines: list[str]) -> Iterator[int]:
    """Give the lines above the body that may be a headline."""
    filled = [number for number, line in enumerate(lines) if line]
    for number in filled[:LOOKED_AT]:
        line = lines[number]
        if number == filled[-1] or len(line) > LONGEST or line.rstrip('"”’»').endswith((".", "。")):
            return
        if not (
            line.rstrip('"”’»').endswith(NO_HEADLINE_ENDS)
            or line.startswith(LIST_MARKS)
            or CAPTION.search(line)
        ):
            yield number


def _words(line: str) -> int:
    return len(WORD.findall(line)) + len(UNSPACED.findall(line)) // UNSPACED_WORD
