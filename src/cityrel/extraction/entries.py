"""The entries of a list of partners: what stands in brackets behind a name is said of that one alone."""

from bisect import bisect_right
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from cityrel.extraction.clauses import is_told_of_others
from cityrel.extraction.days import DAY, Days
from cityrel.extraction.document import Document
from cityrel.extraction.pairs import Pair
from cityrel.extraction.partners import Partner
from cityrel.extraction.stages import Reading, as_planned, readings
from cityrel.languages.dates import DateMention
from cityrel.model import Span

ENTRY = 60
"""Characters behind a name within which the bracket of its entry ends."""

DAY_REACH = 8
"""Words that may part the word for a stage from its day."""

BEHIND, PARTED = 4, 12
"""Words that may part a name from its entry, "Kochi di Jepang (1997)"; and where semicolons part entries."""


def readings_of(
    document: Document, candidates: Sequence[Partner], pair: Pair, sentences: Iterable[int], days: Days
) -> tuple[Reading, ...]:
    """Give the stage cues of some sentences, but those in the entry or the clause of another partner.

    What has a day that is still to come is but planned.
    """
    found = readings(document, sentences)
    own = (reading for reading in found if _is_own(document, candidates, pair, reading.span))
    return tuple(as_planned(reading) if _is_to_come(document, reading, days) else reading for reading in own)


def _is_to_come(document: Document, reading: Reading, days: Days) -> bool:
    """Say whether the day nearest to the word for a stage lies ahead of the article."""
    here = [date for date in days.news.get(reading.sentence, ()) if len(date.value or "") == DAY]
    nearest = min(here, key=lambda date: document.words_between(reading.span, date.span), default=None)
    return (
        nearest is not None
        and days.is_ahead(nearest)
        and document.words_between(reading.span, nearest.span) <= DAY_REACH
    )


def date_of_entry(
    document: Document, candidates: Sequence[Partner], pair: Pair, days: Days
) -> DateMention | None:
    """Give the date right behind a name, in a sentence with several: "Tacoma (1994); Nanning (2007)".

    The home, which stands first in a pair, has an entry of its own only where the other has none.
    """
    listing = {mention.sentence for mention in pair.mentions if len(days.at(mention.sentence)) > 1}
    named = [one for one in candidates if one.sentence in listing]
    for place in (pair.b.id, pair.a.id):
        for name in named:
            behind = (date for date in days.at(name.sentence) if date.span.start >= name.span.end)
            date = next(behind, None) if name.place.id == place else None
            if date and _is_in_entry(document, name.sentence, Span(name.span.end, date.span.start)):
                return date
    return None


def _is_in_entry(document: Document, index: int, gap: Span) -> bool:
    """Say whether what parts a name from a date makes it that of an entry: a bracket, or "since".

    Where semicolons part the entries, one may have several names: "Bitung and Manado (both 1993); Tacoma".
    """
    between = document.text[gap.start : gap.end + 1]
    told = "(" in between or any(cue.key == "since" for cue in document.cues_in("founding", gap))
    sentence = document.sentences[index]
    parted = ";" in document.text[sentence.start : sentence.end] and not set(between) & {";", ")"}
    return told and document.count_words(gap.start, gap.end) <= (PARTED if parted else BEHIND)


def own_days(document: Document, candidates: Sequence[Partner], pair: Pair, days: Days) -> Days:
    """Give the dates without those of another partner's entry or clause, where the pair is named."""
    here = {mention.sentence for mention in pair.mentions}

    def own(told: Mapping[int, Sequence[DateMention]]) -> Mapping[int, Sequence[DateMention]]:
        kept: dict[int, Sequence[DateMention]] = {
            index: [date for date in told[index] if _is_own(document, candidates, pair, _inside(date))]
            for index in here & told.keys()
        }
        return ChainMap(kept, cast("dict[int, Sequence[DateMention]]", told))

    return replace(days, told=own(days.told), news=own(days.news))


def _is_own(document: Document, candidates: Sequence[Partner], pair: Pair, words: Span) -> bool:
    """Say whether words may be said of a pair: not in the entry, nor in the clause, of another partner."""
    both = frozenset((pair.a.id, pair.b.id))
    if entry_of(document, candidates, words) not in (*both, None):
        return False
    return not is_told_of_others(document, candidates, both, words)


def _inside(date: DateMention) -> Span:
    """Give the words of a date without the bracket that they may begin with."""
    return Span(date.span.start + 1, date.span.end)


def entry_of(document: Document, candidates: Sequence[Partner], words: Span) -> str | None:
    """Give the id of the place in whose entry some words stand: "Burgas (LoI 2011)"; None for most."""
    index = bisect_right(candidates, words.start, key=lambda partner: partner.span.start) - 1
    if index < 0 or words.start - candidates[index].span.end > ENTRY:
        return None
    between = Span(candidates[index].span.end, words.start)
    return candidates[index].place.id if _is_opened(document, between) else None


def _is_opened(document: Document, between: Span) -> bool:
    """Say whether a bracket is open right behind a name: no "MoU (LoI" that tells other words again."""
    text = document.text[between.start : between.end]
    before, bracket, inside = text.partition("(")
    name = Span(between.start, between.start + len(before))
    if not bracket or ")" in inside or "\n" in text or document.cues_in("instrument", name):
        return False
    return document.count_words(name.start, name.end) <= BEHIND
