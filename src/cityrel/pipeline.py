"""The road of an article: read, extract, graph, validate, store, publish.

The only module that names all stages. An article that cannot be read or fails on the way becomes a line
that names it; one whose graph breaks a shape goes to quarantine; the others are stored.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from time import perf_counter

from rdflib import Graph

from cityrel import extraction, graph, places, reading, validation
from cityrel.errors import CityrelError, ReadError, RunStopped
from cityrel.model import Article, Explanation, Facts
from cityrel.parallel import Workers
from cityrel.reading.assembly import Stated, assemble
from cityrel.store import Store
from cityrel.summary import Clock, Outcome, Summary, Watcher, count_found, count_stages
from cityrel.validation import quarantine as refused

BATCH = 16
"""Articles that a process takes at a time."""

STORED_AT_ONCE = 64
"""Articles that the store takes in one step: each step has a price of its own."""

BATCH_CHARACTERS = 1_000_000
"""Characters after which a batch is full, however few its articles."""

FEW = 64
"""So many articles are done sooner in this process than others have started."""

Item = Article | Outcome
"""An article on its way, or what became of an input that is none."""

Extractor = Callable[[Article], Facts]
"""What gives the facts of an article; one that is given to processes can be pickled."""

BY_RULES: Extractor = extraction.extract
"""The extractor that asks nobody."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How work is spread: fewer articles than `few` are done in this process, others `batch` at a time."""

    few: int
    batch: int


def ingest(  # noqa: PLR0913 - each of them is a choice of its own
    sources: Iterable[str | Path],
    store: Store,
    *,
    quarantine: Path,
    workers: int | None = None,
    progress: Watcher = lambda _outcome: None,
    extractor: Extractor = BY_RULES,
) -> Summary:
    """Bring the articles of files and folders into a store that is open for writing, and publish them.

    `workers` is the number of processes, by default one for each core; `quarantine` is the folder for what
    breaks a shape; `progress` is told what became of each article; `extractor` gives the facts, by the rules
    unless said. Raises StoreError where the store cannot be written; what was stored until then stays.
    """
    summary, start = Summary(), perf_counter()
    processes = workers or os.cpu_count() or 1
    waiting: list[Outcome] = []
    go_on = partial(_go_on, quarantine=quarantine, extractor=extractor)
    for batch in _outcomes(_read(sources, summary), go_on, processes, _pace(extractor)):
        for outcome in batch:
            summary.add(outcome)
            progress(outcome)
        waiting += (outcome for outcome in batch if outcome.fate == "conforming")
        if len(waiting) >= STORED_AT_ONCE:
            _store(waiting, store, summary)
            waiting = []
    _store(waiting, store, summary)
    with summary.clock.step("publish"):
        store.publish()
    summary.elapsed = perf_counter() - start
    return summary


def prepare(progress: Callable[[str, float], None] | None = None) -> Path:
    """Make what all processes need and only one should make, the gazetteer, and give its folder.

    It is made once and kept in the user's cache folder, or in `CITYREL_CACHE`. `progress` is told what is
    being done and the share done so far. Raises CityrelError where the folder cannot be written.
    """
    return places.compile_gazetteer(progress)


def expected(sources: Sequence[str | Path]) -> int | None:
    """Give how many articles will come from files and folders, or None where that cannot be told before."""
    return reading.count(sources)


def extract_all(
    sources: Iterable[str | Path], extractor: Extractor = BY_RULES
) -> Iterator[Facts | ReadError]:
    """Give the facts of each article, or the error that says why there are none.

    Raises RunStopped where `extractor` can do no more in this run.
    """
    for item in reading.read(sources):
        yield item if isinstance(item, ReadError) else _facts(item, extractor)


def texts(sources: Iterable[str | Path], language: str) -> Iterator[str | ReadError]:
    """Give the texts of the articles in a language, and the errors of what cannot be read."""
    for item in reading.read(sources):
        if isinstance(item, ReadError):
            yield item
        elif item.language == language:
            yield item.text


def extract_text(text: str, language: str, published: str | None = None) -> Facts:
    """Give the facts of a text in a language, published on a day (ISO 8601).

    Raises ReadError where there is nothing to read in it.
    """
    stated = Stated(published=published, language=language)
    return extraction.extract(assemble("text", text, stated))


def explain(article: Article) -> tuple[Explanation, ...]:
    """Give what decided on each tie that the rules find in an article, and on its stage."""
    return extraction.explain(article)


def to_turtle(facts: Facts) -> str:
    """Give the graph of an article in Turtle."""
    return graph.build(facts).serialize(format="turtle")


def follow(article: Article, quarantine: Path, extractor: Extractor = BY_RULES) -> Outcome:
    """Take an article down the road until it is ready to be stored, or into quarantine."""
    clock = Clock()
    try:
        return _follow(article, quarantine, extractor, clock)
    except RunStopped as error:
        return Outcome(article.source, "failed", str(error), seconds=clock.seconds, stops=True)
    except CityrelError as error:
        return Outcome(article.source, "failed", str(error), seconds=clock.seconds)
    except Exception as error:
        log.debug("%s", article.source, exc_info=True)
        return Outcome(article.source, "failed", _unexpected(error), seconds=clock.seconds)


def _follow(article: Article, quarantine: Path, extractor: Extractor, clock: Clock) -> Outcome:
    with clock.step("extract"):
        facts = extractor(article)
    with clock.step("graph"):
        built = graph.build(facts)
    with clock.step("validate"):
        report = validation.validate(built)
    if not report.conforms:
        place = refused.write(quarantine, article, built, report)
        return Outcome(article.source, "quarantined", _why(report, place), seconds=clock.seconds)
    refused.clear(quarantine, article)
    return _conforming(facts, built, clock)


def _conforming(facts: Facts, built: Graph, clock: Clock) -> Outcome:
    with clock.step("serialise"):
        text = built.serialize(format="nt", encoding="utf-8").decode("utf-8")
    return Outcome(
        source=facts.article.source,
        fate="conforming",
        iri=str(built.identifier),
        graph=text,
        found=count_found(facts),
        stages=count_stages(facts),
        unresolved=len(facts.unresolved),
        seconds=clock.seconds,
        warnings=facts.article.warnings,
    )


def _facts(article: Article, extractor: Extractor) -> Facts | ReadError:
    try:
        return extractor(article)
    except RunStopped:
        raise
    except CityrelError as error:
        return ReadError(article.source, str(error))
    except Exception as error:
        log.debug("%s", article.source, exc_info=True)
        return ReadError(article.source, _unexpected(error))


def _why(report: validation.Report, place: Path) -> str:
    return f"quarantined in {place}: {report.findings[0].message}"


def _unexpected(error: Exception) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"could not be worked on ({what}); the others go on, please report this"


def _read(sources: Iterable[str | Path], summary: Summary) -> Iterator[Item]:
    """Read articles one by one until the run is stopped; what cannot be read is an outcome already."""
    items = iter(reading.read(sources))
    while summary.stopped is None:
        with summary.clock.step("read"):
            item = next(items, None)
        if item is None:
            return
        summary.read += isinstance(item, Article)
        yield Outcome(item.source, "failed", item.reason) if isinstance(item, ReadError) else item


def _outcomes(
    items: Iterator[Item], go_on: "partial[Outcome]", processes: int, pace: Pace
) -> Iterator[list[Outcome]]:
    """Follow all articles, in this process where they are few, and give the outcomes batch by batch."""
    first = list(islice(items, pace.few))
    batches = _batches(chain(first, items), pace.batch)
    if processes == 1 or len(first) < pace.few:
        yield from ([go_on(item) for item in batch] for batch in batches)
        return
    with Workers(go_on, _give_up, processes) as workers:
        yield from workers.map(batches)


def _pace(extractor: Extractor) -> Pace:
    """Give how to spread the work of an extractor, which says where it `waits` for others mostly."""
    return Pace(few=2, batch=1) if getattr(extractor, "waits", False) else Pace(FEW, BATCH)


def _go_on(item: Item, quarantine: Path, extractor: Extractor) -> Outcome:
    return item if isinstance(item, Outcome) else follow(item, quarantine, extractor)


def _give_up(item: Item) -> Outcome:
    if isinstance(item, Outcome):
        return item
    return Outcome(item.source, "failed", "the process that worked on it died; is there enough memory?")


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Cut the stream where a batch has enough articles or enough text."""
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= size or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _store(outcomes: list[Outcome], store: Store, summary: Summary) -> None:
    graphs = {outcome.iri: outcome.graph for outcome in outcomes}
    with summary.clock.step("store"):
        stored = store.replace(graphs) if graphs else 0
    summary.stored += stored
    summary.unchanged += len(outcomes) - stored
