"""How the tests of dates read a text."""

from cityrel.languages import load
from cityrel.languages.dates import DateMention, find_dates

PUBLISHED = "2017-08-09"
"""A Wednesday."""


def values(text: str, language: str = "id", reference: str | None = PUBLISHED) -> list[str | None]:
    """Give what the dates of a text mean."""
    return [mention.value for mention in find_dates(text, load(language), reference)]


def only(text: str, language: str = "id", reference: str | None = PUBLISHED) -> DateMention:
    """Give the one date of a text."""
    (mention,) = find_dates(text, load(language), reference)
    return mention
