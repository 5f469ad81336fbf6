"""Places by the initials that an article gives them: "Kathmandu Metropolitan City (KMC)", then only "KMC"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cityrel.model import Span
from cityrel.places.mention import PlaceMention
from cityrel.places.spelling import overlaps_any

SHORT = "[A-Z][A-Za-z]{0,5}[A-Z]"
BRACKET = re.compile(rf"\s?\(\s?({SHORT})\s?\)")
ALONE = re.compile(rf"(?<!\w){SHORT}(?!\w)")
INITIAL = re.compile(r"(?<![\w'’])[A-Z]")
CONFIDENCE = 0.85


def initials(text: str, mentions: Iterable[PlaceMention], taken: Sequence[Span]) -> Iterator[PlaceMention]:
    """Give the mentions by initials that stand in brackets behind a name; `taken` are spans of other names.

    Initials that the article gives to two places mean neither.
    """
    given: dict[str, dict[str, PlaceMention]] = {}
    for mention in mentions:
        if short := _given(text, mention):
            given.setdefault(short, {})[mention.place.id] = mention
    if not given:
        return
    for found in ALONE.finditer(text):
        bearers, span = given.get(found.group(), {}), Span(*found.span())
        if len(bearers) == 1 and text[span.start - 1 : span.start] != "(" and not overlaps_any(span, taken):
            (bearer,) = bearers.values()
            yield PlaceMention(span, span, bearer.place, None, "said-elsewhere", CONFIDENCE)


def _given(text: str, mention: PlaceMention) -> str | None:
    """Give the initials behind a mention whose words begin with them."""
    found = BRACKET.match(text, mention.whole.end)
    if found is None:
        return None
    words = text[mention.whole.start : mention.whole.end]
    capitals = "".join(letter for letter in found.group(1) if letter.isupper())
    return found.group(1) if "".join(INITIAL.findall(words)) == capitals else None
