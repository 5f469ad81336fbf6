"""What is found in an article before any claim is made: persons, places, dates, possible partners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cityrel import places
from cityrel.extraction.document import Document
from cityrel.extraction.kinds import speaking
from cityrel.extraction.links import with_scenes
from cityrel.extraction.partners import Partner, partners
from cityrel.extraction.people import People, find_people
from cityrel.extraction.presence import Presence, presences
from cityrel.languages.dates import DateMention, find_dates
from cityrel.model import Span
from cityrel.places import NameMatch, PlaceMention


@dataclass(frozen=True)
class Survey:
    """An article with all that its claims are made from; `known` are its places by their id."""

    document: Document
    matches: tuple[NameMatch, ...]
    people: People
    mentions: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    candidates: tuple[Partner, ...]
    known: Mapping[str, Presence]


def survey(document: Document) -> Survey:
    """Give what an article names.

    Persons are found before places are settled, because a name such as "Bima Arya" must not be read as the
    town of Bima.
    """
    text, pack = document.text, document.pack
    matches = places.match(text, pack)
    people = find_people(document, matches)
    masked = (*people.masked, *_kinds(document))
    mentions = places.resolve(text, pack, matches, masked, speaking(document))
    candidates = with_scenes(document, partners(document, mentions))
    return Survey(
        document=document,
        matches=matches,
        people=people,
        mentions=mentions,
        dates=tuple(find_dates(text, pack, document.article.published)),
        candidates=candidates,
        known=presences(document, candidates),
    )


def _kinds(document: Document) -> Iterator[Span]:
    """Give the words for kinds of ties: "Sisters City" is no town of that name."""
    return (Span(cue.start, cue.end) for cue in document.cues.get("kind", ()))
