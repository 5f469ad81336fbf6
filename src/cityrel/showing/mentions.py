"""What an article mentions: places, persons, titles, organisations, dates, and words for kinds and stages.

Facts say what is stated, not what is only mentioned. The mentions are found here again from the language
pack, the gazetteer and the names in the facts, to be looked at and for nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from cityrel import places
from cityrel.languages import Pack, available, load
from cityrel.languages.dates import find_dates
from cityrel.languages.phrases import words
from cityrel.model import Evidence, Facts, Organisation, Person, Span

Sort = Literal["person", "title", "organisation", "place", "date", "kind", "stage"]

NOTHING_OF_THE_SORT = "none"
"""The key of phrases that only look like a kind or a stage."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text, and the sort of thing that it names."""

    span: Span
    sort: Sort


def mentions(facts: Facts) -> tuple[Mention, ...]:
    """Give the mentions of an article in order, none overlapping; of two that do, the surer sort stays."""
    named = [*_persons(facts), *_titles(facts), *_organisations(facts)]
    language = facts.article.language
    found = [*named, *_of_pack(facts, load(language), named)] if language in available() else named
    return tuple(sorted(_apart(found), key=lambda mention: mention.span.start))


def _of_pack(facts: Facts, pack: Pack, named: Iterable[Mention]) -> Iterator[Mention]:
    text = facts.article.text
    cues = [*pack.cues.find(words(text))]
    kinds = [Span(c.start, c.end) for c in cues if c.group == "kind" and c.key != NOTHING_OF_THE_SORT]
    taken = (*(mention.span for mention in named if mention.sort == "person"), *kinds)
    for place in places.resolve(text, pack, places.match(text, pack), taken):
        yield Mention(place.span, "place")
    for date in find_dates(text, pack, facts.article.published):
        yield Mention(date.span, "date")
    yield from (Mention(span, "kind") for span in kinds)
    told = tuple(_sentence(piece) for stage in facts.stages for piece in stage.evidence)
    for cue in cues:
        span = Span(cue.start, cue.end)
        if cue.group == "stage" and any(span in sentence for sentence in told):
            yield Mention(span, "stage")


def _persons(facts: Facts) -> Iterator[Mention]:
    speakers = (quotation.speaker for quotation in facts.quotations if quotation.speaker)
    attendees = chain.from_iterable(event.attendees for event in facts.events)
    holders = (holding.person for holding in facts.holdings)
    names = (name for person in (*holders, *speakers, *attendees) for name in _names(person))
    return (Mention(span, "person") for span in _occurrences(facts.article.text, names))


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _titles(facts: Facts) -> Iterator[Mention]:
    """Give the titles where the text shows them with their holders."""
    for holding in facts.holdings:
        for piece in holding.evidence:
            for span in _occurrences(piece.quote, (holding.title,)):
                yield Mention(Span(piece.start + span.start, piece.start + span.end), "title")


def _organisations(facts: Facts) -> Iterator[Mention]:
    held = (holding.of for holding in facts.holdings)
    agents = chain.from_iterable((*stage.agents, *stage.facilitators) for stage in facts.stages)
    helpers = chain.from_iterable(event.facilitators for event in facts.events)
    bodies = (body.name for body in (*held, *agents, *helpers) if isinstance(body, Organisation))
    return (Mention(span, "organisation") for span in _occurrences(facts.article.text, bodies))


def _occurrences(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Give where names stand as whole words, of two that overlap the longer one."""
    longest_first = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if longest_first:
        pattern = "|".join(re.escape(name) for name in longest_first)
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            yield Span(match.start(), match.end())


def _sentence(piece: Evidence) -> Span:
    """Give the whole sentence around the words of a piece of evidence."""
    return Span(piece.start - len(piece.prefix), piece.end + len(piece.suffix))


def _apart(found: Sequence[Mention]) -> Iterator[Mention]:
    """Leave out what overlaps with something before it in the list."""
    taken: set[int] = set()
    for mention in found:
        offsets = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(offsets):
            taken.update(offsets)
            yield mention
