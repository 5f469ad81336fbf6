"""Text that a terminal may show: nothing in it moves the cursor, changes colours or turns the direction."""

import unicodedata

KEPT = frozenset("\n\u200c\u200d")
"""Ends of lines, and the joiners that change how words of some scripts and emoji are written."""
UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""General categories of Unicode whose characters are not shown but do something."""


def safe(text: str) -> str:
    r"""Write controls and marks of direction as what they are (`\x1b`, `\u202e`); all else stays."""
    return "".join(_written(character) for character in text)


def in_line(text: str) -> str:
    """Give a text on one line, with single blanks, safe to show."""
    return safe(" ".join(text.split()))


def _written(character: str) -> str:
    if character in KEPT or unicodedata.category(character) not in UNSAFE:
        return character
    return " " if character == "\t" else character.encode("unicode_escape").decode("ascii")
