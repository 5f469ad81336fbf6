"""The extraction of one article, from first to last.

Persons are found before places are settled, because a name such as "Bima Arya" must not be read as the town
of Bima; offices are settled after them, because an office is that of a place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cityrel import places
from cityrel.extraction.agents import actors
from cityrel.extraction.document import Document
from cityrel.extraction.events import Scene, events
from cityrel.extraction.kinds import speaking
from cityrel.extraction.offices import Offices, find_offices
from cityrel.extraction.pairs import home, pairs
from cityrel.extraction.partners import partners
from cityrel.extraction.people import find_people
from cityrel.extraction.presence import presences
from cityrel.extraction.quotations import Named, quotations
from cityrel.extraction.ties import Ties, stages
from cityrel.extraction.topics import topics
from cityrel.languages import Pack, available, load
from cityrel.languages.dates import DateMention, find_dates
from cityrel.model import Article, Facts, Span


def extract(article: Article) -> Facts:
    """Give the facts that an article states.

    An article in a language without a pack has no facts, and a warning that says so.
    """
    pack = _pack(article.language)
    if pack is None:
        warning = f"no language pack for {article.language!r}: no facts were looked for"
        return Facts(replace(article, warnings=(*article.warnings, warning)))
    return _facts(Document(article, pack))


def _facts(document: Document) -> Facts:
    article, text, pack = document.article, document.text, document.pack
    matches = places.match(text, pack)
    people = find_people(document, matches)
    mentions = places.resolve(text, pack, matches, (*people.masked, *_kinds(document)), speaking(document))
    dates = find_dates(text, pack, article.published)
    candidates = partners(document, mentions)
    known = presences(document, candidates)
    at_home = home(known)
    offices = find_offices(people, document, mentions, at_home, attested=_day(dates, article))
    named = tuple(_named(offices))
    bodies = offices.organisations
    held = events(document, Scene(dates, mentions, named, bodies))
    ties = Ties(pairs(document, candidates, known), candidates, dates, held, actors(candidates, bodies))
    unresolved = places.unresolved(text, pack, matches, mentions)
    return Facts(
        article=_with_warnings(article, dates),
        stages=stages(document, ties),
        holdings=offices.holdings,
        events=held,
        quotations=quotations(document, named),
        topics=topics(document, tuple(title.span for title in people.titles)),
        unresolved=tuple(
            dict.fromkeys(match.name for match in unresolved if not people.person_at(match.span))
        ),
    )


def _pack(language: str) -> Pack | None:
    """Give the pack of a language, or of a language so close that its pack reads this one too."""
    if language in available():
        return load(language)
    near = (load(code) for code in available())
    return next((pack for pack in near if language in pack.neighbours.words), None)


def _kinds(document: Document) -> Iterator[Span]:
    """Give the words for kinds of ties: "Sisters City" is no town of that name."""
    return (Span(cue.start, cue.end) for cue in document.cues.get("kind", ()))


def _named(offices: Offices) -> Iterator[Named]:
    for mention in offices.mentions:
        yield Named(mention.span, mention.person)


def _day(dates: Sequence[DateMention], article: Article) -> str | None:
    """Give the day of the news: the publication day, else the first day that the text tells."""
    days = (date.value for date in dates if date.value and len(date.value) == len("2020-11-20"))
    return article.published or next(days, None)


def _with_warnings(article: Article, dates: Sequence[DateMention]) -> Article:
    warnings = tuple(date.warning for date in dates if date.warning)
    return replace(article, warnings=(*article.warnings, *warnings)) if warnings else article
