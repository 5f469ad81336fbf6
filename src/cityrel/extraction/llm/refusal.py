"""Why an item of an answer is not taken."""

from cityrel.extraction.llm.wording import shown


class Refused(ValueError):
    """An item does not stand on the article; the message says why."""


class Unresolved(Refused):
    """An item is about a place that is not known; `name` is its name as written."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no place is known by the name {shown(name)!r} here")
        self.name = name


def not_in_text(what: str, words: str) -> Refused:
    """Give the refusal of words that the article does not have."""
    return Refused(f"{what} not in the text: {shown(words)!r}")
