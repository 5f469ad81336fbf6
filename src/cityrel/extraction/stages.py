"""Which stage of a partnership an article tells, when, and whether as a fact.

Every stage cue of the sentences that speak of a pair is read with the modality of its clause: "akan
menandatangani" is a plan to sign and so tells the stage `proposed` as a fact, "menandatangani LoI" the stage
`letter_of_intent`. The most telling reading becomes the stated stage; what is planned, hoped or denied is
kept beside it, marked as such.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from cityrel.extraction.document import Document
from cityrel.extraction.kinds import WEAK_KIND, kinds_in, plain
from cityrel.extraction.modality import DENIAL_REACH, ENDS, is_denied, modality
from cityrel.extraction.pairs import Pair
from cityrel.extraction.traces import LOOSE
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import BROAD_STAGE, Modality, Span

STANDING = ("renewed", *ENDS)
"""Stages that a tie must stand for to come to them."""

BESIDE, BESIDE_REACH = 1.5, 6
"""How much more an end counts when the words for the tie are so near, in words, or behind its beginning."""

LETTER_BEHIND, LETTER_BEFORE = 12, 5
"""Words behind and before a signing in which a letter of intent is what is signed."""

TALKS = ("exploring", "proposed", "approved", "letter_of_intent")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stage cue with the modality of its clause, in the sentence of that number.

    `told` is the stage that it states as a fact, None where it denies one.
    """

    stage: str
    modality: Modality
    cue: PhraseMatch
    sentence: int
    told: str | None

    @property
    def span(self) -> Span:
        """The words of the cue."""
        return Span(self.cue.start, self.cue.end)


def readings(document: Document, sentences: Iterable[int]) -> tuple[Reading, ...]:
    """Give the stage cues of some sentences, in order."""
    by_sentence = _readings(document)
    return tuple(reading for index in sentences for reading in by_sentence.get(index, ()))


@lru_cache(maxsize=2)
def _readings(document: Document) -> Mapping[int, tuple[Reading, ...]]:
    """Give the stage cues of each sentence that has any."""
    found: dict[int, tuple[Reading, ...]] = {}
    for cue in document.cues.get("stage", ()):
        index, told = document.sentence_index(cue.start), modality(document, cue)
        reading = Reading(cue.key, told, cue, index, told_stage(document, cue, told))
        found[index] = (*found.get(index, ()), reading)
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stated stage of a pair, the reading that tells it best, and all that tell it.

    There is no reading where the stage is only implied.
    """

    stage: str
    reading: Reading | None
    readings: tuple[Reading, ...] = ()


def as_planned(reading: Reading) -> Reading:
    """Give the reading of words for a stage that is still to come."""
    if reading.modality != "stated" or reading.told != "signed":
        return reading
    return replace(reading, modality="planned", told="proposed")


ADVANCE = ("ended", "renewed", "signed", "active", "intended", "exploring")
"""Stages from the one that settles most to the one that settles least."""

THRESHOLD = {"ended": 3.0, "renewed": 1.6, "signed": 1.6, "active": 1.6, "intended": 1.6, "exploring": 1.0}
"""How much must speak for a stage before it is believed."""

Votes = Mapping[str, Sequence[tuple[float, str, Reading]]]
"""By broad stage: how much each reading says for it, and the stage that it tells."""


def votes(document: Document, found: Sequence[Reading], own: Set[int]) -> Votes:
    """Give what each reading says; `own` are the sentences about the pair alone."""
    cast: dict[str, list[tuple[float, str, Reading]]] = {}
    for reading in found:
        if reading.told is not None:
            vote = (_vote(document, reading, own), reading.told, reading)
            cast.setdefault(BROAD_STAGE.get(reading.told, reading.told), []).append(vote)
    return cast


def verdict(document: Document, pair: Pair, found: Sequence[Reading], own: Set[int]) -> Verdict:
    """Give the most advanced stage for which enough speaks."""
    cast = votes(document, found, own)
    for broad in ADVANCE:
        if sum(weight for weight, _, _ in cast.get(broad, ())) >= THRESHOLD[broad]:
            return told_best(cast, broad)
    named = {mention.sentence for mention in pair.mentions}
    return _doubtful([reading for reading in found if reading.sentence in named]) or Verdict(
        _implied(document, pair), None
    )


def told_best(cast: Votes, broad: str) -> Verdict:
    """Give a broad stage with the reading that tells it best; without one where none does."""
    told = cast.get(broad, ())
    if not told:
        return Verdict(broad, None)
    _, stage, best = max(told, key=lambda vote: vote[0])
    return Verdict(stage, best, tuple(reading for _, _, reading in told))


def _doubtful(beside: Sequence[Reading]) -> Verdict | None:
    """Give what weak words beside the pair tell against a standing tie: an end, or that nothing is agreed."""
    ends = [reading for reading in beside if reading.stage in ENDS and reading.modality == "stated"]
    if ends:
        return Verdict(ends[0].stage, ends[0], tuple(ends))
    return Verdict("exploring", None) if any(reading.modality == "denied" for reading in beside) else None


def _implied(document: Document, pair: Pair) -> str:
    """Give the stage of a pair that no words tell: a named tie stands, and a document for one is signed."""
    sentences = [document.sentences[mention.sentence] for mention in pair.mentions]
    kinds = [cue for sentence in sentences for cue in plain(document.cues_in("kind", sentence))]
    if any(is_denied(document, cue) for cue in kinds):
        return "exploring"
    if any(mention.cue > 1 for mention in pair.mentions):
        return "active"
    documents = (cue for sentence in sentences for cue in document.cues_in("instrument", sentence))
    return "signed" if any(modality(document, cue) == "stated" for cue in documents) else "exploring"


def told_stage(document: Document, cue: PhraseMatch, told: Modality) -> str | None:
    """Give the stage that a cue of some modality states as a fact, or None where it denies one.

    A plan to sign is a fact too: the stage `proposed`. A hope says no more than that the tie is explored.
    What is only to be ended or renewed still stands, and so does a tie whose end is denied, or whose
    anniversary is to be celebrated.
    """
    if told == "denied":
        return "active" if cue.key in ENDS else None
    if cue.key in TALKS:
        return cue.key if told != "hoped" else "exploring"
    if cue.key in STANDING and told != "stated":
        return "active"
    if told == "planned":
        return "active" if cue.key == "active" else "proposed"
    if told == "hoped":
        return "exploring"
    return _what_is_signed(document, cue) if cue.key == "signed" else cue.key


def _what_is_signed(document: Document, signed: PhraseMatch) -> str:
    """Tell the signing of a letter of intent, or of a plan, from that of an agreement."""
    cues = document.cues_in("stage", document.sentence_at(signed.start))
    letters = [cue for cue in cues if cue.key == "letter_of_intent"]
    if any(0 < cue.first - signed.last <= LETTER_BEHIND for cue in letters):
        return "letter_of_intent"
    if any(0 < signed.first - cue.last <= LETTER_BEFORE for cue in letters):
        return "letter_of_intent"
    follows = (cue for cue in cues if 0 < cue.first - signed.last <= DENIAL_REACH)
    return "proposed" if any(cue.key == "proposed" for cue in follows) else "signed"


def _vote(document: Document, reading: Reading, own: Set[int]) -> float:
    weight = 1.0 if reading.sentence in own else 0.6
    ties = (*kinds_in(document, document.sentences[reading.sentence]), *_referred(document, reading.sentence))
    if ties:
        weight += 0.6
    if reading.stage in ENDS and (
        any(_is_beside(reading.cue, tie) for tie in ties) or _undoes(document, reading)
    ):
        weight += BESIDE
    return weight + (1.0 if reading.sentence == 0 else 0.0)


def _undoes(document: Document, reading: Reading) -> bool:
    """Say whether the sentence tells the beginning before the end ("signed in 1990, ended in 2020")."""
    sentence = document.sentences[reading.sentence]
    told = document.cues_in("stage", Span(sentence.start, reading.cue.start))
    return any(cue.key in {"signed", "active"} for cue in told)


def _referred(document: Document, sentence: int) -> tuple[PhraseMatch, ...]:
    """Give the words of a sentence that refer back to ties ("those relationships")."""
    cues = document.cues_in("reference", document.sentences[sentence])
    return tuple(cue for cue in cues if cue.key == "ties")


def _is_beside(cue: PhraseMatch, kind: PhraseMatch) -> bool:
    """Say whether few words part a stage from the words for the tie: so it is the tie that has the stage."""
    return -BESIDE_REACH <= kind.first - cue.last <= BESIDE_REACH


def kind_of(document: Document, pair: Pair, *, is_main: bool) -> tuple[str, str | None]:
    """Give the kind of a tie and the words for it.

    The main pair has the kind that the article names most. Another one has the kind named in its own
    sentences; where these name none, the article's, but without words, for those are of another pair.
    """
    own = kinds_in(document, Span(0, len(document.text))) if is_main else tuple(_own_kinds(document, pair))
    strong = plain(own)
    if strong:
        cue = _commonest(strong)
        return cue.key, document.text[cue.start : cue.end]
    usual = _usual_kind(document)
    if usual:
        return usual, None
    return WEAK_KIND, document.text[own[0].start : own[0].end] if own else None


@lru_cache(maxsize=2)
def _usual_kind(document: Document) -> str | None:
    """Give the kind, if more than co-operation, that an article names most."""
    found = plain(kinds_in(document, Span(0, len(document.text))))
    return _commonest(found).key if found else None


def _own_kinds(document: Document, pair: Pair) -> Iterator[PhraseMatch]:
    """Give the words for kinds in the sentences that tell of the pair as such, else in all that name it."""
    plainly = [mention for mention in pair.mentions if mention.rule not in LOOSE]
    for index in sorted({mention.announced for mention in plainly or pair.mentions}):
        yield from kinds_in(document, document.sentences[index])


def _commonest(cues: Sequence[PhraseMatch]) -> PhraseMatch:
    counts = Counter(cue.key for cue in cues)
    return max(cues, key=lambda cue: (counts[cue.key], -cue.start))
