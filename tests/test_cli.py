"""The command line: what it prints, where, and the exit status."""

import contextlib
import json
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from cityrel import evaluation
from cityrel.cli import SAMPLES

ARTICLE = SAMPLES / "id" / "bogor-kisarazu.html"

Run = Callable[..., Result]
Count = Callable[[Path], int]


@pytest.fixture(scope="module")
def sampled(cityrel: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store with the samples."""
    folder = tmp_path_factory.mktemp("sampled") / "store"
    result = cityrel("demo", "--no-serve", "--store", folder)
    assert result.exit_code == 0, result.output
    return folder


def test_the_demo_stores_the_samples_and_sums_up(cityrel: Run, articles_in: Count, tmp_path: Path) -> None:
    result = cityrel("demo", "--no-serve", "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert "stored, new or changed" in result.stdout
    assert "letter_of_intent" in result.stdout
    assert articles_in(tmp_path / "store") >= 14


def test_a_port_that_is_taken_is_said_before_any_work(cityrel: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = cityrel("demo", "--port", str(port), "--store", tmp_path / "store")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert f"PORT={port + 1} make demo" in result.stderr
    assert not (tmp_path / "store").exists()


def test_the_store_is_the_one_of_the_setting_unless_said_otherwise(cityrel: Run, tmp_path: Path) -> None:
    assert cityrel("ingest", ARTICLE, store=str(tmp_path / "setting")).exit_code == 0
    assert (tmp_path / "setting" / "current").exists()


def test_standard_input_is_an_article_too(cityrel: Run, articles_in: Count, tmp_path: Path) -> None:
    text = (SAMPLES / "en" / "el-paso-chihuahua.txt").read_text(encoding="utf-8")
    result = cityrel("ingest", "-", "--store", tmp_path / "store", stdin=text)
    assert result.exit_code == 0, result.output
    assert articles_in(tmp_path / "store") == 1


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["ingest"], ["ingest", "a", "--workers", "0"], ["serve", "--port", "x"]]
)
def test_wrong_use_has_status_two(cityrel: Run, arguments: list[str]) -> None:
    assert cityrel(*arguments).exit_code == 2


def test_jsonl_is_one_record_an_article(cityrel: Run, tmp_path: Path) -> None:
    result = cityrel("extract", "--format", "jsonl", SAMPLES / "id")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"article", "lang", "published", "partnerships", "roles", "events", "topics"} <= set(records[0])
    bogor = next(record for record in records if "bogor" in record["article"])
    (pair,) = bogor["partnerships"]
    assert {pair["a"]["name"], pair["b"]["name"]} == {"Bogor", "Kisarazu"}
    assert pair["status"] == "intended"


def test_evidence_of_a_record_is_in_the_text(cityrel: Run, tmp_path: Path) -> None:
    source = SAMPLES / "id" / "garut-higashikawa.txt"
    record = json.loads(cityrel("extract", "--format", "jsonl", source).stdout)
    text = source.read_text(encoding="utf-8")
    pieces = [piece for pair in record["partnerships"] for piece in pair["evidence"]]
    assert pieces
    for piece in pieces:
        assert text[piece["start"] : piece["end"]] == piece["quote"]


def test_extract_names_what_it_cannot_read(cityrel: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = cityrel("extract", "--format", "jsonl", tmp_path / "empty.txt", ARTICLE)
    assert result.exit_code == 1
    assert result.stderr.startswith(str(tmp_path / "empty.txt"))
    assert len(result.stdout.splitlines()) == 1


def test_text_shows_the_article_and_the_rules(cityrel: Run, tmp_path: Path) -> None:
    result = cityrel("extract", SAMPLES / "id" / "garut-higashikawa.txt")
    assert "Fumihiro Sitou" in result.stdout
    assert "stage" in result.stdout
    assert "exploring" in result.stdout


def test_turtle_is_rdf(cityrel: Run, tmp_path: Path) -> None:
    from rdflib import Graph

    result = cityrel("extract", "--format", "ttl", ARTICLE)
    assert len(Graph().parse(data=result.stdout, format="turtle")) > 20


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Give a folder with an article and what it says."""
    folder = tmp_path / "gold" / "id"
    folder.mkdir(parents=True)
    text = (SAMPLES / "id" / "garut-higashikawa.txt").read_text(encoding="utf-8")
    (folder / "1.txt").write_text(text, encoding="utf-8")
    pair = {"a": "Garut", "a_country": "ID", "b": "Nowhere", "b_country": "JP", "kind": "cooperation"}
    record = {"lang": "id", "partnerships": [{**pair, "status": "exploring", "date": "2025-04-22"}]}
    (folder / "1.json").write_text(json.dumps({**record, "roles": [], "events": [], "topics": []}), "utf-8")
    return folder.parent


def test_evaluate_shows_figures_and_errors(cityrel: Run, gold: Path) -> None:
    result = cityrel("evaluate", gold, "--errors")
    assert result.exit_code == 0, result.output
    assert "pair_status" in result.stdout
    assert "id/1\tmissed pair" in result.stdout


def test_the_errors_are_told_with_the_words_they_were_read_from(cityrel: Run, gold: Path) -> None:
    lines = [line.split("\t") for line in cityrel("evaluate", gold, "--errors").stdout.splitlines()]
    spurious = next(line for line in lines if line[:2] == ["id/1", "spurious pair"])
    assert json.loads(spurious[2])["b"]["name"] == "Higashikawa"
    text = " ".join((gold / "id" / "1.txt").read_text(encoding="utf-8").split())
    assert spurious[3:]
    assert all(quote in text for quote in spurious[3:])


def test_evaluate_names_what_it_cannot_read(cityrel: Run, gold: Path) -> None:
    (gold / "id" / "2.txt").write_bytes(b"")
    result = cityrel("evaluate", gold)
    assert result.exit_code == 0
    assert result.stderr.startswith(str(gold / "id" / "2.txt"))


def test_claims_that_are_not_sure_enough_are_left_out(cityrel: Run, gold: Path, tmp_path: Path) -> None:
    unsure = json.loads(cityrel("extract", "--format", "jsonl", ARTICLE, "--min-confidence", "1").stdout)
    assert unsure["partnerships"] == []
    assert unsure["topics"] == []
    table = cityrel("evaluate", gold, "--min-confidence", "1").stdout
    assert "spurious pair" not in cityrel("evaluate", gold, "--errors", "--min-confidence", "1").stdout
    assert "pair_status" in table
    stored = cityrel("ingest", ARTICLE, "--store", tmp_path / "store", "--min-confidence", "1")
    assert stored.exit_code == 0, stored.output
    rows = cityrel(
        "query", "SELECT ?s { ?s a cr:StageEvent }", "--store", tmp_path / "store", "--format", "csv"
    )
    assert rows.stdout.split() == ["s"]
    assert cityrel("extract", ARTICLE, "--min-confidence", "2").exit_code == 2


def test_extract_explains_a_tie_on_request(cityrel: Run) -> None:
    told = cityrel("extract", ARTICLE, "--explain")
    assert told.exit_code == 0, told.output
    assert "why partners: probability over 0.99" in told.stdout
    assert "why partners" not in cityrel("extract", ARTICLE).stdout


def test_only_text_and_only_rules_are_explained(cityrel: Run) -> None:
    form = cityrel("extract", ARTICLE, "--explain", "--format", "ttl")
    assert (form.exit_code, form.stderr) == (2, "cityrel: --explain goes with --format text only\n")
    model = ("--extractor", "llm", "--llm-url", "http://127.0.0.1:9", "--llm-model", "m")
    asked = cityrel("extract", ARTICLE, "--explain", *model)
    assert asked.exit_code == 2
    assert "--extractor rules only" in asked.stderr


def test_evaluate_agrees_with_the_scorer(cityrel: Run, shared: Path, tmp_path: Path) -> None:
    folder = shared / "corpus" / "seed"
    predictions = cityrel("extract", "--format", "jsonl", folder / "001.txt").stdout
    scored = subprocess.run(
        [sys.executable, str(shared / "corpus" / "score.py"), str(folder), "--json"],
        input=predictions,
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(scored.stdout)["figures"]["all"]
    ours = evaluation.evaluate(evaluation.load_gold(folder), map(json.loads, predictions.splitlines()))
    assert list(figures) == list(ours.figures["all"])
    for measure, figure in ours.figures["all"].items():
        assert figure.f1 == pytest.approx(figures[measure]["F1"]), measure


PAIRS = 'SELECT ?pair { ?p a cr:Partnership ; rdfs:label ?pair FILTER(CONTAINS(?pair, "Darwin")) }'


def test_query_answers_in_a_table_unless_asked_otherwise(cityrel: Run, sampled: Path) -> None:
    assert "Darwin" in cityrel("query", PAIRS, "--store", sampled).stdout
    rows = json.loads(cityrel("query", PAIRS, "--store", sampled, "--format", "json").stdout)
    assert "Darwin" in rows["results"]["bindings"][0]["pair"]["value"]


def test_query_reads_a_file(cityrel: Run, sampled: Path, tmp_path: Path) -> None:
    (tmp_path / "pairs.rq").write_text(PAIRS, encoding="utf-8")
    result = cityrel("query", tmp_path / "pairs.rq", "--store", sampled, "--format", "csv")
    assert "Darwin" in result.stdout


def test_query_gives_triples_as_turtle(cityrel: Run, sampled: Path) -> None:
    result = cityrel(
        "query", "CONSTRUCT { ?a cr:partnersWith ?b } { ?a cr:partnersWith ?b }", "--store", sampled
    )
    assert "cr:partnersWith" in result.stdout


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("SELECT ?s {", "not SPARQL"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "updates are refused"),
        ("no-such-file.rq", "no-such-file.rq"),
    ],
)
def test_a_query_that_cannot_be_answered_is_one_line(
    cityrel: Run, sampled: Path, query: str, complaint: str
) -> None:
    result = cityrel("query", query, "--store", sampled)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert complaint in line


def test_dump_writes_files_and_names_them(cityrel: Run, sampled: Path, tmp_path: Path) -> None:
    result = cityrel("dump", tmp_path / "dump", "--store", sampled)
    assert result.exit_code == 0, result.output
    written = result.stdout.split()
    assert written
    assert all(Path(path).stat().st_size for path in written)


def test_validate_says_which_file_conforms(cityrel: Run, tmp_path: Path) -> None:
    turtle = tmp_path / "article.ttl"
    turtle.write_text(cityrel("extract", "--format", "ttl", ARTICLE).stdout, encoding="utf-8")
    result = cityrel("validate", turtle)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(str(turtle))


def test_validate_reports_what_breaks_a_shape(cityrel: Run, tmp_path: Path) -> None:
    turtle = tmp_path / "wrong.ttl"
    turtle.write_text(
        "<https://w3id.org/cityrel/partnership/1-2> a <https://w3id.org/cityrel/ontology#Partnership> .",
        "utf-8",
    )
    (tmp_path / "half.ttl").write_text("<a> <b> ", "utf-8")
    result = cityrel("validate", turtle, tmp_path / "half.ttl")
    assert result.exit_code == 1
    assert "partnership/1-2" in result.stdout
    assert result.stderr.startswith(str(tmp_path / "half.ttl"))


def wait_until_open(port: int, seconds: float = 30) -> None:
    """Return when something listens on a port."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    pytest.fail(f"nothing listens on port {port}")


@pytest.fixture
def served(sampled: Path) -> Iterator[int]:
    """Serve the samples in a process of their own and give the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "cityrel.cli", "serve", "--store", str(sampled), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        wait_until_open(port)
        yield port
        process.terminate()
        process.communicate(timeout=20)


def test_serve_answers_sparql(served: int) -> None:
    query = urllib.parse.urlencode({"query": "ASK { ?s ?p ?o }"})
    with urllib.request.urlopen(f"http://127.0.0.1:{served}/sparql?{query}", timeout=20) as answer:
        assert json.load(answer)["boolean"] is True
