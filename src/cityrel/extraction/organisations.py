"""The organisations of an article: names with a known beginning ("Bagian ...") or end ("... Council").

A short form in brackets behind a name stands for it in the rest of the text. The place of an organisation is
the one in its name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.order import beginning_in
from cityrel.extraction.people import People
from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD
from cityrel.model import Organisation, Place, Span
from cityrel.places import PlaceMention
from cityrel.places.spelling import overlaps_any

SHORT = re.compile(r"[ \t\xa0]*\(([A-Z][A-Za-z]{1,9})\)")
WORDS_BEFORE = re.compile(r"(?:[A-Z][\w'’&.-]*[ \t\xa0]+(?:[a-z]{2,3}[ \t\xa0]+){0,2}){1,7}\Z", re.UNICODE)
LONGEST_ARTICLE = 3
FARTHEST = 80
"""Characters from the end word of a name back to its first word."""


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation where the text names it."""

    span: Span
    organisation: Organisation


def find_organisations(people: People, mentions: Sequence[PlaceMention]) -> tuple[OrganisationMention, ...]:
    """Give the organisations of the article whose people are known, in order; none overlap."""
    marks = people.marks
    named = _apart((*_by_beginning(people), *_by_end(marks)))
    homes = _Homes(mentions)
    found = [OrganisationMention(span, homes.organisation(marks.text, span)) for span in named]
    found += _short_forms(marks.text, found)
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _by_beginning(people: People) -> Iterator[Span]:
    for head in people.marks.all("organisation"):
        body = people.tails.body_at(head.start)
        if body is not None and (body.end > head.end or people.marks.text[head.start : head.end].isupper()):
            yield body


def _by_end(marks: Marks) -> Iterator[Span]:
    for tail in marks.all("tail"):
        if marks.text[tail.start].isupper():
            first = max(0, tail.start - FARTHEST)
            before = WORDS_BEFORE.search(marks.text[first : tail.start])
            if before:
                yield Span(_behind_titles(marks, first + before.start(), tail.start), tail.end)


def _behind_titles(marks: Marks, start: int, end: int) -> int:
    """Step over an article and a title before the name of a body ("Leader of Leeds City Council")."""
    first = WORD.match(marks.text, start)
    if (
        first
        and len(first.group()) <= LONGEST_ARTICLE
        and marks.lexicon.is_never_name(first.group().casefold())
    ):
        start = marks.skip_blanks(first.end())
    for match in WORD.finditer(marks.text, start, end):
        title = marks.at("title", match.start())
        if title is not None and title.end < end:
            start = marks.skip_blanks(title.end)
    return start


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Keep the earliest and longest of those that overlap."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


class _Homes:
    """Finds the place in the name of an organisation."""

    def __init__(self, mentions: Sequence[PlaceMention]) -> None:
        self._mentions = sorted(mentions, key=_start)

    def organisation(self, text: str, span: Span) -> Organisation:
        return Organisation(" ".join(text[span.start : span.end].split()), self._place(span))

    def _place(self, span: Span) -> Place | None:
        here = beginning_in(self._mentions, span.start, span.end, _start)
        return next((mention.place for mention in reversed(here) if mention.span in span), None)


def _start(mention: PlaceMention) -> int:
    return mention.span.start


def _short_forms(text: str, named: Sequence[OrganisationMention]) -> Iterator[OrganisationMention]:
    """Give the mentions by a short form that the text introduces in brackets behind the name."""
    shorts = {
        short.group(1): mention.organisation
        for mention in named
        if (short := SHORT.match(text, mention.span.end))
    }
    if not shorts:
        return
    introduced = {short.end(1) for mention in named if (short := SHORT.match(text, mention.span.end))}
    taken = [mention.span for mention in named]
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, shorts))})\b", text):
        span = Span(match.start(), match.end())
        if span.end not in introduced and not overlaps_any(span, taken):
            yield OrganisationMention(span, shorts[match.group()])
