"""Why a tie is one, and why it has its stage: the signs for and against, the weightiest first."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from cityrel.model import Explanation, Reason, Weighing
from cityrel.showing.safe import in_line

LESSER = 0.1
"""Log-odds below which a sign is told with others of its size, not by itself."""

ALMOST = 0.995
"""The probability from which on rounding would make an answer certain."""

Line = tuple[int, Text]
"""A line with its level."""


def why(explanation: Explanation, level: int) -> Iterator[Line]:
    """Give the lines that explain a tie, the first of each question on a level, the signs one further in."""
    for weighing in explanation.weighings:
        yield level, _answer(weighing)
        yield from ((level + 1, line) for line in _signs(weighing.reasons))


def _answer(weighing: Weighing) -> Text:
    """Give the question with the probability and, where signs were weighed, their sum."""
    rival = f" rather than {_words(weighing.rival)}" if weighing.rival else ""
    figures = f": probability {_share(weighing.probability)}"
    if weighing.reasons:
        figures += f", sum of log-odds {weighing.log_odds:+.2f}"
    return Text.assemble((f"why {_words(weighing.answer)}{rival}", "italic"), (figures, "dim"))


def _signs(reasons: Sequence[Reason]) -> Iterator[Text]:
    lesser = [reason.weight for reason in reasons if abs(reason.weight) < LESSER]
    for reason in reasons:
        if abs(reason.weight) >= LESSER:
            yield _sign(reason.weight, in_line(reason.words))
    if lesser:
        yield _sign(sum(lesser), f"lesser signs together ({len(lesser)})")


def _sign(weight: float, words: str) -> Text:
    return Text.assemble((f"{weight:+.2f}", "green" if weight > 0 else "red"), f"  {words}")


def _share(probability: float) -> str:
    """Give a probability with two digits; no answer is certain."""
    return f"{probability:.2f}" if probability < ALMOST else "over 0.99"


def _words(key: str) -> str:
    return in_line(key.replace("_", " "))
