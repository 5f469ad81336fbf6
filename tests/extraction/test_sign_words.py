"""Signs in words: every one that counts has a label, and a label names a sign."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.extraction import weighing
from cityrel.extraction.sign_words import LABELS, words_of
from cityrel.extraction.stages import ADVANCE

MODELS = [("pair", "pair"), *((f"stage-{stage}", "stage") for stage in ADVANCE)]


@pytest.mark.parametrize(("table", "model"), MODELS, ids=[table for table, _ in MODELS])
def test_every_sign_that_counts_has_a_label_for_each_of_its_parts(table: str, model: str) -> None:
    labels = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    known = {*labels[model].values(), *labels[f"{model}-parts"].values()}
    unnamed = [sign for sign in weighing.weights(table) if not _is_of(words_of(sign, model), known)]
    assert unnamed == []


def _is_of(words: str, labels: set[str]) -> bool:
    """Say whether words are labels, one behind the other; a label may have commas of its own."""
    if words in labels:
        return True
    return any(
        words.startswith(f"{label}, ") and _is_of(words.removeprefix(f"{label}, "), labels)
        for label in labels
    )


def test_a_sign_is_told_by_its_longest_known_beginning_and_its_other_parts() -> None:
    assert words_of("leading/plain", "pair") == (
        "no other place is named as often as the two, and the article names a kind of tie"
    )
    assert words_of("pair-by-with/plain/again", "pair") == (
        "“with” joins the two names, beside a kind of tie, more than once"
    )


def test_what_counts_otherwise_for_the_home_says_so() -> None:
    home = words_of("home+foreign", "pair")
    assert home == f"{words_of('foreign', 'pair')}, one of the two being the article's home"


def test_the_same_name_is_told_in_the_words_of_its_model() -> None:
    assert words_of("named", "stage") != words_of("signed/named", "stage").partition(", ")[2]


@given(st.text())
def test_a_sign_without_a_label_is_told_by_its_name(sign: str) -> None:
    assert words_of(f"?{sign}", "pair").startswith("?")
