"""Lines that a page broke within a sentence, so that names and titles are read across the break."""

import re

BREAK = re.compile(r"(?:[ \t\xa0]*<br[ \t]*/?>)?[ \t\xa0]*\n(?=[^\W\d_])")
"""The end of a line behind which a word stands."""

CLOSED = '.!?:;"”’»)]>'
"""Marks with which a line ends that goes on nowhere; a tag for a line break aside."""

SHORTEST = 20
"""Characters of the shortest line that can be one of a broken paragraph."""

LEAST = 3
"""Breaks before small letters from which a text is one of broken lines: those before capitals count too."""


def unbroken(text: str) -> str:
    """Give a text of the same length with blanks in place of the breaks within sentences."""
    breaks = [match for match in BREAK.finditer(text) if _goes_on(text, match)]
    before_small = [match for match in breaks if text[match.end()].islower()]
    chosen = breaks if len(before_small) >= LEAST else before_small
    pieces: list[str] = []
    end = 0
    for match in chosen:
        pieces += [text[end : match.start()], " " * (match.end() - match.start())]
        end = match.end()
    return "".join((*pieces, text[end:]))


def _goes_on(text: str, line_break: re.Match[str]) -> bool:
    """Say whether a line can go on behind a break: it is no short one, and no mark ends it."""
    start = text.rfind("\n", 0, line_break.start()) + 1
    if line_break.start() - start < SHORTEST:
        return False
    return text[line_break.start() - 1] not in CLOSED
