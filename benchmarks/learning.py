"""Logistic regression towards priors: small, so that the weights can be made anew without heavy packages.

Minimises the log-loss plus the squared distance of the weights from their priors, by accelerated gradient
steps (Nesterov, as in Beck and Teboulle, "A fast iterative shrinkage-thresholding algorithm", SIAM J. Imaging
Sci. 2, 2009), which converge for this smooth and convex aim.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Signs = Mapping[str, float]
Table = dict[str, float]
Matrix = NDArray[np.float64]

STEPS = 1_500
BIAS = "bias"
FREE = 0.05
"""The share of the penalty that the bias bears."""

RARE = 3
"""Examples that must have a sign before a weight is learned for it."""


def binary(rows: Sequence[Signs], answers: Sequence[int], priors: Table, spread: float) -> Table:
    """Give the weights for a yes or no; `spread` is the variance that they may have around their priors."""
    names, data = _matrix(rows, priors)
    wanted = np.asarray(answers, dtype=float)
    start = np.array([priors.get(name, 0.0) for name in names])

    def slope(weights: Matrix) -> Matrix:
        slopes: Matrix = data.T @ (_sigmoid(data @ weights) - wanted)
        return slopes

    found = _descend(slope, start, _penalty(names, spread), _steepness(data) / 4)
    return {**priors, **dict(zip(names, found.tolist(), strict=True))}


def classes(
    rows: Sequence[Signs],
    answers: Sequence[str],
    priors: Mapping[str, Table],
    spread: float,
    levelling: float,
) -> dict[str, Table]:
    """Give the weights for one of several answers, those that have priors, by answer.

    `levelling` says how far rare answers count more, from 0 (not at all) to 1 (all answers count alike).
    """
    names, data = _matrix(rows, {sign: 0.0 for table in priors.values() for sign in table})
    wanted = np.array([[float(answer == name) for name in priors] for answer in answers])
    share = np.array([len(answers) / max(answers.count(answer), 1) for answer in answers]) ** levelling
    share = (share / share.mean())[:, None]

    def slope(weights: Matrix) -> Matrix:
        odds = data @ weights
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        slopes: Matrix = data.T @ (share * (odds / odds.sum(axis=1, keepdims=True) - wanted))
        return slopes

    start = np.array([[table.get(name, 0.0) for table in priors.values()] for name in names])
    steepness = _steepness(data) * float(share.max()) / 2
    found = _descend(slope, start, _penalty(names, spread)[:, None], steepness)
    columns = zip(priors, found.T.tolist(), strict=True)
    return {answer: {**priors[answer], **dict(zip(names, column, strict=True))} for answer, column in columns}


def _matrix(rows: Sequence[Signs], priors: Table) -> tuple[list[str], Matrix]:
    """Give the signs that are not rare, and a row of their values for each example."""
    counts: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            counts[name] = counts.get(name, 0) + bool(value)
    names = sorted(name for name, count in counts.items() if count >= RARE or name in priors)
    return names, np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=float)


def _penalty(names: Sequence[str], spread: float) -> Matrix:
    return np.array([FREE if name == BIAS else 1.0 for name in names]) / spread


def _steepness(data: Matrix) -> float:
    return float(np.linalg.norm(data, ord=2) ** 2)


def _descend(slope: Callable[[Matrix], Matrix], start: Matrix, penalty: Matrix, steepness: float) -> Matrix:
    """Take accelerated steps from the priors downhill."""
    step = 1.0 / (steepness + float(penalty.max()))
    here, ahead, pace = start, start, 1.0
    for _ in range(STEPS):
        following = ahead - step * (slope(ahead) + penalty * (ahead - start))
        quicker = (1.0 + (1.0 + 4.0 * pace * pace) ** 0.5) / 2.0
        ahead = following + (pace - 1.0) / quicker * (following - here)
        here, pace = following, quicker
    return here


def _sigmoid(odds: Matrix) -> Matrix:
    chances: Matrix = 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))
    return chances
