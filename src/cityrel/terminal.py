"""What the command line shows a person: progress, tables of what a run or a query came to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from cityrel.evaluation import Evaluation
from cityrel.summary import Outcome, Summary, Watcher
from cityrel.vocabulary import PREFIXES


def errors() -> Console:
    """Give the console on standard error, where progress and complaints go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def preparing() -> Iterator[Callable[[str, float], None]]:
    """Show what is being prepared, on a terminal, and how far it is."""
    console = errors()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("gazetteer", total=1.0, visible=False)

        def tell(what: str, share: float) -> None:
            progress.update(task, description=what, completed=share, visible=True)

        yield tell


@contextmanager
def watching(total: int | None) -> Iterator[Watcher]:
    """Show a progress bar on a terminal, and a line for each article that went wrong.

    `total` is the number of articles to come, where it is known.
    """
    console = errors()
    columns = (
        SpinnerColumn(),
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("articles", total=total)

        def watch(outcome: Outcome) -> None:
            for remark in remarks(outcome):
                console.print(remark, markup=False)
            progress.advance(task)

        yield watch


def remarks(outcome: Outcome) -> list[str]:
    """Say in a line each what went wrong with an article, or was odd about it."""
    reasons = [outcome.reason] if outcome.reason else []
    return [f"{outcome.source}: {reason}" for reason in (*reasons, *outcome.warnings)]


def summary_table(summary: Summary) -> Table:
    """Give what a run came to: articles, facts, seconds."""
    table = Table(title="Summary", title_justify="left", show_header=False, min_width=40)
    table.add_column()
    table.add_column(justify="right")
    for name, rows in _sections(summary):
        if not rows:
            continue
        table.add_section()
        table.add_row(Text(name, style="bold"), "")
        for label, value in rows:
            table.add_row(f"  {label}", value)
    return table


def _sections(summary: Summary) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield (
        "articles",
        [
            ("read", str(summary.read)),
            ("stored, new or changed", str(summary.stored)),
            ("unchanged", str(summary.unchanged)),
            ("quarantined", str(summary.quarantined)),
            ("failed", str(summary.failed)),
        ],
    )
    yield "facts", [(kind, str(number)) for kind, number in summary.found.items()]
    yield "stages stated", [(stage, str(number)) for stage, number in summary.stages.most_common()]
    yield "names not resolved", [("in all articles", str(summary.unresolved))]
    yield (
        "seconds",
        [*((step, f"{seconds:.2f}") for step, seconds in summary.clock.seconds.items()), _elapsed(summary)],
    )


def _elapsed(summary: Summary) -> tuple[str, str]:
    return "from start to end", f"{summary.elapsed:.2f}"


def evaluation_table(evaluation: Evaluation) -> Table:
    """Give precision, recall and F1 of each group and measure."""
    table = Table(title=f"{evaluation.articles} articles", title_justify="left")
    for heading in ("language", "measure"):
        table.add_column(heading)
    for heading in ("precision", "recall", "F1", "gold", "found"):
        table.add_column(heading, justify="right")
    for group, rows in evaluation.figures.items():
        table.add_section()
        for measure, figure in rows.items():
            shares = (f"{share:.3f}" for share in (figure.precision, figure.recall, figure.f1))
            table.add_row(group, measure, *shares, str(figure.gold), str(figure.predicted))
    return table


def answer_table(answer: bytes) -> Table:
    """Give the rows of an answer in SPARQL's JSON as a table; known addresses are written with prefixes."""
    results = json.loads(answer)
    names = results["head"]["vars"]
    table = Table(*names)
    for row in results["results"]["bindings"]:
        table.add_row(*(Text(_short(row[name]["value"]) if name in row else "") for name in names))
    return table


def _short(value: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value
