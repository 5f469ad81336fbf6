"""When a stage of a partnership came about: the founding of one that stands, else the day of the news."""

from collections.abc import Iterator, Sequence

from cityrel.extraction import anniversaries
from cityrel.extraction.days import MONTH, Days, follows
from cityrel.extraction.document import Document
from cityrel.extraction.kinds import kinds_in, plain
from cityrel.extraction.modality import ENDS
from cityrel.extraction.pairs import Pair
from cityrel.extraction.stages import Verdict, readings
from cityrel.languages.dates import DateMention
from cityrel.model import Span

BEFORE = 1.5
"""How much farther a date counts that stands before the words for what it dates."""

UNDONE = ("exploring", "proposed")
"""The stages at which nothing has been done yet that the dateline could be the day of."""


def stage_date(
    document: Document, chosen: Verdict, pair: Pair, days: Days, about: Sequence[int]
) -> DateMention | None:
    """Give the date of a stage, or None; `about` are the sentences that speak of the pair."""
    if chosen.stage == "active":
        return _founding(document, chosen, pair, days, about)
    return _old_signing(document, chosen, pair, days) or _precise(
        _of_news(document, chosen, pair, days), days
    )


def _old_signing(document: Document, chosen: Verdict, pair: Pair, days: Days) -> DateMention | None:
    """Give the date since when a tie stands that was signed long ago: "dates back to 1974, when ..."."""
    index, _ = _best_words(chosen, pair)
    dates = (date for date in days.at(index) if follows(document, date, "since") and days.is_long_past(date))
    return next(dates, None) if chosen.stage == "signed" else None


def _precise(chosen: DateMention | None, days: Days) -> DateMention | None:
    """Give the day within a year or month, where the article tells just one elsewhere."""
    return days.within.get(chosen.value or "", chosen) if chosen else None


def _of_news(document: Document, chosen: Verdict, pair: Pair, days: Days) -> DateMention | None:
    """Give the day on which what is told came about: beside the words for it, else the first day told."""
    sentence, _ = _best_words(chosen, pair)
    if chosen.stage in ENDS:
        if chosen.reading is None:
            return None
        if days.news.get(sentence) or chosen.stage == "lapsed":
            return _end(document, days.news.get(sentence, ()), chosen, pair)
    for index, words in _places_of_news(chosen, pair):
        here = [
            date for date in days.news.get(index, ()) if _can_be_news(date, index == sentence, chosen, days)
        ]
        if here:
            return min(here, key=lambda date: _distance(words, date.span))
    return days.first


def _places_of_news(chosen: Verdict, pair: Pair) -> Iterator[tuple[int, Span]]:
    """Give the sentences in which the day may be told, likeliest first, and the words that it stands beside.

    That is the sentence that tells the stage best, then the others that tell it, then those around the first.
    """
    sentence, words = _best_words(chosen, pair)
    yield sentence, words
    for reading in chosen.readings:
        if reading.told == chosen.stage and reading.sentence != sentence:
            yield reading.sentence, reading.span
    yield sentence + 1, words
    yield sentence - 1, words


def _can_be_news(date: DateMention, is_beside: bool, chosen: Verdict, days: Days) -> bool:
    """Say whether a date can be that of the news: not the dateline's, where nothing has been done yet.

    In another sentence than the one that tells the stage, what is long past or still to come is of something
    else, and so is a bare year where the article's own day is not known; a renewal is never of long ago.
    """
    if chosen.stage in UNDONE and days.is_dateline(date):
        return False
    if is_beside:
        return chosen.stage != "renewed" or not days.is_long_past(date)
    if days.now is None and len(date.value or "") < MONTH:
        return False
    return not days.is_long_past(date) and not days.is_ahead(date)


def _end(document: Document, here: Sequence[DateMention], chosen: Verdict, pair: Pair) -> DateMention | None:
    """Give the date of an end, behind the word for it rather than before; nothing lapses on a news day."""
    own = [date for date in here if not _is_of_another(document, date, chosen)]
    start = chosen.reading.span.start if chosen.reading else 0
    behind = [date for date in own if date.span.start >= start]
    return _nearest(behind or own, chosen, pair) if own else None


def _is_of_another(document: Document, date: DateMention, chosen: Verdict) -> bool:
    """Say whether words for another stage stand between the word for an end and a date behind it."""
    if chosen.reading is None:
        return False
    between = document.cues_in("stage", Span(chosen.reading.span.end, date.span.start))
    return any(cue.key not in ENDS for cue in between)


def _founding(
    document: Document,
    chosen: Verdict,
    pair: Pair,
    days: Days,
    about: Sequence[int],
) -> DateMention | None:
    """Give the date since when an active tie stands: told in a sentence about the pair, no news day."""
    sentence, _ = _best_words(chosen, pair)
    telling = {sentence, *(index for index in about if _tells_tie(document, index))}
    told = [
        date for index in sorted(telling) for date in days.at(index) if not _is_news(document, date, days)
    ]
    founded = [date for date in told if follows(document, date, "since", "event")]
    past = [date for date in told if days.now is None or days.is_long_past(date)]
    here = [date for date in past if document.sentence_index(date.span.start) == sentence]
    signed = [date for date in past if _is_signed(document, date)]
    for likely in (founded, here, signed, list(anniversaries.founded(document, sorted(telling), days))):
        if likely:
            return _nearest(likely, chosen, pair)
    return None


def _tells_tie(document: Document, index: int) -> bool:
    """Say whether a sentence has words for a tie, or for the signing of one."""
    sentence = document.sentences[index]
    refers = any(cue.key == "ties" for cue in document.cues_in("reference", sentence))
    signed = any(cue.key == "signed" for cue in document.cues_in("stage", sentence))
    return signed or refers or bool(plain(kinds_in(document, sentence)))


def _is_signed(document: Document, date: DateMention) -> bool:
    """Say whether the sentence of a date tells a signing as a fact."""
    here = readings(document, [document.sentence_index(date.span.start)])
    return any(reading.told == "signed" for reading in here)


def _is_news(document: Document, date: DateMention, days: Days) -> bool:
    """Say whether a date is that of the news: counted from the article's day and near it, or in its month."""
    published = document.article.published or ""
    counted = date.relative and not days.is_long_past(date)
    return counted or (bool(published) and (date.value or "").startswith(published[:MONTH]))


def _best_words(chosen: Verdict, pair: Pair) -> tuple[int, Span]:
    """Give the sentence and the words that tell a stage best; those that name the pair where none do."""
    best = chosen.reading or pair.mentions[0]
    return best.sentence, best.span


def _nearest(dates: Sequence[DateMention], chosen: Verdict, pair: Pair) -> DateMention:
    _, words = _best_words(chosen, pair)
    return min(dates, key=lambda date: _distance(words, date.span))


def _distance(words: Span, date: Span) -> float:
    """Give how far a date is from words, in characters; one before them counts as farther."""
    return date.start - words.end if date.start >= words.start else BEFORE * (words.start - date.end)
