"""Which stage of a partnership an article tells, when, and whether as a fact.

Every stage cue of the sentences that speak of a pair is read with the modality of its clause: "akan
menandatangani" is a plan to sign and so tells the stage `proposed` as a fact, "menandatangani LoI" the stage
`letter_of_intent`. The most telling reading becomes the stated stage; what is planned, hoped or denied is
kept beside it, marked as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.document import Document
from cityrel.extraction.pairs import WEAK_KIND, Pair
from cityrel.languages.dates import DateMention
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Modality, Span

CLAUSE_MARKS = frozenset(',;:()“”"–—\n')
REACH = 6
"""Words before a stage cue in which a word of modality still governs it."""

ENDED = ("ended", "suspended", "lapsed")
TALKS = ("exploring", "proposed", "approved", "letter_of_intent")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stage cue with the modality of its clause, in the sentence of that number."""

    stage: str
    modality: Modality
    cue: PhraseMatch
    sentence: int

    @property
    def span(self) -> Span:
        """The words of the cue."""
        return Span(self.cue.start, self.cue.end)


def readings(document: Document, sentences: Sequence[int]) -> tuple[Reading, ...]:
    """Give the stage cues of some sentences, in order."""
    return tuple(
        Reading(cue.key, modality(document, cue), cue, index)
        for index in sentences
        for cue in document.cues_in("stage", document.sentences[index])
    )


def modality(document: Document, cue: PhraseMatch) -> Modality:
    """Say how a cue is told, from the words before it in its clause."""
    first = max(0, cue.first - REACH)
    start = document.words[first].start if document.words else cue.start
    start = max(start, document.sentence_at(cue.start).start)
    clause = _clause_start(document.text, start, cue.start)
    before = document.cues_in("modality", Span(clause, cue.start))
    for key in ("denied", "hoped", "planned"):
        if any(match.key == key for match in before):
            return key  # type: ignore[return-value]
    return "stated"


def _clause_start(text: str, start: int, end: int) -> int:
    for offset in range(end - 1, start - 1, -1):
        if text[offset] in CLAUSE_MARKS:
            return offset
    return start


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stated stage of a pair and the reading that tells it best; no reading where it is only implied."""

    stage: str
    reading: Reading | None


ADVANCE = ("ended", "renewed", "signed", "active", "letter_of_intent", "approved", "proposed", "exploring")
"""Stages from the one that settles most to the one that settles least."""

THRESHOLD = {
    "ended": 3.0,
    "renewed": 2.0,
    "signed": 2.0,
    "active": 2.0,
    "letter_of_intent": 1.5,
    "approved": 2.0,
    "proposed": 1.5,
    "exploring": 1.0,
}
"""How much must speak for a stage before it is believed."""


def verdict(document: Document, pair: Pair, found: Sequence[Reading]) -> Verdict:
    """Give the most advanced stage for which enough speaks; a named tie without any is an active one."""
    own = {mention.sentence for mention in pair.mentions}
    votes: dict[str, list[tuple[float, Reading]]] = {}
    for reading in found:
        stage = told_stage(document, reading)
        if stage is not None:
            weight = _vote(document, reading, own)
            votes.setdefault("ended" if stage in ENDED else stage, []).append((weight, reading))
    for stage in ADVANCE:
        cast = votes.get(stage, [])
        if sum(weight for weight, _ in cast) >= THRESHOLD[stage]:
            best = max(cast, key=lambda vote: vote[0])[1]
            return Verdict(told_stage(document, best) or stage, best)
    return Verdict("exploring" if _only_weak(document, pair) else "active", None)


def told_stage(document: Document, reading: Reading) -> str | None:
    """Give the stage that a reading states as a fact, or None where it denies one.

    A plan to sign is a fact too: the stage `proposed`. A hope says no more than that the tie is explored.
    """
    if reading.modality == "denied":
        return None
    if reading.stage in TALKS:
        return reading.stage if reading.modality != "hoped" else "exploring"
    if reading.modality == "planned":
        return "proposed"
    if reading.modality == "hoped":
        return "exploring"
    return "letter_of_intent" if _signs_intent(document, reading) else reading.stage


def _signs_intent(document: Document, reading: Reading) -> bool:
    """Say whether what is signed is a letter of intent."""
    if reading.stage != "signed":
        return False
    cues = document.cues_in("stage", document.sentences[reading.sentence])
    return any(cue.key == "letter_of_intent" for cue in cues)


def _vote(document: Document, reading: Reading, own: set[int]) -> float:
    weight = 1.0 if reading.sentence in own else 0.6
    if document.cues_in("kind", document.sentences[reading.sentence]):
        weight += 0.6
    return weight + (1.0 if reading.sentence == 0 else 0.0)


def _only_weak(document: Document, pair: Pair) -> bool:
    """Say whether no sentence about the pair names a kind of tie of its own."""
    sentences = (document.sentences[mention.sentence] for mention in pair.mentions)
    return not any(
        cue.key != WEAK_KIND for sentence in sentences for cue in document.cues_in("kind", sentence)
    )


def stage_date(
    document: Document, chosen: Verdict, pair: Pair, dates: Sequence[DateMention]
) -> DateMention | None:
    """Give the date of a stage: in the sentence that tells it, else in the next or the one before.

    The founding of an active tie must be told in a sentence about the pair.
    """
    sentence = chosen.reading.sentence if chosen.reading else pair.mentions[0].sentence
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        if date.value is not None:
            by_sentence.setdefault(document.sentence_index(date.span.start), []).append(date)
    near = (sentence,) if chosen.stage == "active" else (sentence, sentence + 1, sentence - 1)
    anchor = chosen.reading.span.start if chosen.reading else pair.mentions[0].span.start
    for index in near:
        if by_sentence.get(index):
            return min(by_sentence[index], key=lambda date: abs(date.span.start - anchor))
    return None


def kind_of(document: Document, pair: Pair) -> tuple[str, str | None]:
    """Give the kind of a tie and the words for it: those nearest to the pair, else the article's own."""
    for own in (True, False):
        cues = tuple(_kind_cues(document, pair if own else None))
        strong = [cue for cue in cues if cue.key != WEAK_KIND]
        if strong:
            cue = _commonest(strong)
            return cue.key, document.text[cue.start : cue.end]
    weak = next(iter(_kind_cues(document, pair)), None)
    return WEAK_KIND, document.text[weak.start : weak.end] if weak else None


def _kind_cues(document: Document, pair: Pair | None) -> Iterator[PhraseMatch]:
    if pair is None:
        yield from document.cues.get("kind", ())
        return
    for mention in pair.mentions:
        yield from document.cues_in("kind", document.sentences[mention.sentence])


def _commonest(cues: Sequence[PhraseMatch]) -> PhraseMatch:
    keys = [cue.key for cue in cues]
    return max(cues, key=lambda cue: (keys.count(cue.key), -cue.start))
