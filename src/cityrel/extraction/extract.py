"""The extraction of one article, from first to last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cityrel import places
from cityrel.extraction.agents import actors
from cityrel.extraction.days import days
from cityrel.extraction.document import Document
from cityrel.extraction.events import Scene, events
from cityrel.extraction.offices import Offices, find_offices
from cityrel.extraction.pairs import home, pairs
from cityrel.extraction.quotations import Named, quotations
from cityrel.extraction.survey import Survey, survey
from cityrel.extraction.ties import Ties, stages
from cityrel.extraction.topics import topics
from cityrel.languages import Pack, available, load
from cityrel.languages.dates import DateMention
from cityrel.languages.phrases import WORD
from cityrel.model import Article, Facts

SHORT = 500
"""Characters of a text that is read whatever its words are: it takes no time, and may be but a sentence."""


def extract(article: Article) -> Facts:
    """Give the facts that an article states.

    An article in a language without a pack has no facts, and a warning that says so. One without any word for
    a tie, a government, a mission or a visit is passed by at once: much news has nothing to do with cities.
    """
    pack = pack_of(article.language)
    if pack is None:
        warning = f"no language pack for {article.language!r}: no facts were looked for"
        return Facts(replace(article, warnings=(*article.warnings, warning)))
    if _tells_nothing(article.text, pack):
        return Facts(article)
    return _facts(survey(Document(article, pack)))


def _facts(found: Survey) -> Facts:
    document, people, mentions, dates = found.document, found.people, found.mentions, found.dates
    article = document.article
    at_home = home(found.known)
    offices = find_offices(people, document, mentions, at_home, attested=_day(dates, article))
    named = tuple(_named(offices))
    bodies = offices.organisations
    held = events(document, Scene(dates, mentions, named, bodies))
    ties = Ties(
        pairs=pairs(document, found.candidates, found.known),
        candidates=found.candidates,
        days=days(document, dates),
        events=held,
        actors=actors(found.candidates, bodies),
    )
    return Facts(
        article=_with_warnings(article, dates),
        stages=stages(document, ties),
        holdings=offices.holdings,
        events=held,
        quotations=quotations(document, named),
        topics=topics(document, tuple(title.span for title in people.titles)),
        unresolved=tuple(_unresolved(found)),
    )


def _unresolved(found: Survey) -> Iterator[str]:
    """Give the names that look like places and are none we know, each once."""
    document = found.document
    names = places.unresolved(document.text, document.pack, found.matches, found.mentions)
    yield from dict.fromkeys(match.name for match in names if not found.people.person_at(match.span))


def _tells_nothing(text: str, pack: Pack) -> bool:
    """Say whether a text of some length has no word without which no ties are told."""
    return len(text) > SHORT and pack.telling.isdisjoint(WORD.findall(text.casefold()))


def pack_of(language: str) -> Pack | None:
    """Give the pack of a language, or of a language so close that its pack reads this one too."""
    if language in available():
        return load(language)
    near = (load(code) for code in available())
    return next((pack for pack in near if language in pack.neighbours.words), None)


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
