"""The road: batches, processes, what fails and what goes on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

from cityrel import extraction, graph, pipeline, reading
from cityrel.cli import SAMPLES
from cityrel.errors import ReadError, RunStopped, StoreError
from cityrel.model import Article, Facts
from cityrel.store import Store, open_store
from cityrel.summary import Outcome, Summary
from cityrel.vocabulary import CR

ARTICLE = SAMPLES / "id" / "bogor-kisarazu.html"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), write=True) as opened:
        yield opened


@pytest.fixture
def quarantine(tmp_path: Path) -> Path:
    return tmp_path / "quarantine"


def graphs(store: Store) -> set[str]:
    """Give the names of the article graphs."""
    return {str(quad.graph_name) for quad in store.quads() if "/article/" in str(quad.graph_name)}


def quads(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def numbered(folder: Path, number: int) -> Path:
    """Write copies of a sample that differ in their last word."""
    text = (SAMPLES / "id" / "garut-higashikawa.txt").read_text(encoding="utf-8")
    folder.mkdir()
    for index in range(number):
        (folder / f"{index}.txt").write_text(f"{text}\nCatatan ke-{index}.\n", encoding="utf-8")
    return folder


def test_an_article_is_read_extracted_stored_and_published(
    store: Store, quarantine: Path, tmp_path: Path
) -> None:
    summary = pipeline.ingest([ARTICLE], store, quarantine=quarantine)
    assert (summary.read, summary.stored, summary.unchanged) == (1, 1, 0)
    assert summary.complete
    store.close()
    with open_store(str(tmp_path / "store")) as published:
        assert len(graphs(published)) == 1


def test_the_summary_counts_facts_stages_and_seconds(store: Store, quarantine: Path) -> None:
    summary = pipeline.ingest([ARTICLE], store, quarantine=quarantine)
    assert summary.found["stages"] >= 1
    assert summary.found["office holders"] >= 1
    assert summary.stages["letter_of_intent"] == 1
    steps = {"read", "extract", "graph", "validate", "serialise", "store", "publish"}
    assert steps <= set(summary.clock.seconds)


def test_the_same_articles_again_change_nothing(store: Store, quarantine: Path) -> None:
    pipeline.ingest([SAMPLES], store, quarantine=quarantine, workers=1)
    before = quads(store)
    again = pipeline.ingest([SAMPLES], store, quarantine=quarantine, workers=1)
    assert (again.stored, again.unchanged) == (0, again.read)
    assert quads(store) == before


def test_several_processes_give_the_same_store_as_one(store: Store, quarantine: Path, tmp_path: Path) -> None:
    many = numbered(tmp_path / "many", pipeline.FEW + 6)
    summary = pipeline.ingest([many], store, quarantine=quarantine, workers=2)
    assert summary.stored == pipeline.FEW + 6
    with open_store(str(tmp_path / "other"), write=True) as other:
        pipeline.ingest([many], other, quarantine=quarantine, workers=1)
        assert quads(other) == quads(store)


def test_articles_are_read_only_as_they_are_needed(
    store: Store, quarantine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []

    def read(_sources: object) -> Iterator[Article]:
        for index in range(10_000):
            drawn.append(index)
            yield Article(f"{index}", f"Artikel {index}.", "id")

    def replace_on_full_disk(_graphs: object) -> int:
        raise StoreError("no space left")

    monkeypatch.setattr(store, "replace", replace_on_full_disk)
    monkeypatch.setattr(reading, "read", read)
    with pytest.raises(StoreError, match="no space left"):
        pipeline.ingest([], store, quarantine=quarantine, workers=1)
    assert len(drawn) <= 2 * pipeline.FEW


def test_an_article_that_cannot_be_worked_on_is_named_and_the_others_go_on(
    store: Store, quarantine: Path
) -> None:
    def stumbling(article: Article) -> Facts:
        if "garut" in article.source:
            raise ZeroDivisionError("a slip")
        return extraction.extract(article)

    outcomes: list[Outcome] = []
    sources = [SAMPLES / "id" / "garut-higashikawa.txt", ARTICLE]
    summary = pipeline.ingest(
        sources, store, quarantine=quarantine, progress=outcomes.append, extractor=stumbling
    )
    assert (summary.stored, summary.failed) == (1, 1)
    (failed,) = [outcome for outcome in outcomes if outcome.fate == "failed"]
    assert failed.source.endswith("garut-higashikawa.txt")
    assert "ZeroDivisionError: a slip" in (failed.reason or "")


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the graph step make an empty partnership, which no shape allows."""
    build = graph.build

    def broken(facts: Facts) -> object:
        made = build(facts)
        made.add((URIRef("https://w3id.org/cityrel/partnership/1-2"), RDF.type, CR.Partnership))
        return made

    monkeypatch.setattr(graph, "build", broken)


def test_a_graph_that_breaks_a_shape_goes_to_quarantine_with_its_report(
    store: Store, quarantine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    outcomes: list[Outcome] = []
    summary = pipeline.ingest([ARTICLE], store, quarantine=quarantine, progress=outcomes.append)
    assert (summary.quarantined, summary.stored, summary.complete) == (1, 0, False)
    assert graphs(store) == set()
    (place,) = quarantine.iterdir()
    assert str(place) in (outcomes[0].reason or "")
    assert "partnership/1-2" in (place / "report.txt").read_text(encoding="utf-8")
    assert "Kisarazu" in (place / "article.txt").read_text(encoding="utf-8")
    assert "Partnership" in (place / "graph.ttl").read_text(encoding="utf-8")


def test_an_article_leaves_quarantine_when_its_graph_conforms(
    store: Store, quarantine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        refuse(patch)
        pipeline.ingest([ARTICLE], store, quarantine=quarantine)
    summary = pipeline.ingest([ARTICLE], store, quarantine=quarantine)
    assert summary.stored == 1
    assert list(quarantine.iterdir()) == []


def test_facts_of_all_articles_come_with_the_errors_between_them(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    items = list(pipeline.extract_all([tmp_path / "empty.txt", ARTICLE]))
    assert isinstance(items[0], ReadError)
    assert isinstance(items[1], Facts)


def test_turtle_names_the_article(tmp_path: Path) -> None:
    (facts,) = pipeline.extract_all([ARTICLE])
    assert isinstance(facts, Facts)
    assert "cr:Article" in pipeline.to_turtle(facts)


def test_a_summary_adds_up_outcomes() -> None:
    summary = Summary()
    outcome = Outcome("a", "conforming", found={"events": 2}, unresolved=1, seconds={"extract": 0.5})
    for each in (outcome, outcome, replace(outcome, fate="failed")):
        summary.add(each)
    assert (summary.failed, summary.found["events"], summary.unresolved) == (1, 6, 3)
    assert summary.clock.seconds == {"extract": 1.5}


class Stopping:
    """Waits for somebody who has enough before the third article of a folder."""

    waits = True

    def __call__(self, article: Article) -> Facts:
        """Extract by the rules, as long as that goes on."""
        if int(Path(article.source).stem) >= 2:
            raise RunStopped("the money is spent")
        return extraction.extract(article)


def test_a_run_that_is_stopped_keeps_what_is_done_and_reads_no_further(
    store: Store, quarantine: Path, tmp_path: Path
) -> None:
    folder = numbered(tmp_path / "many", 40)
    many = [folder / f"{index}.txt" for index in range(40)]
    summary = pipeline.ingest(many, store, quarantine=quarantine, workers=1, extractor=Stopping())
    assert summary.stopped == "the money is spent"
    assert not summary.complete
    assert summary.stored == len(graphs(store)) == 2
    assert summary.read == 3


def test_an_extraction_that_is_stopped_says_so_to_who_asked(tmp_path: Path) -> None:
    found = pipeline.extract_all([numbered(tmp_path / "many", 3)], Stopping())
    assert len([next(found), next(found)]) == 2
    with pytest.raises(RunStopped, match="money"):
        next(found)
