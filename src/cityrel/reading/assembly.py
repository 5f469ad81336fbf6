"""From the words of a source, in whatever format, to an article: clean, in one form, with what is stated."""

import re
from dataclasses import dataclass, fields, replace
from typing import Self

from cityrel.errors import ReadError
from cityrel.languages import available, load
from cityrel.languages.date_values import Reference
from cityrel.languages.dates import find_dates
from cityrel.model import Article
from cityrel.reading.characters import normalise, without_markup
from cityrel.reading.cleaning import clean
from cityrel.reading.dateline import find_dateline
from cityrel.reading.headline import with_headline
from cityrel.reading.language import UNDETERMINED, detect, tag
from cityrel.reading.stamps import take_stamps

ISO_DATE = re.compile(r"(\d{4}(?:-\d{2}){0,2})(?:[T ].*)?\Z", re.DOTALL)
BYLINE = re.compile(
    r"[(\[](?P<name>[a-z*]{1,10}(?:[/&.+-][a-z*]{1,10}){0,3}|[A-Z]{1,4}\d{1,4}|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3})[)\]][\s.]*\Z"
)
"""The writer's initials at the very end of an article: (bs), [rs], (TA019)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a source says about an article outside its text; None where it says nothing."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    writer: str | None = None
    warnings: tuple[str, ...] = ()

    def completed(self, other: "Stated") -> Self:
        """Fill what is missing with what another source says."""
        missing = {
            field.name: getattr(other, field.name) for field in fields(self) if not getattr(self, field.name)
        }
        return replace(self, **missing)


def assemble(source: str, raw: str, stated: Stated) -> Article:
    """Make an article of a text and what is stated about it.

    Raises ReadError where no text is left once clutter is dropped.
    """
    text, stamped = take_stamps(without_markup_left(raw))
    cleaned = clean(text)
    if not any(character.isalnum() for character in cleaned.text):
        raise ReadError(source, "is empty" if not raw.strip() else "there is no text in it")
    language, language_warning = _language(cleaned.text, stated.language)
    headline, text = with_headline(cleaned.text, _one_line(stated.title))
    dateline = find_dateline(text.removeprefix(headline or ""), language)
    published, date_warning = _published(stated.published, stamped, dateline.date)
    byline = BYLINE.search(text)
    return Article(
        source=source,
        text=text,
        language=language,
        headline=headline,
        published=published,
        publisher=_one_line(stated.publisher) or dateline.publisher,
        url=_one_line(stated.url),
        dateline=dateline.place,
        byline=byline["name"] if byline else cleaned.writer or _one_line(stated.writer),
        warnings=(*stated.warnings, *language_warning, *date_warning),
    )


def without_markup_left(raw: str) -> str:
    """Give a text in one form of characters, without tags that were left in it."""
    return normalise(without_markup(normalise(raw)))


def _language(text: str, stated: str | None) -> tuple[str, tuple[str, ...]]:
    """Give the language that is stated or, where none is that can be understood, the one detected."""
    known = tag(stated)
    if known:
        return known, ()
    language = detect(text)
    ignored = (f"language {stated!r} is not an ISO 639 code; detected {language}",) if stated else ()
    unknown = ("the language is none that is known",) if language == UNDETERMINED else ()
    return language, (*ignored, *unknown)


def _published(
    stated: str | None, stamped: str | None, dated: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """Give the publication date: as stated, or as the article's own first lines tell it."""
    found = stamped or dated
    if not stated:
        return found, ()
    date = _iso_date(stated)
    return date or found, () if date else (f"publication date {stated!r} is not understood",)


def _iso_date(text: str) -> str | None:
    """Give a date of any form in ISO 8601."""
    iso = ISO_DATE.match(text.strip())
    if iso:
        return iso[1] if Reference.parse(iso[1]) else None
    mentions = (mention for code in available() for mention in find_dates(text, load(code)))
    return next((mention.value for mention in mentions if mention.value and not mention.warning), None)


def _one_line(text: str | None) -> str | None:
    return " ".join(normalise(text).split()) or None if text else None
