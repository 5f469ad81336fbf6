"""How much the signs of a claim count together: a linear model whose weights are data.

The log-odds that a claim holds are the sum of the weights of its signs, so that every decision can be taken
apart into what spoke for it and what against. The weights in `weights.toml` (ties) and `weights_events.toml`
(events and topics) were fitted by `benchmarks/calibrate.py` and `benchmarks/calibrate_events.py` (logistic
regression with an L2 penalty) on articles with known facts; the probability is the confidence of the claim.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights.toml"
EVENT_WEIGHTS = WEIGHTS.with_name("weights_events.toml")

Signs = Mapping[str, float]


Tables = Mapping[str, Mapping[str, float]]
"""The weights of each model, by sign."""


@cache
def _own() -> Tables:
    return {
        model: table
        for path in (WEIGHTS, EVENT_WEIGHTS)
        for model, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


_used: Tables | None = None


def use(tables: Tables | None) -> None:
    """Take other weights than those of the file, to try them; None takes the file's again."""
    global _used  # noqa: PLW0603 (only calibration sets it, in a process of its own)
    _used = tables


def weights(model: str) -> Mapping[str, float]:
    """Give the weights of a model by sign; one that is not there counts nothing."""
    return (_own() if _used is None else _used).get(model, {})


def log_odds(signs: Signs, model: str) -> float:
    """Give the sum of what the signs count."""
    known = weights(model)
    return sum([known[sign] * value for sign, value in signs.items() if value and sign in known])


def chance(odds: float) -> float:
    """Give the probability, between 0 and 1, of log-odds."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def likeliest(signs: Signs, model: str, classes: tuple[str, ...]) -> dict[str, float]:
    """Give the probability of each of several classes, whose weights stand in tables "model-class"."""
    odds = {name: log_odds(signs, f"{model}-{name}") for name in classes}
    top = max(odds.values())
    shares = {name: exp(value - top) for name, value in odds.items()}
    total = sum(shares.values())
    return {name: share / total for name, share in shares.items()}
