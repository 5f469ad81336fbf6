"""How a language model is asked: where, which one, how patiently, and for how much."""

import os
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from cityrel.errors import UsageError

KEY = "CITYREL_LLM_KEY"
"""The setting with the key of the address. It is read where a request is made, and kept nowhere else."""

MILLION = 1_000_000

LONGEST_NAME = 150
"""Characters of the longest name of a model: it stands in the evidence of each claim."""

AnswerForm = Literal["json_schema", "json_object", "text"]
"""What the address is asked to hold the answer to: our schema, any JSON object, or nothing.

In the last two cases the schema stands in the prompt.
"""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a number of requests took.

    `estimated` counts those of which the address did not tell it, `remembered` the questions that needed no
    request.
    """

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: int = 0
    remembered: int = 0

    @property
    def tokens(self) -> int:
        """All tokens, sent and received."""
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in any one currency."""

    tokens_in: float
    tokens_out: float

    def cost(self, usage: Usage) -> float:
        """Give what a usage costs."""
        return (usage.tokens_in * self.tokens_in + usage.tokens_out * self.tokens_out) / MILLION


@dataclass(frozen=True, slots=True)
class Limits:
    """What a whole run may take; None is without limit."""

    tokens: int | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The address (`url`), the model there, and how it is asked.

    `timeout` are the seconds that an answer may take, `retries` how often a request is made again that
    failed in passing. `answer_tokens` bounds one answer, `limits` the whole run.
    """

    url: str
    model: str
    timeout: float = 120.0
    retries: int = 2
    answer_tokens: int = 8_192
    temperature: float | None = 0.0
    form: AnswerForm = "json_schema"
    prices: Prices | None = None
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Raise UsageError where the settings cannot be used."""
        _check_address(self.url)
        if not (self.model.strip() and self.model.isprintable() and len(self.model) <= LONGEST_NAME):
            raise UsageError("name the model: --llm-model or CITYREL_LLM_MODEL")
        if self.limits.cost is not None and self.prices is None:
            raise UsageError("a limit on the cost needs the prices: --llm-price-in and --llm-price-out")


def key() -> str | None:
    """Give the key of the address, where one is set."""
    return os.environ.get(KEY, "").strip() or None


def _check_address(url: str) -> None:
    """See to it that requests can be made to an address; what is wrong is said without repeating it.

    An address may hold a password, which must not be printed.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(
            "give an http address, such as http://127.0.0.1:8080/v1: --llm-url or CITYREL_LLM_URL"
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(f"the address of the model has a key or a question in it: give the key in {KEY}")
