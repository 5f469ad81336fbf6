"""Text of unknown origin, made fit to be printed in a line."""

LONGEST = 100
"""Characters of a foreign text that a message repeats."""


def shown(text: str, longest: int = LONGEST) -> str:
    """Give a text on one line, without control characters, and cut where it is long."""
    line = " ".join(
        "".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split()
    )
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
