"""Where an article goes whose graph breaks a rule."""

import json
import shutil
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from cityrel.errors import CityrelError
from cityrel.model import Article
from cityrel.validation import Report, quarantine, validate
from cityrel.validation.files import read_graphs
from cityrel.vocabulary import CR, SCHEMA, article_iri

ARTICLE = Article(
    source="news/a.txt", text="Denpasar dan Darwin menjajaki kerja sama.\n", language="id", byline="bs"
)
FILES = {"article.txt", "article.json", "graph.ttl", "report.txt", "report.ttl"}


@pytest.fixture
def refused() -> tuple[Graph, Report]:
    (graph,) = read_graphs(Path(__file__).parents[1] / "shapes" / "base.ttl")
    graph.remove((None, CR.stage, None))
    return graph, validate(graph)


def test_the_folder_holds_the_article_its_graph_and_both_reports(
    tmp_path: Path, refused: tuple[Graph, Report]
) -> None:
    graph, report = refused
    place = quarantine.write(tmp_path / "quarantine", ARTICLE, graph, report)
    assert place == tmp_path / "quarantine" / article_iri(ARTICLE).rpartition("/")[2]
    assert {path.name for path in place.iterdir()} == FILES
    assert (place / "article.txt").read_text(encoding="utf-8") == ARTICLE.text
    assert set(read_graphs(place / "graph.ttl")[0]) == set(graph)
    assert "StageEvent-stage (MinCount)" in (place / "report.txt").read_text(encoding="utf-8")
    assert "StageEvent-stage" in (place / "report.ttl").read_text(encoding="utf-8")


def test_the_article_s_own_statements_are_kept_as_json(tmp_path: Path, refused: tuple[Graph, Report]) -> None:
    about = json.loads((quarantine.write(tmp_path, ARTICLE, *refused) / "article.json").read_text("utf-8"))
    assert (about["source"], about["language"], about["byline"]) == ("news/a.txt", "id", "bs")
    assert about["iri"] == str(article_iri(ARTICLE))
    assert "text" not in about


def test_n_triples_are_taken_as_they_are(tmp_path: Path, refused: tuple[Graph, Report]) -> None:
    graph, report = refused
    place = quarantine.write(tmp_path, ARTICLE, graph.serialize(format="nt"), report)
    assert set(read_graphs(place / "graph.ttl")[0]) == set(graph)


def test_a_later_run_replaces_the_folder_whole(tmp_path: Path, refused: tuple[Graph, Report]) -> None:
    place = quarantine.write(tmp_path, ARTICLE, *refused)
    (place / "note.txt").write_text("from the earlier run", encoding="utf-8")
    quarantine.write(tmp_path, ARTICLE, *refused)
    assert {path.name for path in place.iterdir()} == FILES
    assert list(tmp_path.iterdir()) == [place]


def test_an_article_that_keeps_the_rules_again_is_taken_out(
    tmp_path: Path, refused: tuple[Graph, Report]
) -> None:
    quarantine.write(tmp_path, ARTICLE, *refused)
    quarantine.clear(tmp_path, ARTICLE)
    assert list(tmp_path.iterdir()) == []


def test_clearing_what_is_not_there_makes_no_folder(tmp_path: Path) -> None:
    quarantine.clear(tmp_path / "quarantine", ARTICLE)
    assert list(tmp_path.iterdir()) == []


def test_a_graph_with_an_iri_that_cannot_be_written_is_kept_all_the_same(tmp_path: Path) -> None:
    graph = Graph()
    graph.add(
        (URIRef("https://w3id.org/cityrel/article/1"), SCHEMA.url, URIRef("https://news.example/a b<c>"))
    )
    place = quarantine.write(tmp_path, ARTICLE, graph, validate(graph))
    (kept,) = read_graphs(place / "graph.ttl")
    assert list(kept.objects()) == [URIRef("https://news.example/a%20b%3Cc%3E")]
    assert "An IRI holds no spaces" in (place / "report.txt").read_text(encoding="utf-8")


def test_a_text_that_is_no_unicode_is_kept_all_the_same(
    tmp_path: Path, refused: tuple[Graph, Report]
) -> None:
    broken = Article(source="a.txt", text="Denpasar \udce9", language="id")
    place = quarantine.write(tmp_path, broken, *refused)
    assert (place / "article.txt").read_text(encoding="utf-8") == "Denpasar \\udce9"


def test_a_folder_that_is_a_file_gets_one_clear_line(tmp_path: Path, refused: tuple[Graph, Report]) -> None:
    (tmp_path / "quarantine").write_text("", encoding="utf-8")
    with pytest.raises(CityrelError, match="cannot write to the quarantine: File exists") as raised:
        quarantine.write(tmp_path / "quarantine", ARTICLE, *refused)
    assert "\n" not in str(raised.value)


def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, refused: tuple[Graph, Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = quarantine.write(tmp_path, ARTICLE, *refused)

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with pytest.raises(CityrelError, match="cannot write to the quarantine: No space left on device"):
            quarantine.write(tmp_path, ARTICLE, *refused)
    assert {path.name for path in place.iterdir()} == FILES
    assert list(tmp_path.iterdir()) == [place]
    shutil.rmtree(place)
