"""What the search for places gives: names in a text, and the places they stand for."""

from dataclasses import dataclass

from cityrel.model import Place, Span


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name that some place of the gazetteer bears, or one that looks like it: where, and as written."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text.

    `span` is the bare name; `whole` has the words for its level and its country with it ("Kota Darwin,
    Australia"). `trigger` is the word for a level, a government or an office beside it, as written, or
    None. `rule` names what decided, `confidence` is between 0 and 1.
    """

    span: Span
    whole: Span
    place: Place
    trigger: str | None
    rule: str
    confidence: float
