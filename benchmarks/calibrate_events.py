"""Fit the weights of extraction/weights_events.toml to articles with known facts; say what to expect of them.

    python benchmarks/calibrate_events.py GOLD_DIR... [--write]

GOLD_DIR holds <language>/<name>.txt with the facts beside it in <name>.json. The examples of the language
packs are learned from too. What is printed is cross-validated: every article is judged by weights that were
fitted without it. With --write the weights of all articles together replace the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import goldset
import learning
from cityrel.extraction import weighing
from cityrel.extraction.document import Document
from cityrel.extraction.event_dating import Calendar, date_signs
from cityrel.extraction.event_signs import event_signs
from cityrel.extraction.events import Scene, events
from cityrel.extraction.gatherings import Gathering, gatherings
from cityrel.extraction.offices import find_offices
from cityrel.extraction.pairs import home
from cityrel.extraction.quotations import Named
from cityrel.extraction.survey import survey
from cityrel.extraction.topic_signs import topic_signs
from cityrel.extraction.topic_words import topic_words
from cityrel.extraction.topics import topics
from cityrel.matching import match, same_date, same_value
from cityrel.model import Span
from goldset import Record, Signs, Tables

PRIORS = Path(__file__).parent / "priors_events.toml"
FOLDS = 8
HEADING = (
    "How much each sign of an event, its date or a topic counts, in log-odds.",
    "Written by benchmarks/calibrate_events.py; not to be edited.",
)
SPREAD = {"topic": 0.2, "event": 0.03, "event-date": 0.1}
"""How far the weights of each model may stray from their priors; there are few articles and many signs."""

Row = tuple[Signs, int]


@dataclass(frozen=True)
class Case:
    """An article with what its events are told with, and its known facts; an example may lack one kind."""

    name: str
    language: str
    document: Document
    scene: Scene
    titles: tuple[Span, ...]
    gold: Record


def main() -> None:
    """Fit, measure, print and, if asked, write."""
    chosen = goldset.arguments(__doc__)
    cases = [*articles(chosen.gold), *examples()]
    report(cross_validated(cases))
    if chosen.write:
        goldset.write(weighing.EVENT_WEIGHTS, HEADING, fit(cases))


def articles(folders: Iterable[Path]) -> Iterator[Case]:
    """Give the articles of gold folders that are in a language with a pack."""
    yield from map(_case, goldset.articles(folders))


def examples() -> Iterator[Case]:
    """Give the examples of all packs that tell of events or topics."""
    for name, article, example in goldset.examples():
        told: Record = {}
        if example.events is not None:
            told["events"] = [{"type": event.type, "date": event.date} for event in example.events]
        if example.topics is not None:
            told["topics"] = list(example.topics)
        if told:
            yield from map(_case, goldset.told(name, article, told))


def _case(one: goldset.Known) -> Case:
    found = survey(one.document)
    offices = find_offices(
        found.people,
        found.document,
        found.mentions,
        home(found.known),
        attested=one.document.article.published,
    )
    people = tuple(Named(mention.span, mention.person) for mention in offices.mentions)
    scene = Scene(found.dates, found.mentions, people, offices.organisations)
    titles = tuple(title.span for title in found.people.titles)
    return Case(one.name, one.language, one.document, scene, titles, one.gold)


def fit(cases: Sequence[Case]) -> Tables:
    """Give the weights of all models."""
    told = [row for case in cases if "topics" in case.gold for row in topic_rows(case)]
    held: list[Row] = []
    dated: list[Row] = []
    for case in cases:
        if "events" in case.gold:
            found = gatherings(case.document, case.scene.dates)
            known = assigned(found, case.gold["events"])
            held += event_rows(case, found, known)
            dated += date_rows(case, found, known)
    rows: dict[str, list[Row]] = {"topic": told, "event": held, "event-date": dated}
    return {model: _fitted(model, rows[model]) for model in rows}


def _fitted(model: str, rows: Sequence[Row]) -> learning.Table:
    told, answers = [signs for signs, _ in rows], [answer for _, answer in rows]
    return learning.binary(told, answers, goldset.priors(PRIORS, model), SPREAD[model])


def topic_rows(case: Case) -> Iterator[Row]:
    """Give the signs of every topic that is spoken of, but of those that are right either way."""
    wanted, either = set(case.gold["topics"]), _either(case.gold)
    words = topic_words(case.document, case.titles)
    for topic, signs in topic_signs(case.document, words).items():
        if topic in wanted or topic not in either:
            yield signs, int(topic in wanted)


def _either(gold: Record) -> set[str]:
    """Give the topics that one annotator might name and another might not."""
    others = gold.get("topics_alt") or ()
    return {topic for other in others for topic in ([other] if isinstance(other, str) else other)}


def assigned(found: Sequence[Gathering], gold: Sequence[Record]) -> dict[int, Record]:
    """Give, by the number of the gathering, the event that it is: of its type, on its day where one is."""
    known: dict[int, Record] = {}
    for tests, event in product((TESTS, TESTS[:1]), gold):
        if any(event is other for other in known.values()):
            continue
        free = [number for number in range(len(found)) if number not in known]
        fits = [n for n in free if all(test(event, _record(found[n])) for test in tests)]
        if fits:
            known[max(fits, key=lambda n: (found[n].date is None, len(found[n].tellings)))] = event
    return known


TESTS = (same_value("type"), same_date)


def _record(gathering: Gathering) -> Record:
    return {"type": gathering.kind, "date": gathering.date}


def event_rows(case: Case, found: Sequence[Gathering], known: Mapping[int, Record]) -> Iterator[Row]:
    """Give the signs of every gathering."""
    people = [named.span for named in case.scene.people]
    for number, signs in enumerate(event_signs(case.document, found, people, case.scene.places)):
        yield signs, int(number in known)


def date_rows(case: Case, found: Sequence[Gathering], known: Mapping[int, Record]) -> Iterator[Row]:
    """Give the signs of every date for every known event."""
    calendar = Calendar(case.document, found, case.scene.dates)
    for number, event in known.items():
        for value, signs in date_signs(calendar, found[number]).items():
            yield signs, int(same_date(event, {"date": value}))


@dataclass
class Tally:
    """Counts of what was found, was right, and was to be found."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hits: int, found: int, gold: int) -> None:
        """Count one article more."""
        self.hits, self.found, self.gold = self.hits + hits, self.found + found, self.gold + gold


Tallies = dict[tuple[str, str], Tally]


def cross_validated(cases: Sequence[Case]) -> Tallies:
    """Judge every article by weights fitted without it; counts by language and measure."""
    tallies: Tallies = {}
    for part, rest in goldset.folds(cases, FOLDS):
        weighing.use(fit(rest))
        for case in part:
            if {"events", "topics"} <= case.gold.keys():
                _judge(case, tallies)
    weighing.use(None)
    return tallies


def _judge(case: Case, tallies: Tallies) -> None:
    def count(measure: str, hits: int, found: int, gold: int) -> None:
        tallies.setdefault((case.language, measure), Tally()).add(hits, found, gold)

    held = [{"type": event.type, "date": event.date} for event in events(case.document, case.scene)]
    pairs = match(case.gold["events"], held, TESTS)
    count("event", len(pairs), len(held), len(case.gold["events"]))
    count("event_date", sum(same_date(*pair) for pair in pairs), len(held), len(case.gold["events"]))
    wanted = set(case.gold["topics"])
    told = {claim.topic for claim in topics(case.document, case.titles)} - (_either(case.gold) - wanted)
    count("topic", len(told & wanted), len(told), len(wanted))


def report(tallies: Tallies) -> None:
    """Print what to expect."""
    for (language, measure), tally in sorted(tallies.items()):
        precision, recall, f1 = goldset.figures(tally.hits, tally.found, tally.gold)
        print(f"{language} {measure:10} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
