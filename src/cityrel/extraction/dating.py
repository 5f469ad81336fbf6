"""When a stage of a partnership came about: the founding of one that stands, else the day of the news."""

from collections.abc import Sequence

from cityrel.extraction.days import MONTH, Days, follows
from cityrel.extraction.document import Document
from cityrel.extraction.kinds import kinds_in, plain
from cityrel.extraction.pairs import Pair
from cityrel.extraction.stages import ENDS, Verdict
from cityrel.languages.dates import DateMention
from cityrel.model import Span

BEFORE = 1.5
"""How much farther a date counts that stands before the words for what it dates."""

ENTRY = 4
"""Words that may part a name in a list from its date ("Kochi di Jepang (1997)")."""

ELSEWHERE = ("both-referred", "alone-for-home")
"""The patterns in which no date behind the words is that of an entry."""


def stage_date(
    document: Document, chosen: Verdict, pair: Pair, days: Days, about: Sequence[int]
) -> DateMention | None:
    """Give the date of a stage, or None; `about` are the sentences that speak of the pair."""
    listed = date_in_list(document, pair, days)
    if listed is not None:
        return listed
    if chosen.stage == "active":
        return _founding(document, chosen, pair, days, about)
    return _precise(_of_news(chosen, pair, days), days)


def date_in_list(document: Document, pair: Pair, days: Days) -> DateMention | None:
    """Give the date right behind a name, in a sentence with several: "Tacoma (1994); Nanning (2007)"."""
    for mention in pair.mentions:
        here = days.at(mention.sentence)
        if len(here) > 1 and mention.rule not in ELSEWHERE:
            behind = (date for date in here if date.span.start >= mention.span.end)
            date = next(behind, None)
            if date and _is_in_entry(document, Span(mention.span.end, date.span.start)):
                return date
    return None


def _is_in_entry(document: Document, gap: Span) -> bool:
    """Say whether what parts a name from a date makes it that of an entry: a bracket, or "since"."""
    told = "(" in document.text[gap.start : gap.end + 1] or any(
        cue.key == "since" for cue in document.cues_in("founding", gap)
    )
    return told and document.count_words(gap.start, gap.end) <= ENTRY


def _precise(chosen: DateMention | None, days: Days) -> DateMention | None:
    """Give the day within a year or month, where the article tells just one elsewhere."""
    return days.within.get(chosen.value or "", chosen) if chosen else None


def _of_news(chosen: Verdict, pair: Pair, days: Days) -> DateMention | None:
    """Give the day on which what is told came about: beside the words for it, else the first day told."""
    sentence = chosen.reading.sentence if chosen.reading else pair.mentions[0].sentence
    if chosen.stage in ENDS:
        if chosen.reading is None:
            return None
        if days.news.get(sentence) or chosen.stage == "lapsed":
            return _end(days.news.get(sentence, ()), chosen, pair)
    for index in (sentence, sentence + 1, sentence - 1):
        if days.news.get(index):
            return _nearest(days.news[index], chosen, pair)
    return days.first


def _end(here: Sequence[DateMention], chosen: Verdict, pair: Pair) -> DateMention | None:
    """Give the date of an end, behind the word for it rather than before; nothing lapses on a news day."""
    start = chosen.reading.span.start if chosen.reading else 0
    behind = [date for date in here if date.span.start >= start]
    return _nearest(behind or here, chosen, pair) if here else None


def _founding(
    document: Document,
    chosen: Verdict,
    pair: Pair,
    days: Days,
    about: Sequence[int],
) -> DateMention | None:
    """Give the date since when an active tie stands: told in a sentence about the pair, no news day."""
    sentence = chosen.reading.sentence if chosen.reading else pair.mentions[0].sentence
    telling = {sentence, *(index for index in about if _tells_tie(document, index))}
    told = [date for index in sorted(telling) for date in days.at(index) if not _is_news(document, date)]
    founded = [date for date in told if follows(document, date, "since", "event")]
    here = [date for date in days.at(sentence) if not _is_news(document, date)]
    signed = [date for date in told if _is_signed(document, date, days)]
    for likely in (founded, here, signed):
        if likely:
            return _nearest(likely, chosen, pair)
    return None


def _tells_tie(document: Document, index: int) -> bool:
    """Say whether a sentence has words for a tie, or for the signing of one."""
    sentence = document.sentences[index]
    signed = (cue.key == "signed" for cue in document.cues_in("stage", sentence))
    return bool(plain(kinds_in(document, sentence))) or any(signed)


def _is_signed(document: Document, date: DateMention, days: Days) -> bool:
    """Say whether the sentence of a date of long ago tells a signing."""
    sentence = document.sentence_at(date.span.start)
    signed = any(cue.key == "signed" for cue in document.cues_in("stage", sentence))
    return signed and (days.now is None or days.is_long_past(date))


def _is_news(document: Document, date: DateMention) -> bool:
    """Say whether a date is that of the news: counted from the article's day, or in its month."""
    published = document.article.published or ""
    return date.relative or (bool(published) and (date.value or "").startswith(published[:MONTH]))


def _nearest(dates: Sequence[DateMention], chosen: Verdict, pair: Pair) -> DateMention:
    words = chosen.reading.span if chosen.reading else pair.mentions[0].span
    return min(dates, key=lambda date: _distance(words, date.span))


def _distance(words: Span, date: Span) -> float:
    """Give how far a date is from words, in characters; one before them counts as farther."""
    return date.start - words.end if date.start >= words.start else BEFORE * (words.start - date.end)
