"""The frozen values that travel down the road: an article, its places, and the claims found in it.

Nothing here reads, writes or decides. All offsets count characters (code points) of `Article.text`, the
text as read; `end` is exclusive. Keys of kinds, stages, roles, topics, levels, modalities and qualifiers
are the local names of the SKOS concepts in `ontology/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

Level = Literal["city", "regency", "province", "district", "country"]
Modality = Literal["stated", "planned", "hoped", "denied"]
Qualifier = Literal["former", "acting"]

STAGES = ("exploring", "proposed", "letter_of_intent", "approved", "intended", "signed", "renewed", "active",
          "suspended", "lapsed", "ended")  # fmt: skip
"""Keys of the stage scheme in the usual order of a partnership's life. `proposed`, `letter_of_intent` and
`approved` are narrower than `intended`; `suspended` and `lapsed` are narrower than `ended`."""

BROAD_STAGE = {
    "proposed": "intended",
    "letter_of_intent": "intended",
    "approved": "intended",
    "suspended": "ended",
    "lapsed": "ended",
}
"""From a narrower stage to the one that gold files and `extract --format jsonl` speak of."""

KINDS = ("sister_city", "friendship_city", "sister_province", "twinning", "cooperation")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: text without clutter, and what its source states about it.

    `source` is the path, address or `path:line` it was read from. `text` has the headline as its first
    line where one is known. `language` is an ISO 639-1 code, or `und`. `published` is ISO 8601, as precise
    as known. What the source does not state is None.
    """

    source: str
    text: str
    language: str
    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    dateline: str | None = None
    byline: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the article that state a claim.

    `quote == article.text[start:end]`, always. `prefix` and `suffix` complete the sentence around the
    quote. `rule` names the rule that fired, `confidence` is between 0 and 1.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    `id` is its GeoNames id as text or, for what GeoNames lacks, a key of letters and digits that cannot be
    mistaken for one; a country's is its ISO 3166-1 alpha-2 code in capitals. `name` is the common English
    name without a word for the level ("Garut", "West Java"); `country` is ISO 3166-1 alpha-2; coordinates
    are WGS84 degrees; `labels` are pairs of language and name in other languages, sorted.
    """

    id: str
    name: str
    level: Level
    country: str
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str | None = None
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as written, and the place it belongs to or acts for where the text tells it."""

    name: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in an article.

    `name` is the fullest form without honorifics and degrees, `other_names` the other spellings met.
    `home` is the place or organisation of the first office held, which tells namesakes apart.
    """

    name: str
    other_names: tuple[str, ...] = ()
    home: Place | Organisation | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office: `of` is None where the text names none.

    `attested_on` (ISO 8601) is a day on which the article shows the person in office; not a start date.
    """

    person: Person
    title: str
    role: str
    of: Place | Organisation | None
    qualifier: Qualifier | None
    attested_on: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """A field of cooperation as written, with the topics it speaks of."""

    text: str
    topics: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something held: `type` is a key of the event types, `name` as written where it has one.

    `date` is ISO 8601 as precise as stated, `place` where it was held. `modality` other than `stated` marks
    what is only planned or hoped for, or denied.
    """

    type: str
    name: str | None
    date: str | None
    place: Place | None
    virtual: bool
    facilitators: tuple[Organisation, ...]
    attendees: tuple[Person, ...]
    evidence: tuple[Evidence, ...]
    modality: Modality = "stated"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the partnership of two places, as one article tells it.

    `date` is the stage's, as precise as stated (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). `modality` other than
    `stated` marks what is only planned, hoped or denied. `before` is the index in `Facts.stages` of a stage
    of which the article says that it came later. `agents` are those who brought the stage about,
    `facilitators` those who helped; `event` is the index in `Facts.events` of where it happened.
    """

    a: Place
    b: Place
    stage: str
    kind: str
    kind_as_written: str | None
    date: str | None
    modality: Modality
    instrument: str | None
    focus: tuple[Focus, ...]
    agents: tuple[Place | Organisation, ...]
    facilitators: tuple[Organisation, ...]
    event: int | None
    before: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says in an article; `speaker` is None where it cannot be told.

    `modality` is `stated`, or `planned`, `hoped` or `denied` where that is what the words express.
    """

    speaker: Person | None
    text: str
    direct: bool
    modality: Modality
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TopicClaim:
    """A topic of the article's city relations."""

    topic: str
    evidence: tuple[Evidence, ...]


Claim = Stage | Holding | Event | Quotation | TopicClaim


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article states, in the order of the text."""

    article: Article
    stages: tuple[Stage, ...] = ()
    holdings: tuple[Holding, ...] = ()
    events: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    topics: tuple[TopicClaim, ...] = ()
    unresolved: tuple[str, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """All claims, kind after kind."""
        for field in fields(self):
            if field.name not in ("article", "unresolved"):
                yield from getattr(self, field.name)


@dataclass(frozen=True, slots=True)
class Reason:
    """What a sign says in words, and how much it counts, in log-odds: against, where it is negative."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """How a question was decided: all reasons, the weightiest first, and how likely the answer is.

    `rival` is the answer that was likeliest after `answer`; the reasons are for `answer` rather than for it.
    Where there is none, the reasons are for `answer` rather than against it.
    """

    answer: str
    rival: str | None
    reasons: tuple[Reason, ...]
    probability: float

    @property
    def log_odds(self) -> float:
        """The sum of what the reasons count."""
        return sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an article was taken to tell a tie of two places, and why of that stage."""

    a: Place
    b: Place
    weighings: tuple[Weighing, ...]
