"""The road of an article: read, extract, graph, validate, store, publish.

The only module that names all stages. An article that cannot be read or fails on the way becomes a line
that names it; one whose graph breaks a shape goes to quarantine; the others are stored.
"""

import logging
import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from time import perf_counter

from cityrel import extraction, graph, rdffile, reading, validation
from cityrel.errors import ReadError
from cityrel.model import Article, Facts
from cityrel.parallel import Workers
from cityrel.quarantine import keep, release
from cityrel.store import Store
from cityrel.summary import Clock, Outcome, Summary, Watcher, count_found, count_stages
from cityrel.vocabulary import article_iri

BATCH = 16
"""Articles that a process takes at a time."""

BATCH_CHARACTERS = 1_000_000
"""Characters after which a batch is full, however few its articles."""

FEW = 64
"""So many articles are done sooner in this process than others have started."""

log = logging.getLogger(__name__)


def ingest(
    sources: Iterable[str | Path],
    store: Store,
    *,
    quarantine: Path,
    workers: int | None = None,
    progress: Watcher = lambda _outcome: None,
) -> Summary:
    """Bring the articles of files and folders into a store that is open for writing, and publish them.

    `workers` is the number of processes, by default one for each core; `quarantine` is the folder for what
    breaks a shape; `progress` is told what became of each article. Raises StoreError where the store
    or the quarantine cannot be written; what was stored until then stays.
    """
    summary, start = Summary(), perf_counter()
    for batch in _outcomes(_read(sources, summary), workers or os.cpu_count() or 1):
        for outcome in batch:
            summary.add(outcome)
            _sort_out(outcome, quarantine)
        _store([outcome for outcome in batch if outcome.fate == "conforming"], store, summary)
        for outcome in batch:
            progress(outcome)
    with summary.clock.step("publish"):
        store.publish()
    summary.elapsed = perf_counter() - start
    return summary


def extract_all(sources: Iterable[str | Path]) -> Iterator[Facts | ReadError]:
    """Give the facts of each article, or the error that says why there are none."""
    for item in reading.read(sources):
        yield item if isinstance(item, ReadError) else _facts(item)


def to_turtle(facts: Facts) -> str:
    """Give the graph of an article in Turtle."""
    return graph.build(facts).serialize(format="turtle")


def validate_file(path: Path) -> validation.Report:
    """Hold an RDF file against the shapes; its format is told by the name.

    Raises ReadError where it cannot be read or is not RDF.
    """
    return validation.validate(rdffile.load(path))


def follow(article: Article) -> Outcome:
    """Take an article down the road until it is ready to be stored."""
    clock = Clock()
    try:
        return _follow(article, clock)
    except Exception as error:
        log.debug("%s", article.source, exc_info=True)
        return Outcome(article.source, "failed", _unexpected(error), seconds=clock.seconds)


def _follow(article: Article, clock: Clock) -> Outcome:
    with clock.step("extract"):
        facts = extraction.extract(article)
    with clock.step("graph"):
        built = graph.build(facts)
    with clock.step("validate"):
        report = validation.validate(built)
    with clock.step("serialise"):
        ntriples = built.serialize(format="nt", encoding="utf-8").decode("utf-8")
    return Outcome(
        source=article.source,
        fate="conforming" if report.conforms else "quarantined",
        reason=None if report.conforms else report.findings[0].message,
        iri=str(article_iri(article)),
        graph=ntriples,
        found=count_found(facts),
        stages=count_stages(facts),
        unresolved=len(facts.unresolved),
        seconds=clock.seconds,
        article=None if report.conforms else article,
        report="" if report.conforms else str(report),
    )


def _facts(article: Article) -> Facts | ReadError:
    try:
        return extraction.extract(article)
    except Exception as error:
        log.debug("%s", article.source, exc_info=True)
        return ReadError(article.source, _unexpected(error))


def _unexpected(error: Exception) -> str:
    return f"extraction failed ({type(error).__name__}: {' '.join(str(error).split())}); please report this"


def _lost(article: Article) -> Outcome:
    return Outcome(article.source, "failed", "the process that worked on it died; is there enough memory?")


def _read(sources: Iterable[str | Path], summary: Summary) -> Iterator[Article | Outcome]:
    """Read articles one by one; what cannot be read is an outcome already."""
    items = iter(reading.read(sources))
    while True:
        with summary.clock.step("read"):
            item = next(items, None)
        if item is None:
            return
        summary.read += isinstance(item, Article)
        yield Outcome(item.source, "failed", item.reason) if isinstance(item, ReadError) else item


def _outcomes(items: Iterator[Article | Outcome], processes: int) -> Iterator[list[Outcome]]:
    """Follow all articles, in this process where they are few, and give the outcomes batch by batch."""
    first = list(islice(items, FEW))
    batches = _batches(chain(first, items))
    if processes == 1 or len(first) < FEW:
        yield from ([_go_on(item) for item in batch] for batch in batches)
        return
    with Workers(_go_on, _give_up, processes) as workers:
        yield from workers.map(batches)


def _go_on(item: Article | Outcome) -> Outcome:
    return item if isinstance(item, Outcome) else follow(item)


def _give_up(item: Article | Outcome) -> Outcome:
    return item if isinstance(item, Outcome) else _lost(item)


def _batches(items: Iterable[Article | Outcome]) -> Iterator[list[Article | Outcome]]:
    """Cut the stream where a batch has enough articles or enough text."""
    batch: list[Article | Outcome] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _sort_out(outcome: Outcome, folder: Path) -> None:
    """Keep a refused article apart; forget that an article was refused once it conforms."""
    if outcome.fate == "quarantined":
        keep(folder, outcome)
    elif outcome.iri:
        release(folder, outcome.iri)


def _store(outcomes: list[Outcome], store: Store, summary: Summary) -> None:
    graphs = {outcome.iri: outcome.graph for outcome in outcomes}
    with summary.clock.step("store"):
        stored = store.replace(graphs) if graphs else 0
    summary.stored += stored
    summary.unchanged += len(outcomes) - stored
