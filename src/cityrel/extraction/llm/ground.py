"""The article that claims must stand on: its words, places and dates, as the rules read them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cityrel import places
from cityrel.extraction.document import Document
from cityrel.extraction.llm.locating import Found, Locator
from cityrel.languages import Pack, available, load
from cityrel.languages.dates import find_dates
from cityrel.model import Article, Organisation, Place, Span
from cityrel.places import PlaceMention

STAND_IN = "en"
"""The pack by which an article is read in whose language there is none."""

DATE = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
YEAR = len("2020")

SURE, BY_COUNTRY = 1.0, 0.8
"""How sure a place is that the article's context tells, and one that only the model's country does."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place that the article names: `spans` are where, by this name or another; `sure` is from 0 to 1.

    `place` is None where the name stands for none that is known; then `name` is the name as written.
    """

    name: str
    place: Place | None
    spans: tuple[Span, ...]
    sure: float = SURE


@dataclass
class Ground:
    """One article. `persons` are names that are no places ("Bima Arya" is not the town of Bima)."""

    article: Article
    persons: Iterable[str]
    document: Document = field(init=False)
    locator: Locator = field(init=False)

    def __post_init__(self) -> None:
        """Read the places and dates of the article."""
        own = self.article.language in available()
        self._pack: Pack = load(self.article.language if own else STAND_IN)
        self._is_read = own
        self.document = Document(self.article, self._pack)
        self.locator = Locator(self.article.text)
        self._mentions = self._resolved()
        found = find_dates(self.article.text, self._pack, self.article.published) if own else ()
        told = [date.value for date in found if date.value]
        self._dates = [*told, *([self.article.published] if self.article.published else [])]

    def find(self, passage: str) -> Found | None:
        """Give where a passage stands."""
        return self.locator.find(passage)

    def words(self, text: str | None, longest: int = 200) -> str | None:
        """Give words as the article writes them, on one line, or None where it does not have them.

        None as well for words too long to be a name, and for those with tags of HTML in them.
        """
        span = next(self.locator.all(text), None) if text else None
        if span is None:
            return None
        written = " ".join(self.article.text[span.start : span.end].split())
        return written if len(written) <= longest and "<" not in written and ">" not in written else None

    def site(self, name: str, country: str | None) -> Site | None:
        """Give what a name in the article stands for, or None where the article does not have the name.

        Where the context does not tell the place, one that alone has this name in the model's country is
        taken. Where both tell, and differ in the country, no place is.
        """
        spans = tuple(self.locator.all(name))
        written = self.words(name)
        if not spans or written is None:
            return None
        mention = self._mention(spans)
        if mention is None:
            return Site(written, self._only_one(written, country), spans, BY_COUNTRY)
        if country is not None and mention.place.country != country.upper():
            return Site(written, None, spans)
        elsewhere = (other.span for other in self._mentions if other.place == mention.place)
        return Site(written, mention.place, (*spans, *elsewhere))

    def owner(self, name: str, country: str | None) -> Place | Organisation | None:
        """Give whose office a name tells: a place, or a body that is named after one or after none.

        None where the article does not have the name.
        """
        site = self.site(name, country)
        if site is None or site.place is None:
            return Organisation(site.name) if site else None
        spans = tuple(self.locator.all(name))
        mention = self._mention(spans)
        is_whole = mention is None or any(span in mention.whole for span in spans)
        return site.place if is_whole else Organisation(site.name, site.place)

    def date(self, value: str | None) -> str | None:
        """Give a date if the article tells it, at least as precisely, or is of that day; otherwise None.

        Where its language cannot be read, the year is given if its figure stands in the text.
        """
        if value is None or not DATE.fullmatch(value):
            return None
        if any(told.startswith(value) for told in self._dates):
            return value
        year = value[:YEAR]
        return year if not self._is_read and next(self.locator.all(year), None) else None

    def _resolved(self) -> tuple[PlaceMention, ...]:
        text = self.article.text
        masked = [span for name in self.persons for span in self.locator.all(name)]
        masked += (Span(cue.start, cue.end) for cue in self.document.cues.get("kind", ()))
        return places.resolve(text, self._pack, places.match(text, self._pack), masked)

    def _mention(self, spans: Sequence[Span]) -> PlaceMention | None:
        """Give the first place named where a name stands, the first of several within the name."""
        return next((found for span in spans for found in self._mentions if found.span.overlaps(span)), None)

    def _only_one(self, name: str, country: str | None) -> Place | None:
        """Give the only place of a name in a country."""
        if country is None:
            return None
        found = places.find(name, country=country.upper())
        return found[0] if len(found) == 1 else None
