"""The figures: by hand on small cases, and against the scorer beside the checkout where it is there."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from cityrel.errors import UsageError
from cityrel.evaluation import ALL, MEASURES, Figure, article_key, evaluate, load_gold

Record = dict[str, Any]

PAIR: Record = {
    "a": "Bogor",
    "a_country": "ID",
    "b": "Kisarazu",
    "b_country": "JP",
    "kind": "friendship_city",
    "status": "intended",
    "date": "2016-11",
}
ROLE: Record = {"person": "Bima Arya", "role": "mayor", "of": "Bogor"}
GOLD: Record = {"lang": "id", "partnerships": [PAIR], "roles": [ROLE], "events": [], "topics": ["culture"]}


def figures(gold: Record, **found: Any) -> dict[str, Figure]:
    record = {"article": "id/1.txt", "partnerships": [], "roles": [], "events": [], "topics": [], **found}
    return dict(evaluate({"id/1": gold}, [record]).figures[ALL])


def test_a_figure_without_predictions_has_no_precision() -> None:
    assert Figure(0, 3, 0).precision == 0.0
    assert Figure(0, 3, 0).f1 == 0.0


def test_f1_is_the_harmonic_mean() -> None:
    assert Figure(hits=1, gold=2, predicted=1).f1 == pytest.approx(2 / 3)


def test_a_pair_counts_in_either_direction() -> None:
    found = {**PAIR, "a": PAIR["b"], "a_country": "JP", "b": PAIR["a"], "b_country": "ID"}
    assert figures(GOLD, partnerships=[found])["pair_kind"] == Figure(1, 1, 1)


def test_a_place_may_be_an_object_and_carry_a_word_for_its_level() -> None:
    found = {**PAIR, "a": {"name": "Kota Bogor", "country": "ID"}, "a_country": None}
    assert figures(GOLD, partnerships=[found])["pair"].hits == 1


def test_a_place_of_another_country_is_another_place() -> None:
    assert figures(GOLD, partnerships=[{**PAIR, "b_country": "KR"}])["pair"] == Figure(0, 1, 1)


@pytest.mark.parametrize(
    ("date", "right"), [("2016-11-16", 1), ("2016-11", 1), ("2016", 0), ("2017-11", 0), (None, 0)]
)
def test_a_date_may_be_more_precise_than_the_gold_date(date: str | None, right: int) -> None:
    assert figures(GOLD, partnerships=[{**PAIR, "date": date}])["pair_date"].hits == right


def test_a_date_that_is_not_stated_must_not_be_made_up() -> None:
    undated = {**GOLD, "partnerships": [{**PAIR, "date": None}]}
    assert figures(undated, partnerships=[PAIR])["pair_date"].hits == 0


def test_an_accepted_alternative_is_right() -> None:
    gold = {**GOLD, "partnerships": [{**PAIR, "status_alt": "exploring"}]}
    assert figures(gold, partnerships=[{**PAIR, "status": "exploring"}])["pair_status"].hits == 1


def test_the_better_of_two_predictions_is_taken_and_the_other_is_spurious() -> None:
    worse = {**PAIR, "kind": "twinning"}
    assert figures(GOLD, partnerships=[worse, PAIR])["pair_kind"] == Figure(1, 1, 2)


def test_an_organisation_is_right_when_half_of_its_words_are() -> None:
    gold = {**GOLD, "roles": [{**ROLE, "of": "Bagian Kerjasama Setda Bogor"}]}
    assert figures(gold, roles=[{**ROLE, "of": "Setda Bogor"}])["role_of"].hits == 1
    assert figures(gold, roles=[{**ROLE, "of": "Kisarazu"}])["role_of"].hits == 0


def test_topics_that_are_accepted_count_neither_way() -> None:
    gold = {**GOLD, "topics_alt": ["tourism"]}
    assert figures(gold, topics=["culture", "tourism"])["topic"] == Figure(1, 1, 1)


def test_the_nearest_of_several_accepted_sets_of_topics_is_the_measure() -> None:
    gold = {**GOLD, "topics": ["culture", "trade", "health"], "topics_alt": [["culture", "trade"], []]}
    assert figures(gold, topics=["culture", "trade"])["topic"] == Figure(2, 2, 2)
    assert figures(gold)["topic"] == Figure(0, 0, 0)


def test_mistakes_name_the_article_and_what_is_wrong() -> None:
    found = {
        "article": "id/1.jsonl",
        "partnerships": [{**PAIR, "status": "signed"}],
        "roles": [],
        "topics": ["culture"],
    }
    mistakes = evaluate({"id/1": GOLD}, [found]).mistakes
    assert [(m.article, m.what) for m in mistakes] == [("id/1", "wrong status"), ("id/1", "missed role")]


WRONG: list[tuple[Record, str]] = [
    ({"partnerships": [{**PAIR, "kind": "twinning"}]}, "wrong kind"),
    ({"partnerships": [{**PAIR, "date": None}]}, "wrong date"),
    ({"partnerships": []}, "missed pair"),
    ({"roles": [{**ROLE, "of": "Kisarazu"}]}, "wrong role"),
    ({"events": [{"type": "visit", "date": None}]}, "spurious event"),
    ({"events": [{"type": "signing", "date": None}]}, "wrong event date"),
    ({"events": []}, "missed event"),
    ({"topics": []}, "missed topic"),
    ({"topics": ["culture", "trade"]}, "spurious topic"),
]


@pytest.mark.parametrize(("found", "what"), WRONG, ids=[what for _, what in WRONG])
def test_each_mistake_is_told(found: Record, what: str) -> None:
    right = {**GOLD, "article": "id/1.txt", "events": [{"type": "signing", "date": "2016-11-16"}]}
    mistakes = evaluate({"id/1": right}, [{**right, **found}]).mistakes
    assert what in {mistake.what for mistake in mistakes}
    assert evaluate({"id/1": right}, [right]).mistakes == ()


def test_a_mistake_has_the_words_of_what_was_found_and_the_record_without_them() -> None:
    evidence = [{"start": 0, "end": 5, "quote": "Bogor"}]
    found = {**PAIR, "status": "signed", "evidence": evidence}
    record = {"article": "id/1.txt", "partnerships": [found], "roles": [ROLE], "topics": ["culture", "trade"]}
    wrong, spurious = evaluate({"id/1": GOLD}, [{**record, "topic_evidence": {"trade": evidence}}]).mistakes
    assert wrong.quotes == ("Bogor",)
    assert wrong.bare == {"gold": PAIR, "pred": {**PAIR, "status": "signed"}}
    assert (spurious.bare, spurious.quotes) == ({"topic": "trade"}, ("Bogor",))


def test_an_article_without_prediction_lowers_recall() -> None:
    evaluation = evaluate({"id/1": GOLD}, [])
    assert evaluation.figures["id"]["pair"] == Figure(0, 1, 0)
    assert evaluation.mistakes[0].what == "no prediction"


@pytest.mark.parametrize("source", ["id/003.txt", "/somewhere/id/003.html", Path("id") / "003.json"])
def test_an_article_is_known_by_its_folder_and_file(source: str | Path) -> None:
    assert article_key(source) == "id/003"


def test_a_folder_without_gold_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold files"):
        load_gold(tmp_path)


@pytest.mark.parametrize("text", ['{"lang": "id"', '{"lang": "id"}'])
def test_a_broken_gold_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"broken\.json: not a gold file"):
        load_gold(tmp_path)


COUNTED = ("missed pair", "spurious pair", "wrong status", "missed role", "spurious role", "wrong role")
"""The mistakes that the scorer lists; we list more."""


def listed_by_scorer(shared: Path, gold: Path, predictions: list[Record]) -> Counter[tuple[str, str]]:
    """Give how often the scorer lists each mistake of each article."""
    done = subprocess.run(
        [sys.executable, str(shared / "corpus" / "score.py"), str(gold), "--errors"],
        input="\n".join(json.dumps(record) for record in predictions),
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 2)
    return Counter((row[0], row[1]) for row in rows)


def as_scored(shared: Path, gold: Path, predictions: list[Record]) -> dict[str, dict[str, dict[str, float]]]:
    """Run the scorer beside the checkout."""
    done = subprocess.run(
        [sys.executable, str(shared / "corpus" / "score.py"), str(gold), "--json"],
        input="\n".join(json.dumps(record) for record in predictions),
        capture_output=True,
        text=True,
        check=True,
    )
    scored: dict[str, dict[str, dict[str, float]]] = json.loads(done.stdout)["figures"]
    return scored


def blurred(record: Mapping[str, Any], chance: random.Random) -> Record:
    """Make the prediction that a mediocre system would: some records lost, doubled, altered."""
    found: Record = deepcopy(dict(record))
    for key in ("partnerships", "roles", "events"):
        kept = [item for item in found[key] if chance.random() < 0.8]
        kept += [dict(item) for item in kept if chance.random() < 0.2]
        for item in kept:
            alter(item, chance)
        chance.shuffle(kept)
        found[key] = kept
    found["topics"] = [*(t for t in found["topics"] if chance.random() < 0.7), "sports"]
    return found


ALTERATIONS: list[Record] = [
    {"date": None},
    {"date": "2016-11-16"},
    {"status": "signed", "kind": "twinning", "role": "mayor", "type": "visit"},
    {"of": {"name": "Kota Bogor"}},
    {"b": {"name": "Bogor", "country": "ID"}},
    {"person": "BIMA ARYA"},
]


def alter(item: Record, chance: random.Random) -> None:
    for change in ALTERATIONS:
        if chance.random() < 0.15:
            item.update(change)
        if "a" in item and chance.random() < 0.15:
            item.update(
                a=item["b"], a_country=item.get("b_country"), b=item["a"], b_country=item["a_country"]
            )


def without_sets_of_topics(source: Path, target: Path) -> Path:
    """Copy gold files, without the sets of accepted topics that the scorer cannot take."""
    for path in source.rglob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        if any(isinstance(topics, list) for topics in record.get("topics_alt", [])):
            del record["topics_alt"]
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(json.dumps(record), encoding="utf-8")
    return target


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_agree_with_the_scorer_on_made_up_predictions(
    shared: Path, tmp_path: Path, seed: int
) -> None:
    folder = without_sets_of_topics(shared / "corpus" / "dev", tmp_path)
    chance = random.Random(seed)
    predictions = [
        {**blurred(record, chance), "article": f"{key}.txt"}
        for key, record in load_gold(folder).items()
        if chance.random() < 0.9
    ]
    scored = as_scored(shared, folder, predictions)
    evaluation = evaluate(load_gold(folder), predictions)
    ours = Counter((one.article, one.what) for one in evaluation.mistakes if one.what in COUNTED)
    theirs = listed_by_scorer(shared, folder, predictions)
    assert ours == Counter({key: number for key, number in theirs.items() if key[1] in COUNTED})
    for group, rows in evaluation.figures.items():
        for measure in MEASURES:
            assert rows[measure].f1 == pytest.approx(scored[group][measure]["F1"]), (group, measure)
            assert rows[measure].predicted == scored[group][measure]["pred"]
