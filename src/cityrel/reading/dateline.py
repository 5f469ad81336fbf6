"""The dateline: where an article was written, by which paper or agency, and when, as its first words tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from cityrel.languages import available, load
from cityrel.languages.dates import DateMention, find_dates

PARAGRAPHS = 6
SHORTEST_PARAGRAPH = 80
LONGEST_HEAD = 80
MOST_WORDS, MOST_PAPER_WORDS = 4, 2
DASH = re.compile(r"\s*--\s*|\s[–—-]\s?|[–—-]\s")
GLUED_DASH = re.compile(rf"{DASH.pattern}|[–—-](?=[A-Z“\"])")
SEPARATOR = re.compile(r",\s*|\.\s+|\s*\|\s*")
STOP = re.compile(r"\.\s")
BRACKETS = re.compile(r"\s*\(([^()]{2,40})\)\s*")
DOMAIN = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,})+\Z")
MIXED_CASE = re.compile(r"[a-z][A-Z]")
SMALL_WORDS = frozenset({"of", "the", "and", "de", "da", "do", "del", "la", "le", "el", "di", "al"})
ANY_DAY = "2000-12-31"
"""Gives days without a year a value, so that they are found; the value is not used."""
DAY = 10


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the first words of an article tell; None what they do not."""

    place: str | None = None
    publisher: str | None = None
    date: str | None = None


def find_dateline(text: str, language: str) -> Dateline:
    """Give the dateline of the first paragraph that has one.

    Known are "DENPASAR – ", "Ambon (Antara) - ", "REPUBLIKA.CO.ID, DUMAI - ", "MAKASSAR, RAKYATSULSEL - ",
    "LIVERPOOL, England (AP) — ", "MIRI (Nov 13): " and the like. Places are as written, not looked up.
    """
    code = language if language in available() else "en"
    paragraphs = [line for line in text.split("\n") if len(line) >= SHORTEST_PARAGRAPH][:PARAGRAPHS]
    found = [dateline for line in paragraphs for dateline in _readings(line, code)]
    with_place = (dateline for dateline in found if dateline.place)
    return next(with_place, next(iter(found), Dateline()))


def _readings(line: str, code: str) -> Iterator[Dateline]:
    dated = _dated(line, code)
    if dated:
        yield dated
    for dash in (DASH, GLUED_DASH):
        head, _, rest = _cut(line, dash)
        dateline = _read_head(head)
        if dateline and dateline.place is None:
            inner = _read_head(_cut(rest, DASH)[0])
            place = inner.place if inner and not inner.publisher else None
            yield Dateline(place, dateline.publisher)
        elif dateline and (dash is DASH or dateline.publisher):
            yield dateline


def _cut(line: str, dash: re.Pattern[str]) -> tuple[str, str, str]:
    """Cut a line at its first dash, if it stands near the beginning."""
    found = dash.search(line, 1, LONGEST_HEAD)
    return (line[: found.start()], found.group(), line[found.end() :]) if found else ("", "", line)


def _read_head(head: str) -> Dateline | None:
    """Read what stands before the dash: places, a paper, an agency; None where it is something else."""
    brackets = BRACKETS.search(head)
    outside = BRACKETS.sub("", head)
    parts = [part.strip() for part in SEPARATOR.split(outside) if part.strip()]
    if not parts or not all(_is_domain(part) or _is_name(part) or _is_small_name(part) for part in parts):
        return None
    papers = [part for part in parts if _is_domain(part)]
    names = [part for part in parts if part not in papers]
    inside = brackets[1].strip() if brackets else None
    if papers and not names and inside and _is_name(inside):
        return Dateline(inside, papers[0])
    if not papers and len(names) > 1 and _is_paper(names[-1]):
        if STOP.search(outside) and names[0].isupper():
            return None  # "KABAR. MAKASSAR – " as well as "MAKASSAR. KABAR – "
        papers = [names.pop()]
    if names and not _is_name(names[0]):
        return None
    agency = inside if inside and inside[0].isupper() else None
    return Dateline(", ".join(names) or None, next(iter(papers), agency))


def _dated(line: str, code: str) -> Dateline | None:
    """Read "MIRI (Nov 13): ", "Mangalore, Oct 12: ", "Chandigarh, Oct 7 (PTI) "."""
    mention = next(iter(find_dates(line[:LONGEST_HEAD], load(code), ANY_DAY)), None)
    if mention is None:
        return None
    place = line[: mention.span.start].strip(" ,(")
    after = line[mention.span.end :].lstrip(" )")
    agency = re.match(r"\(([A-Z][\w ./-]{1,30})\)", after)
    if not _is_name(place) or not (agency or after.startswith((":", "-", "–", "—"))):
        return None
    return Dateline(place, agency[1] if agency else None, _full_day(line, code, mention))


def _full_day(line: str, code: str, mention: DateMention) -> str | None:
    """Give the date where it is a day with its year."""
    stated = next(iter(find_dates(line[:LONGEST_HEAD], load(code))), None)
    full = stated and stated.span == mention.span and stated.value and len(stated.value) == DAY
    return stated.value if stated and full else None


def _is_domain(part: str) -> bool:
    return bool(DOMAIN.match(part))


def _is_name(part: str) -> bool:
    """Say whether all words begin with a capital, as in a place's name."""
    words = part.split()
    return (
        0 < len(words) <= MOST_WORDS
        and not any(character.isdecimal() for character in part)
        and all(word[0].isupper() or word in SMALL_WORDS for word in words)
        and words[0][0].isupper()
        and not MIXED_CASE.search(part)
    )


def _is_small_name(part: str) -> bool:
    return part.isalpha() and len(part.split()) == 1


def _is_paper(part: str) -> bool:
    """Say whether a second name is a paper's, in small letters or capitals throughout, and no country."""
    small_or_capitals = part.islower() or (part.isupper() and len(part.split()) <= MOST_PAPER_WORDS)
    return small_or_capitals and part.casefold() not in _countries()


@cache
def _countries() -> frozenset[str]:
    """Give the names of countries in all our languages: from CLDR, and the everyday ones."""
    formal = (name for code in available() for name in Locale.parse(code).territories.values())
    everyday = (
        name for code in available() for names in load(code).places.countries.values() for name in names
    )
    return frozenset(name.casefold() for name in (*formal, *everyday))
