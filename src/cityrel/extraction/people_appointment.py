"""A title and the name of its holder, as the text puts them."""

from dataclasses import dataclass

from cityrel.extraction.people_names import Name
from cityrel.extraction.people_titles import Title
from cityrel.model import Span


@dataclass(frozen=True, slots=True)
class Appointment:
    """A title and the name of its holder.

    `rule` says how they stand, `place` is one in brackets behind the name, and `place_name` how the place
    of the office is written.
    """

    title: Title
    name: Name
    rule: str
    confidence: float
    place: Span | None = None
    place_name: str | None = None
