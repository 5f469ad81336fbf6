"""Weights, probabilities, and what is done with them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.extraction import weighing
from cityrel.extraction.stages import ADVANCE

SIGNS = st.dictionaries(
    st.sampled_from(["bias", "foreign", "home/first", "mission", "nonsense"]), st.floats(-9, 9)
)


@pytest.mark.parametrize("model", ["partner", "pair", *(f"stage-{stage}" for stage in ADVANCE)])
def test_every_model_has_weights_and_a_bias(model: str) -> None:
    known = weighing.weights(model)
    assert len(known) > 20
    assert "bias" in known
    assert all(math.isfinite(weight) for weight in known.values())


def test_an_unknown_sign_counts_nothing() -> None:
    assert weighing.log_odds({"nonsense": 7.0}, "pair") == 0.0


def test_what_speaks_for_a_pair_makes_it_likelier() -> None:
    doubtful = {"bias": 1.0, "foreign": 1.0}
    named = doubtful | {"pair-by-naming/plain": 1.0}
    assert weighing.log_odds(named, "pair") > weighing.log_odds(doubtful, "pair")


def test_the_seat_of_a_mission_speaks_against_a_pair() -> None:
    assert weighing.weights("pair")["mission"] < 0


@given(st.floats(-1e6, 1e6))
def test_a_chance_lies_between_none_and_certainty(odds: float) -> None:
    assert 0.0 <= weighing.chance(odds) <= 1.0


@given(SIGNS)
def test_the_chances_of_all_stages_add_up_to_one(signs: dict[str, float]) -> None:
    assert sum(weighing.likeliest(signs, "stage", ADVANCE).values()) == pytest.approx(1.0)


def test_other_weights_can_be_tried_and_put_back() -> None:
    own = weighing.weights("pair")
    weighing.use({"pair": {"bias": 1.0}})
    try:
        assert weighing.weights("pair") == {"bias": 1.0}
    finally:
        weighing.use(None)
    assert weighing.weights("pair") == own
