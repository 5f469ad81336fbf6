"""From the items of an answer to claims that stand on the article.

A claim needs words of the article, and places, persons and titles that the article names. What else an item
tells (a date, an instrument) is left out, with a warning, where the article does not have it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from cityrel.extraction.llm.answers import Answer, Item
from cityrel.extraction.llm.ground import Ground, Site
from cityrel.extraction.llm.persons import known_as, settled, written_name
from cityrel.extraction.llm.proof import Proof
from cityrel.extraction.llm.refusal import Refused, Unresolved, not_in_text
from cityrel.extraction.llm.wording import shown
from cityrel.model import (
    Event,
    Facts,
    Holding,
    Organisation,
    Person,
    Place,
    Quotation,
    Stage,
    TopicClaim,
)

LONGEST_SPEECH = 1_500
"""Characters of the longest quotation, as for the rules."""

Claim = TypeVar("Claim", Stage, Holding, Event, Quotation, TopicClaim)


@dataclass
class Reader:
    """Makes claims of an answer about one article; `rule` names what found them.

    `warnings` tell what was refused, `unresolved` holds the names that stand for no known place.
    """

    ground: Ground
    rule: str
    warnings: list[str] = field(default_factory=list)
    unresolved: dict[str, None] = field(default_factory=dict)
    persons: tuple[Person, ...] = ()

    def __post_init__(self) -> None:
        """Prepare to find quotes."""
        self.proof = Proof(self.ground, self.rule, self.warnings)

    def facts(self, answer: Answer) -> Facts:
        """Give the facts of an answer."""
        holdings = settled(self._each("holdings", answer, self._holding))
        self.persons = tuple(holding.person for holding in holdings)
        return Facts(
            article=self.ground.article,
            stages=self._each("stages", answer, self._stage),
            holdings=holdings,
            events=self._each("events", answer, self._event),
            quotations=self._each("quotations", answer, self._quotation),
            topics=self._each("topics", answer, self._topic),
            unresolved=tuple(self.unresolved),
        )

    def _each(self, kind: str, answer: Answer, make: Callable[[Item], Claim]) -> tuple[Claim, ...]:
        """Make a claim of each item that can be one, in the order of the text, and none twice."""
        made: dict[Claim, None] = {}
        for item in answer.items.get(kind, ()):
            try:
                made[make(item)] = None
            except Unresolved as refused:
                self.unresolved[refused.name] = None
                self.warnings.append(f"{kind}: {refused}")
            except Refused as refused:
                self.warnings.append(f"{kind}: {refused}")
        return tuple(sorted(made, key=lambda claim: claim.evidence[0].start))

    def _stage(self, item: Item) -> Stage:
        (a, at_a), (b, at_b) = self._partner(item["a"]), self._partner(item["b"])
        if a == b:
            raise Refused(f"{shown(at_a.name)!r} and {shown(at_b.name)!r} are one place")
        found = self.proof.quotes(item["quotes"])
        sure = min(at_a.sure, at_b.sure) * self.proof.naming(at_a, at_b, found)
        return Stage(
            a=a,
            b=b,
            stage=item["stage"],
            kind=item["kind"],
            kind_as_written=self._words("kind as written", item["kind_as_written"]),
            date=self._date(item["date"]),
            modality=item["modality"],
            instrument=self._words("instrument", item["instrument"]),
            focus=(),
            agents=(),
            facilitators=(),
            event=None,
            before=None,
            evidence=self.proof.evidence(found, sure),
        )

    def _holding(self, item: Item) -> Holding:
        name = written_name(self.ground, item["person"])
        found = self.proof.quotes(item["quotes"])
        if not self.proof.names(name, found):
            raise Refused(f"the quotes do not name {shown(name)!r}")
        title = self.ground.words(item["title"])
        if title is None:
            raise not_in_text("title", item["title"])
        return Holding(
            person=Person(name),
            title=title,
            role=item["role"],
            of=self._owner(item["of"]),
            qualifier=item["qualifier"],
            attested_on=self.ground.article.published,
            evidence=self.proof.evidence(found),
        )

    def _event(self, item: Item) -> Event:
        found = self.proof.quotes(item["quotes"])
        return Event(
            type=item["type"],
            name=self._words("name of the event", item["name"]),
            date=self._date(item["date"]),
            place=None if item["virtual"] else self._venue(item["place"]),
            virtual=item["virtual"],
            facilitators=(),
            attendees=(),
            evidence=self.proof.evidence(found),
            modality=item["modality"],
        )

    def _quotation(self, item: Item) -> Quotation:
        said = self.proof.quotes(item["quotes"][:1], LONGEST_SPEECH)
        span = said[0].span
        return Quotation(
            speaker=self._speaker(item["speaker"]),
            text=self.ground.article.text[span.start : span.end],
            direct=item["direct"] and self.proof.is_between_marks(span),
            modality=item["modality"],
            evidence=self.proof.evidence(said),
        )

    def _topic(self, item: Item) -> TopicClaim:
        return TopicClaim(item["topic"], self.proof.evidence(self.proof.quotes(item["quotes"])))

    def _partner(self, named: Item) -> tuple[Place, Site]:
        site = self.ground.site(named["name"], named["country"])
        if site is None:
            raise not_in_text("place", named["name"])
        if site.place is None:
            raise Unresolved(site.name)
        if site.place.level == "country":
            raise Refused(f"{shown(site.name)!r} is a country, which is no partner")
        return site.place, site

    def _words(self, what: str, text: str | None) -> str | None:
        """Give words as the article has them; a warning tells that it does not."""
        written = self.ground.words(text)
        if text and written is None:
            self.warnings.append(f"left out: {not_in_text(what, text)}")
        return written

    def _date(self, value: str | None) -> str | None:
        told = self.ground.date(value)
        if value and told is None:
            self.warnings.append(f"left out: {not_in_text('date', value)}")
        return told

    def _owner(self, named: Item | None) -> Place | Organisation | None:
        owner = self.ground.owner(named["name"], named["country"]) if named else None
        if named and owner is None:
            self.warnings.append(f"left out: {not_in_text('place or body of an office', named['name'])}")
        return owner

    def _venue(self, named: Item | None) -> Place | None:
        site = self.ground.site(named["name"], named["country"]) if named else None
        if named and site is None:
            self.warnings.append(f"left out: {not_in_text('place of an event', named['name'])}")
        if site and site.place is None:
            self.unresolved[site.name] = None
        return site.place if site else None

    def _speaker(self, name: str | None) -> Person | None:
        """Give who speaks: a holder of an office by any form of the name, or somebody else named."""
        if name is None:
            return None
        try:
            written = written_name(self.ground, name)
        except Refused as refused:
            self.warnings.append(f"left out: {refused}")
            return None
        return known_as(written, self.persons) or Person(written)
