"""Clutter inside plain text, in the words of all packs: an Indonesian page has English share buttons."""

from functools import cache

from cityrel.languages import available, load
from cityrel.languages.clutter import Cleaned, Cleaner


def clean(text: str) -> Cleaned:
    """Drop what any pack calls clutter, and lines that only repeat the one before."""
    return _cleaner().clean(text)


@cache
def _cleaner() -> Cleaner:
    return Cleaner.of([load(code).clutter for code in available()])
