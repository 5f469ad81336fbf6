"""The lines of printed pages become paragraphs: heads and feet go, broken lines and words are joined."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

EDGE = 2
"""Lines at the top and at the bottom of a page that may be its head or foot."""
FEWEST_PAGES = 3
"""What stands at the edge of so many pages, its numbers aside, is their head or foot."""
FULL = 0.75
"""A line that has this share of the usual width goes on in the next one."""
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|halaman|hal\.?)\s*)?\d{1,3}(?:\s*(?:/|of|dari)\s*\d{1,3})?[-–—|\s]*", re.IGNORECASE
)
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\N{SOFT HYPHEN}\N{HYPHEN}\ufffe\x02]\Z")
"""A hyphen behind a letter at the end of a line, for which the library gives a noncharacter."""
ABBREVIATION = re.compile(r"\b[^\W\d_]{1,3}\.\Z")
"""A title or an initial at the end of a line ends no sentence."""
SENTENCE_ENDS = tuple('.!?:;”"')
LIST_MARK = re.compile(r"(?:[•▪‣*–-]|\d{1,2}[.)]|[a-z][.)])\s")
LAST_WORD, FIRST_WORD = re.compile(r"(\w+)\Z"), re.compile(r"(\w+)")


def paragraphs(pages: Iterable[str]) -> str:
    """Give the text of pages with a paragraph a line, empty lines between them."""
    lines = list(_without_edges([page.splitlines() for page in pages]))
    width = _usual_width(lines)
    found: list[list[str]] = [lines[:1]] if lines else []
    for line, following in pairwise(lines):
        if _goes_on(line, following, width):
            found[-1].append(following)
        else:
            found.append([following])
    return "\n\n".join(reduce(_joined, paragraph) for paragraph in found)


def _without_edges(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give the lines of all pages without page numbers and without what stands at the edge of each page."""
    stripped = [[line.strip() for line in page if line.strip()] for page in pages]
    counted = Counter(key for page in stripped for key in {_key(line) for line in _edges(page)})
    repeated = {key for key, times in counted.items() if times >= max(FEWEST_PAGES, len(pages) // 2)}
    for page in stripped:
        for number, line in enumerate(page):
            at_edge = number < EDGE or number >= len(page) - EDGE
            if not (at_edge and (_key(line) in repeated or PAGE_NUMBER.fullmatch(line))):
                yield line


def _edges(page: Sequence[str]) -> Sequence[str]:
    return [*page[:EDGE], *page[-EDGE:]]


def _key(line: str) -> str:
    return NUMBER.sub("#", line).casefold()


def _usual_width(lines: Sequence[str]) -> int:
    """Give the length that most full lines reach: nine of ten are no longer."""
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line was only broken because the column ended.

    Where a sentence ends with a line, it is kept apart: no words that belong together are lost by that.
    """
    if LIST_MARK.match(following):
        return False
    if BROKEN_WORD.search(line) or following[0].islower():
        return True
    ends = line.endswith(SENTENCE_ENDS) and not ABBREVIATION.search(line)
    return len(line) >= FULL * width and not ends


def _joined(text: str, line: str) -> str:
    """Join a line to what it continues; a broken word becomes whole, a doubled one keeps its hyphen."""
    if not BROKEN_WORD.search(text):
        return f"{text} {line}"
    last, first = LAST_WORD.search(text[:-1]), FIRST_WORD.match(line)
    doubled = last and first and last[1].casefold() == first[1].casefold()
    return f"{text[:-1]}-{line}" if doubled or not line[0].islower() else f"{text[:-1]}{line}"
