"""Which extractor a command uses, and what a language model may take: options of the command line.

Each option about the model is a setting of the environment too; the key is a setting only, because other
users of a machine can see the options of a command.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cityrel.errors import UsageError

if TYPE_CHECKING:
    from cityrel.extraction.llm import Ledger, Prices, Settings
    from cityrel.pipeline import Extractor

Command = Callable[..., Any]

POSITIVE = click.FloatRange(min=0, min_open=True)
NOT_NEGATIVE = click.FloatRange(min=0)
COUNT = click.IntRange(min=1)

HOTTEST = 2.0
AS_SERVED = "default"
"""The value of the temperature that leaves it to the server: some models accept no other."""


def _temperature(_context: click.Context, _option: click.Parameter, value: str) -> float | None:
    """Read the option: a number from 0, or the word that leaves it to the server."""
    if value == AS_SERVED:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= HOTTEST:
        raise click.BadParameter(f"give a number from 0 to {HOTTEST:g}, or {AS_SERVED}")
    return number


OPTIONS = (
    click.option(
        "--extractor",
        type=click.Choice(["rules", "llm", "both"]),
        default="rules",
        show_default=True,
        help="Who reads the articles: our rules, a language model, or both together.",
    ),
    click.option(
        "--llm-url",
        envvar="CITYREL_LLM_URL",
        metavar="URL",
        help="OpenAI-compatible address of the model; the articles are sent there.",
    ),
    click.option("--llm-model", envvar="CITYREL_LLM_MODEL", metavar="NAME", help="Name of the model there."),
    click.option(
        "--llm-timeout",
        envvar="CITYREL_LLM_TIMEOUT",
        type=POSITIVE,
        default=120.0,
        show_default=True,
        metavar="SECONDS",
        help="How long an answer may take.",
    ),
    click.option(
        "--llm-retries",
        envvar="CITYREL_LLM_RETRIES",
        type=click.IntRange(0, 20),
        default=2,
        show_default=True,
        help="How often a request that fails in passing is made again.",
    ),
    click.option(
        "--llm-answer-tokens",
        envvar="CITYREL_LLM_ANSWER_TOKENS",
        type=COUNT,
        default=8_192,
        show_default=True,
        help="Tokens of the longest answer.",
    ),
    click.option(
        "--llm-temperature",
        envvar="CITYREL_LLM_TEMPERATURE",
        default="0",
        show_default=True,
        callback=_temperature,
        metavar=f"NUMBER|{AS_SERVED}",
        help="How freely the model chooses its words.",
    ),
    click.option(
        "--llm-form",
        envvar="CITYREL_LLM_FORM",
        type=click.Choice(["json_schema", "json_object", "text"]),
        default="json_schema",
        show_default=True,
        help="The form that the address can hold an answer to.",
    ),
    click.option(
        "--llm-cache/--no-llm-cache",
        envvar="CITYREL_LLM_CACHE",
        default=True,
        show_default=True,
        help="Whether to keep answers, so that the same question costs nothing.",
    ),
    click.option(
        "--llm-price-in",
        envvar="CITYREL_LLM_PRICE_IN",
        type=NOT_NEGATIVE,
        metavar="PRICE",
        help="Price of a million tokens sent.",
    ),
    click.option(
        "--llm-price-out",
        envvar="CITYREL_LLM_PRICE_OUT",
        type=NOT_NEGATIVE,
        metavar="PRICE",
        help="Price of a million tokens received.",
    ),
    click.option(
        "--llm-max-tokens",
        envvar="CITYREL_LLM_MAX_TOKENS",
        type=COUNT,
        help="Tokens, sent and received, after which the run stops.",
    ),
    click.option(
        "--llm-max-cost",
        envvar="CITYREL_LLM_MAX_COST",
        type=POSITIVE,
        metavar="PRICE",
        help="Cost after which the run stops.",
    ),
)


def extractor_options(command: Command) -> Command:
    """Add the options, and give the command what they choose as `extractor`.

    When the command ends, in whatever way, the tokens and the cost stand on standard error.
    """

    @wraps(command)
    def run(*arguments: Any, extractor: str, **options: Any) -> Any:
        model = {name: options.pop(name) for name in tuple(options) if name.startswith("llm_")}
        with chosen(extractor, **model) as reader:
            return command(*arguments, extractor=reader, **options)

    for option in reversed(OPTIONS):
        run = option(run)
    return run


@contextmanager
def chosen(extractor: str, **model: Any) -> "Iterator[Extractor]":
    """Give the extractor of a name: `rules`, `llm` or `both`.

    Raises UsageError where the model cannot be used as said, or its packages are not installed.
    """
    if extractor == "rules":
        from cityrel.extraction import extract

        yield extract
        return
    from cityrel.extraction.llm import Asker, Ledger, LlmExtractor, Memory

    _check_packages()
    memory = Memory(_memory_folder() if model.pop("llm_cache") else None)
    settings = _settings(**model)
    with tempfile.TemporaryDirectory(prefix="cityrel-", ignore_cleanup_errors=True) as folder:
        ledger = Ledger(Path(folder) / "usage.sqlite")
        try:
            yield LlmExtractor(Asker(settings, ledger, memory), with_rules=extractor == "both")
        finally:
            click.echo(bill(settings, ledger), err=True)


def bill(settings: "Settings", ledger: "Ledger") -> str:
    """Say in one line what a run has used."""
    used = ledger.total()
    tokens = f"tokens sent {used.tokens_in}, received {used.tokens_out}"
    line = f"{settings.model}: answers {used.requests}, {tokens}"
    if settings.prices:
        line += f", cost {settings.prices.cost(used):.4f}"
    if used.estimated:
        line += f"; answers with estimated tokens {used.estimated}"
    if used.remembered:
        line += f"; answers known from before {used.remembered}"
    return line


def _memory_folder() -> Path:
    from cityrel.places.compiling import cache_root

    return cache_root() / "llm"


def _check_packages() -> None:
    from cityrel.extraction.llm import NEEDED

    for name in NEEDED:
        try:
            import_module(name)
        except ImportError as error:
            raise UsageError(f"a language model needs {name}: pip install 'cityrel[llm]'") from error


def _settings(
    *,
    llm_price_in: float | None,
    llm_price_out: float | None,
    llm_max_tokens: int | None,
    llm_max_cost: float | None,
    **model: Any,
) -> "Settings":
    from cityrel.extraction.llm import Limits, Settings

    return Settings(
        url=model["llm_url"] or "",
        model=model["llm_model"] or "",
        timeout=model["llm_timeout"],
        retries=model["llm_retries"],
        answer_tokens=model["llm_answer_tokens"],
        temperature=model["llm_temperature"],
        form=model["llm_form"],
        prices=_prices(llm_price_in, llm_price_out),
        limits=Limits(llm_max_tokens, llm_max_cost),
    )


def _prices(tokens_in: float | None, tokens_out: float | None) -> "Prices | None":
    from cityrel.extraction.llm import Prices

    if tokens_in is None and tokens_out is None:
        return None
    if tokens_in is None or tokens_out is None:
        raise UsageError("give both prices, --llm-price-in and --llm-price-out, or none")
    return Prices(tokens_in, tokens_out)
