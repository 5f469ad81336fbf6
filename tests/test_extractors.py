"""The choice of an extractor on the command line: settings, costs, limits, several processes."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from tests.extraction.llm.conftest import MAYOR, SIGNED, TEXT
from tests.llm_stub import Stub, answer, fails, says, serving

Run = Callable[..., Result]
GOOD = answer(stages=[SIGNED], holdings=[MAYOR])


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stub]:
    """Give a server that the settings name; answers are kept for this test only."""
    with serving() as server:
        server.will(GOOD)
        monkeypatch.setenv("CITYREL_LLM_URL", server.url)
        monkeypatch.setenv("CITYREL_LLM_MODEL", "stub-1")
        monkeypatch.setenv("CITYREL_LLM_RETRIES", "0")
        monkeypatch.setenv("CITYREL_LLM_CACHE", "false")
        monkeypatch.delenv("CITYREL_LLM_KEY", raising=False)
        yield server


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder with five articles that differ a little."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{TEXT}\nArticle {number}.\n", encoding="utf-8")
    return folder


def test_extract_by_a_model_shows_its_claims_and_what_they_cost(
    cityrel: Run, stub: Stub, articles: Path
) -> None:
    prices = ("--llm-price-in", "1", "--llm-price-out", "10")
    result = cityrel("extract", "--extractor", "llm", "--format", "jsonl", *prices, articles / "0.txt")
    assert result.exit_code == 0, result.output
    (pair,) = json.loads(result.stdout)["partnerships"]
    assert (pair["a"]["name"], pair["b"]["name"], pair["status"]) == ("Bogor", "Kisarazu", "signed")
    assert "stub-1: answers 1, tokens sent 1000, received 100, cost 0.0020" in result.stderr


def test_the_rules_are_used_and_nothing_is_sent_unless_said(cityrel: Run, stub: Stub, articles: Path) -> None:
    result = cityrel("extract", "--format", "jsonl", articles)
    assert result.exit_code == 0, result.output
    assert stub.requests == []
    assert "tokens" not in result.stderr


def test_what_a_model_finds_passes_the_shapes_and_is_stored(
    cityrel: Run, stub: Stub, articles: Path, tmp_path: Path, articles_in: Callable[[Path], int]
) -> None:
    store = tmp_path / "store"
    result = cityrel("ingest", "--extractor", "llm", "--workers", "1", "--store", store, articles)
    assert result.exit_code == 0, result.output
    assert articles_in(store) == 5
    rules = "SELECT DISTINCT ?rule { ?e cr:rule ?rule }"
    answered = cityrel("query", rules, "--store", store, "--format", "csv")
    assert answered.stdout.split() == ["rule", "llm:stub-1"]


def test_what_a_model_is_not_sure_enough_of_can_be_left_out(cityrel: Run, stub: Stub, articles: Path) -> None:
    least = ("--min-confidence", "0.75", "--format", "jsonl")
    result = cityrel("extract", "--extractor", "llm", *least, articles / "0.txt")
    assert json.loads(result.stdout)["partnerships"] == []


def test_several_processes_ask_and_their_costs_are_added_up(
    cityrel: Run, stub: Stub, articles: Path, tmp_path: Path
) -> None:
    store, sure = tmp_path / "store", ("--min-confidence", "0.1")
    result = cityrel("ingest", "--extractor", "both", "--workers", "2", *sure, "--store", store, articles)
    assert result.exit_code == 0, result.output
    assert len(stub.requests) == 5
    assert "stub-1: answers 5, tokens sent 5000, received 500" in result.stderr


def test_a_limit_ends_the_run_with_what_is_done_stored(
    cityrel: Run, stub: Stub, articles: Path, tmp_path: Path, articles_in: Callable[[Path], int]
) -> None:
    store = tmp_path / "store"
    options = ("--llm-max-tokens", "2000", "--workers", "1")
    result = cityrel("ingest", "--extractor", "llm", "--store", store, *options, articles)
    assert result.exit_code == 1
    assert "stopped before the last article" in result.stderr
    assert "limit of 2000 tokens for this run is used up" in result.stderr
    assert articles_in(store) == len(stub.requests) == 2


def test_a_run_that_goes_on_after_a_limit_pays_for_the_rest_only(
    cityrel: Run, stub: Stub, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITYREL_LLM_CACHE", "true")
    monkeypatch.setattr("cityrel.extractors._memory_folder", lambda: tmp_path / "kept")
    arguments = ("ingest", "--extractor", "llm", "--store", tmp_path / "store", "--workers", "1", articles)
    assert cityrel(*arguments, "--llm-max-tokens", "2000").exit_code == 1
    result = cityrel(*arguments)
    assert result.exit_code == 0, result.output
    assert len(stub.requests) == 5
    assert "answers known from before 2" in result.stderr


def test_an_article_without_a_usable_answer_fails_and_the_others_go_on(
    cityrel: Run, stub: Stub, articles: Path
) -> None:
    stub.will(says(None, refusal="I would rather not"), GOOD)
    result = cityrel("extract", "--extractor", "llm", "--format", "jsonl", articles)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 4
    assert "0.txt: the model refuses to answer: I would rather not" in result.stderr


def test_a_key_that_is_refused_ends_the_run_in_one_line(
    cityrel: Run, stub: Stub, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITYREL_LLM_KEY", "sk-very-secret")
    stub.will(fails(401, "bad key sk-very-secret"))
    result = cityrel("--verbose", "extract", "--extractor", "llm", articles)
    assert result.exit_code == 1
    assert len(stub.requests) == 1
    assert "status 401: bad key [key]" in result.stderr
    assert "sk-very-secret" not in result.output


def test_evaluate_measures_a_model_and_names_what_failed(cityrel: Run, stub: Stub, articles: Path) -> None:
    pair = {"a": "Bogor", "a_country": "ID", "b": "Kisarazu", "b_country": "JP"}
    gold = {"lang": "en", "partnerships": [pair], "roles": [], "events": [], "topics": []}
    for path in articles.glob("*.txt"):
        path.with_suffix(".json").write_text(json.dumps(gold), encoding="utf-8")
    stub.will(fails(500), GOOD)
    result = cityrel("evaluate", "--extractor", "llm", articles)
    assert result.exit_code == 0, result.output
    assert "status 500" in result.stderr
    assert "pair" in result.stdout


WRONG = {
    "no address": ({"CITYREL_LLM_URL": ""}, (), "--llm-url"),
    "no http": ({"CITYREL_LLM_URL": "ftp://example.org"}, (), "http address"),
    "a password in the address": (
        {"CITYREL_LLM_URL": "http://u:hidden@example.org/v1"},
        (),
        "CITYREL_LLM_KEY",
    ),
    "a port that is none": ({"CITYREL_LLM_URL": "http://example.org:port/v1"}, (), "http address"),
    "no model": ({"CITYREL_LLM_MODEL": ""}, (), "--llm-model"),
    "a limit without prices": ({}, ("--llm-max-cost", "1"), "prices"),
    "one price": ({}, ("--llm-price-in", "1"), "both prices"),
    "no time": ({}, ("--llm-timeout", "0"), "--llm-timeout"),
    "a temperature in words": ({}, ("--llm-temperature", "warm"), "number from 0 to 2"),
    "a temperature that is no number": ({}, ("--llm-temperature", "nan"), "number from 0 to 2"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_settings_that_cannot_be_used_are_said_before_any_work(
    cityrel: Run,
    stub: Stub,
    articles: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[dict[str, str], tuple[str, ...], str],
) -> None:
    settings, options, said = case
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    result = cityrel("extract", "--extractor", "llm", *options, articles)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "hidden" not in result.output
    assert stub.requests == []


@pytest.mark.parametrize("package", ["openai", "rapidfuzz", "jsonschema"])
def test_without_the_packages_of_the_extra_the_command_says_what_to_install(
    cityrel: Run, stub: Stub, articles: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    result = cityrel("extract", "--extractor", "llm", articles)
    assert result.exit_code == 2
    assert f"needs {package}: pip install 'cityrel[llm]'" in result.stderr
